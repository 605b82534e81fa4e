"""满意度没有调查依据。

A satisfaction figure beside the words that no survey was made, or that the project is not finished, cannot have been measured.
"""

import re
from collections.abc import Iterator
from functools import cache

from jixiao.law import pattern
from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

_RATE = re.compile(r"\d{2,3}(?:\.\d+)?%")


@rule(
    "IX114",
    title="满意度没有调查依据",
    title_en="Satisfaction without a survey",
    message="“{item}”填{found}，却写明“{why}”，满意度应来自调查",
    message_en="{item} is {found}, yet it says {why}: satisfaction comes from a survey",
    cite="cn.caiyu-2021-101#classes",
    severity="warning",
)
def survey_missing(report: Report) -> Iterator[Outcome]:
    seen: set[tuple[int, int | None]] = set()
    for row in indicators(report):
        why = _why(row)
        if why and pattern("satisfaction").search(squeezed(row.name.text)):
            seen.add(_row(row.actual.place))
            yield finding(row.actual.place, row.name.place, found=row.actual.text.strip()[:8], item=title(row), why=why)
    for match, words, offset in report.document.find(_sentence()):
        rates = list(_RATE.finditer(match["middle"]))
        if rates:  # the last figure before the words is the result, one before it the target
            start = match.start("middle") + rates[-1].start() - offset
            place = words.place(start, start + len(rates[-1][0]))
            if _row(place) not in seen:
                yield finding(place, found=rates[-1][0], item="满意度", why=match["why"])


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(rf"满意[度率](?P<middle>[^。；\f]{{0,40}}?)(?P<why>{pattern('no_survey').pattern})")


def _why(row: Indicator) -> str:
    for field in (row.actual, row.note):
        match = pattern("no_survey").search(squeezed(field.text)) if field is not None else None
        if match and any(c.isdigit() for c in row.actual.text):
            return match[0]
    return ""


def _row(place: Place) -> tuple[int, int | None]:
    return place.block, place.row
