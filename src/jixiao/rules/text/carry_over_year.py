"""结转年度有误。

What is left at the end of 2023 is carried over to 2024. 「结转2023年度继续使用」 in a report on 2023 was not moved on;
said of what was left at the end of 2022 it is right.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._period import period_of
from jixiao.rules._prose import sentence
from jixiao.rules.registry import finding, rule

_CARRIED = re.compile(
    r"结转(?:至|到|入|下年|下一年)?(?P<year>20\d{2})\s*年度?(?:继续|按规定|再|安排|按原用途){0,3}使用"
)


@rule(
    "TX120",
    title="结转年度有误",
    title_en="Carried over to the wrong year",
    message="{year}年末的结转结余应结转到{expected}使用，写成了{found}",
    message_en="what is left at the end of {year} is carried over to {expected}, not {found}",
    cite="arithmetic",
    severity="warning",
)
def carry_over_year(report: Report) -> Iterator[Outcome]:
    year, kind = period_of(report)
    if year is None or kind == "budget":
        return
    for match, words, offset in report.document.find(_CARRIED):
        start = match.start() - offset
        said = sentence(words.plain, start, start).replace(match.group(), "")
        if int(match["year"]) != year or re.search(rf"上年|年初|{year - 1}\s*年", said):
            continue
        place = words.place(match.start("year") - offset, match.end("year") - offset)
        yield finding(place, expected=f"{year + 1}年", found=f"{year}年", year=year, fix=str(year + 1))
