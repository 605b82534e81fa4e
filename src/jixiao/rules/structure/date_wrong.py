"""填报日期有误。

A date that no calendar has, or one before the evaluated year was over: the results of a year cannot be reported
while it lasts.
"""

import re
from collections.abc import Iterator
from datetime import date

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_DATE = re.compile(r"(?P<year>20\d{2})\s*[年.\-/]\s*(?P<month>\d{1,2})\s*(?:[月.\-/]\s*(?P<day>\d{1,2})?)?")

_CLOSE_OF_YEAR = (12, 20)  # month, day: the accounts are closed about then


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@rule(
    "ST111",
    title="填报日期有误",
    title_en="The date of the report cannot be right",
    message="填报日期{found}早于{year}年度结束，应在{expected}之后",
    message_en="{found} lies before the evaluated year {year} was over",
    cite="practice#wording",
    severity="warning",
    variants={"impossible": ("没有“{found}”这一天", "there is no such day: {found}")},
)
def date_wrong(report: Report) -> Iterator[Outcome]:
    evaluated = report.form.kind in ("department", "project")  # a budget is published while its year lasts
    signed = [signoff.date for signoff in report.signoffs if signoff.date]
    for entry in (*(e for e in report.cover if "月" in e.text), *signed):
        match = _DATE.search(entry.text)
        if match is None:
            continue
        # Without a day the month is taken to its end.
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 28)
        if not _is_date(year, month, day):
            yield finding(entry.place, found=entry.text.strip(), variant="impossible")
        elif evaluated and report.year is not None and year <= report.year and (month, day) < _CLOSE_OF_YEAR:
            yield finding(entry.place, found=entry.text.strip(), expected=f"{report.year}年12月31日", year=report.year)
