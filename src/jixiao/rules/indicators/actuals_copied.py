"""完成值全部与指标值相同。

Every single result of a whole table equals its target. It may be so; it also happens when the column is copied.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import squeezed, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX122",
    title="完成值全部与指标值相同",
    title_en="Every actual value repeats its target",
    message="{count}项完成值与指标值完全相同，请核对是否照抄",
    message_en="All {count} actual values repeat their targets: were they copied?",
    cite="practice#thresholds",
    severity="info",
)
def actuals_copied(report: Report, law: Law) -> Iterator[Outcome]:
    for appraisal in whole(report):
        rows = [row for row in appraisal.indicators if row.target and row.actual]
        if len(rows) < law.number("copies.least"):
            continue
        if all(squeezed(row.target.text).lstrip("≥≤=><") == squeezed(row.actual.text).lstrip("≥≤=><") for row in rows):
            yield finding(rows[0].actual.place, rows[-1].actual.place, count=len(rows))
