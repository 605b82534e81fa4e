"""与本年自身相比。

A budget statement of 2024 that compares with 「2024年预算」 compares with itself: the base is the year before.
Accounts are compared with the budget of their own year, and that is right.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules._period import period_of
from jixiao.rules._prose import sentence
from jixiao.rules.registry import finding, rule

_COMPARED = re.compile(
    r"(?:与|比|较|同)(?P<year>20\d{2})\s*年度?(?P<what>[^，。；：\n\f\d]{0,12}?)(?:相比|增加|减少|增长|下降|持平|一致|对比|上升)"
)
_WORDS = {"budget": "预算", "final": "决算"}


@rule(
    "TX119",
    title="与本年自身相比",
    title_en="A year compared with itself",
    message="这是{year}年度的说明，与“{found}”相比应为“{expected}”",
    message_en="the statement is about {year} and compares with {found}: should be {expected}",
    cite="arithmetic",
    severity="warning",
)
def compared_with_itself(report: Report) -> Iterator[Outcome]:
    year, kind = period_of(report)
    if year is None or not kind:
        return
    for match, words, offset in report.document.find(_COMPARED):
        what = match["what"]
        same = int(match["year"]) == year
        said = sentence(words.plain, match.start() - offset, match.start() - offset)
        named = re.match(rf"\s*(?:\d+[.、]\s*)?{year}\s*年", said) is not None  # 2024年会议费较2024年减少
        # 决算 beside 本年预算 is the usual comparison; only the same kind of figure of the same year is itself.
        if not same or (what and _WORDS[kind] not in what) or (not what and kind == "final" and not named):
            continue
        if kind == "final" and ("预算" in what or re.search(rf"{year + 1}\s*年", said)):
            continue
        if kind == "budget" and re.search(rf"决算|执行|{year + 1}\s*年", said):
            continue
        place = words.place(match.start("year") - offset, match.end("year") - offset)
        yield finding(place, expected=f"{year - 1}年", found=f"{year}年", year=year, fix=str(year - 1))
