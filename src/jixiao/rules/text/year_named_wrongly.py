"""“本年”“上年”与所注年份不符。

「本年（2022年）」 in a report on 2023: the words say one year and the figure beside them another.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._period import period_of
from jixiao.rules.registry import finding, rule

_NAMED = re.compile(
    r"(?P<word>本年度?|当年度?|报告年度|上年度?|去年|上一年度?)\s*（(?:即)?\s*(?P<year>20\d{2})\s*年?度?）"
)


@rule(
    "TX121",
    title="“本年”“上年”与年份不符",
    title_en="“This year” and the year beside it differ",
    message="{year}年度的报告，“{word}”应为{expected}，写成了{found}",
    message_en="in a report on {year}, “{word}” is {expected}, not {found}",
    cite="arithmetic",
    severity="warning",
)
def year_named_wrongly(report: Report) -> Iterator[Outcome]:
    year, _ = period_of(report)
    if year is None:
        return
    for match, words, offset in report.document.find(_NAMED):
        right = year if match["word"].startswith(("本", "当", "报")) else year - 1
        if int(match["year"]) != right:
            place = words.place(match.start("year") - offset, match.end("year") - offset)
            yield finding(
                place, expected=f"{right}年", found=f"{match['year']}年", year=year, word=match["word"], fix=str(right)
            )
