"""标题年度不一致。

The title and the captions of the tables name the evaluated year; one of last year's stays behind when a table
is copied. Notices and plans of other years that are quoted are no captions.
"""

import re
from collections.abc import Iterator

from jixiao.model.document import Words
from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_CAPTION = re.compile(
    r"\s*(?:附[件表]\s*\d*[：:、.]?\s*)?[（(]?\s*(?P<year>20\d{2})\s*年?\s*度?\s*[）)]?[^，。；：]{0,30}?(?:自评报告|自评表|基础数据表|评分表|自评工作考核|绩效评价报告)\s*"
)
_LONGEST = 50


def _captions(report: Report) -> Iterator[Words]:
    yield from (p for p in report.document.paragraphs if len(p.plain) <= _LONGEST)
    for table in report.document.tables:
        yield from (c for c in table.cells[:2] if len(c.plain) <= _LONGEST)


@rule(
    "ST116",
    title="标题年度不一致",
    title_en="A caption names another year",
    message="标题写{found}，本报告的评价年度是{expected}",
    message_en="the caption says {found}, the report is about {expected}",
    cite="practice#wording",
    severity="warning",
)
def year_differs(report: Report) -> Iterator[Outcome]:
    if report.year is None or report.year_place is None:
        yield NotChecked("没有识别出评价年度", "the evaluated year was not recognised")
        return
    for words in _captions(report):
        match = _CAPTION.fullmatch(words.plain)
        if match and int(match["year"]) != report.year and abs(int(match["year"]) - report.year) == 1:
            place = words.place(match.start("year"), match.end("year"))
            yield finding(place, report.year_place, expected=f"{report.year}年", found=f"{match['year']}年")
