"""表样提示语未删。

Instructions of the form (（100字以内）, （此页为封面）, 例：, [bookmark: …]) are for the writer and not for the reader. Standing notes below a table (注：, 说明：)
belong to it and stay.
"""

import re
from collections.abc import Iterator
from functools import cache

from jixiao.model.document import Cell
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._data import data
from jixiao.rules._prose import is_note
from jixiao.rules.registry import finding, rule


@cache
def _pattern() -> re.Pattern[str]:
    lists = data("instructions")
    left, lines, info = ("|".join(lists[key]) for key in ("left", "lines", "info"))
    return re.compile(rf"(?P<hint>{info}|(?:^|(?<=\f))(?:\s*(?:…|\.{{3}}){{1,4}})\s*(?=\f|$))|(?P<left>{left}|(?:^|(?<=[\f\n]))(?:{lines}))")


@rule(
    "TX105",
    title="表样提示语未删",
    title_en="An instruction of the form is left",
    message="“{found}”是表样的提示，不是报告内容，应删除",
    message_en="“{found}” is an instruction of the form: delete it",
    cite="practice#wording",
    severity="warning",
    variants={"row": ("“{found}”是表样的空行，应删除或填写", "“{found}” is an empty row of the form: delete it or fill it in")},
)
def instruction_left(report: Report) -> Iterator[Outcome]:
    for match, words, offset in report.document.find(_pattern()):
        if is_note(words):
            continue
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        row = match["hint"] is not None
        if row and not isinstance(words, Cell):  # …… between paragraphs is a mark of style
            continue
        found = match.group().strip()
        place = words.place(start - offset, start - offset + len(found))
        yield finding(place, found=found, severity="info" if row else "warning", variant="row" if row else "")
