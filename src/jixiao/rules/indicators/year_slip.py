"""指标里的年份不是评价年度。

A year left over from another report. Work that began in the year before, or that runs over years, may name it rightly, so it is asked.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, title
from jixiao.rules.registry import finding, rule

_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?=\s?年(?:度|\d{1,2}月|底|末|内|前)?)")
_SPAN = re.compile(r"20[12]\d\s?年?\s?[-—~至到]|[-—~至到]\s?20[12]\d|上年|较|比|以来|起|结转|尾款|欠")


@rule(
    "IX112",
    title="指标里的年份不是评价年度",
    title_en="A year in the indicator is not the year evaluated",
    message="“{item}”写的是{found}年，评价年度是{expected}年，请核对",
    message_en="{item} names {found}, the year evaluated is {expected}: check",
    cite="practice#wording",
    severity="info",
)
def year_slip(report: Report) -> Iterator[Outcome]:
    if report.year is None:
        return
    for row in indicators(report):
        for field in (row.name, row.target, row.actual):
            match = _YEAR.search(field.text)
            if (
                match
                and int(match[1]) != report.year
                and not _SPAN.search(field.text)
                and str(report.year) not in field.text
            ):
                yield finding(field.place, expected=str(report.year), found=match[1], item=title(row))
                break
