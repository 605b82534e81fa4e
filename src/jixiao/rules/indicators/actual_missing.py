"""没有填实际完成值。

A target without a result. A column that is not there at all belongs to a table of targets, not to a 自评表; one that is there and
empty throughout is named once.
"""

from collections.abc import Iterator

from jixiao.model.appraisal import Appraisal
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import NO_WHOLE_SHEET, title, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX104",
    title="没有填实际完成值",
    title_en="Actual value not filled in",
    message="“{item}”指标值为“{target}”，没有填实际完成值",
    message_en="{item} has the target {target} and no actual value",
    cite="cn.caiyu-2020-10#form",
    severity="warning",
    variants={
        "column": (
            "{count}项指标的实际完成值整列没有填",
            "The column of actual values is empty for all {count} indicators",
        ),
    },
)
def actual_missing(report: Report) -> Iterator[Outcome]:
    if not any(appraisal.indicators for appraisal in whole(report)):
        yield NO_WHOLE_SHEET
        return
    for appraisal in whole(report):
        rows = [row for row in appraisal.indicators if row.target]
        empty = [row for row in rows if not row.actual and row.actual.place.block]
        if len(empty) == len(rows) > 1 and _appraises(appraisal):
            yield finding(*(row.actual.place for row in empty), variant="column", count=len(empty))
        elif len(empty) * 2 < len(rows):
            for row in empty:
                yield finding(row.actual.place, row.target.place, item=title(row), target=row.target.text.strip()[:12])


def _appraises(appraisal: Appraisal) -> bool:
    """Whether the table has weights or money spent: more than a declaration of targets."""
    fund = appraisal.fund
    return any(row.score is not None for row in appraisal.indicators) and bool(fund and (fund.executed or fund.rate))
