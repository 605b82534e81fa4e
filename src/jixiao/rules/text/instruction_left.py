"""表样提示语未删。

Instructions of the form (（100字以内）, （此页为封面）, 例：, [bookmark: …]) are for the writer and not for the reader.
Standing notes below a table (注：, 说明：) belong to it and stay.
"""

import re
from collections.abc import Iterator
from functools import cache

from jixiao.model.document import Cell
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import data
from jixiao.rules._prose import guarded, is_note
from jixiao.rules.registry import finding, rule

# What an instruction can begin with; a blank only in front of 例：.
_FIRST = re.compile(r"[（【{请单点删错E#\[…例示样范]")


@cache
def _pattern() -> re.Pattern[str]:
    lists = data("instructions")
    left, lines, info = ("|".join(lists[key]) for key in ("left", "lines", "info"))
    return re.compile(rf"(?P<hint>{info}|…{{1,4}}[ \n]*(?=\f|$))|(?P<left>{left}|(?P<line>{lines}))")


@rule(
    "TX105",
    title="表样提示语未删",
    title_en="An instruction of the form is left",
    message="“{found}”是表样的提示，不是报告内容，应删除",
    message_en="“{found}” is an instruction of the form: delete it",
    cite="practice#wording",
    severity="warning",
    variants={
        "row": ("“{found}”是表样的空行，应删除或填写", "“{found}” is an empty row of the form: delete it or fill it in")
    },
)
def instruction_left(report: Report) -> Iterator[Outcome]:
    for match, words, offset in guarded(report.document, _FIRST, _pattern()):
        if is_note(words):
            continue
        start, found = match.start(), match.group().strip()
        row = match["hint"] is not None
        before = words.plain[: start - offset]
        if row and (not isinstance(words, Cell) or (found[0] == "…" and before.strip())):  # …… in a sentence is no row
            continue
        if match["line"] and before.rsplit("\n", 1)[-1].strip("（( "):
            continue
        place = words.place(start - offset, start - offset + len(found))
        yield finding(place, found=found, severity="info" if row else "warning", variant="row" if row else "")
