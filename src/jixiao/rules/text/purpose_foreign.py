"""用途与支出项目不符。

「住房公积金支出…，主要用于事业单位医疗保险」: the purpose was copied from another item. A purpose is foreign when it has words of
another item and none of its own.
"""

import re
from collections.abc import Iterator
from functools import cache

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import any_of, data
from jixiao.rules._prose import guarded
from jixiao.rules.registry import finding, rule

_Own = dict[str, tuple[str, ...]]


@cache
def _table() -> tuple[re.Pattern[str], re.Pattern[str], _Own]:
    own = {name: tuple(entry["own"]) for entry in data("purposes")["items"] for name in entry["names"]}
    name = any_of(own)
    stated = rf"(?P<item>{name})(?:支出|决算|预算|（[^）]{{0,12}}）)*(?:数|为)?[^。；\n\f]{{0,60}}?(?P<purpose>(?:主要)?用于(?P<what>[^。；\n\f]{{2,60}}))"
    return re.compile(name), re.compile(stated), own


@rule(
    "TX123",
    title="用途与支出项目不符",
    title_en="The purpose belongs to another item",
    message="“{item}”的用途写成了“{found}”，像是从别的项目抄来的",
    message_en="the purpose of “{item}” reads “{found}”: it belongs to another item",
    cite="practice#wording",
    severity="warning",
)
def purpose_foreign(report: Report) -> Iterator[Outcome]:
    first, stated, own = _table()
    for match, words, offset in guarded(report.document, first, stated):
        item, what = match["item"], match["what"]
        between = match.string[match.end("item") : match.start("purpose")]
        if any(word in what for word in own[item]) or first.search(between):  # 甲…，乙…主要用于 is said of both
            continue
        foreign = any(
            name in what or any(len(word) > 1 and word in what for word in words_of) for name, words_of in own.items()
        )
        if foreign:
            yield finding(
                words.place(match.start("purpose") - offset, match.end("purpose") - offset), found=what, item=item
            )
