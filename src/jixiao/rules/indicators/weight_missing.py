"""指标没有分值。

A row with a target and a result but without points counts for nothing. Asked only where the other rows of the table have theirs.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import NO_WHOLE_SHEET, title, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX125",
    title="指标没有分值",
    title_en="Indicator without a weight",
    message="“{item}”没有填分值",
    message_en="{item} has no weight",
    cite="cn.caiyu-2020-10#form",
    severity="warning",
    variants={"zero": ("“{item}”的分值为0", "{item} has a weight of 0")},
)
def weight_missing(report: Report) -> Iterator[Outcome]:
    if not any(appraisal.indicators for appraisal in whole(report)):
        yield NO_WHOLE_SHEET
        return
    for appraisal in whole(report):
        weighted = sum(1 for row in appraisal.indicators if row.weight)
        for row in appraisal.indicators:
            if row.weight is None or not row.target or not row.actual or weighted * 2 <= len(appraisal.indicators):
                continue
            if not row.weight:
                yield finding(row.weight.place, row.name.place, item=title(row))
            elif row.weight.amount is not None and row.weight.amount.number == 0:
                yield finding(row.weight.place, row.name.place, item=title(row), variant="zero")
