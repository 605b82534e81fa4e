"""没有填指标值。

Asked only where the table's target column was found: some other row of it is filled in.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import NO_WHOLE_SHEET, title, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX103",
    title="没有填指标值",
    title_en="Target not filled in",
    message="“{item}”没有填年度指标值",
    message_en="{item} has no target",
    cite="cn.caiyu-2020-10#form",
    severity="warning",
)
def target_missing(report: Report) -> Iterator[Outcome]:
    if not any(appraisal.indicators for appraisal in whole(report)):
        yield NO_WHOLE_SHEET
        return
    for appraisal in whole(report):
        filled = sum(1 for row in appraisal.indicators if row.target)
        for row in appraisal.indicators:
            # Most rows of a column that was really read are filled in.
            if row.name and not row.target and (row.actual or row.weight) and filled * 2 > len(appraisal.indicators):
                yield finding(row.target.place, row.name.place, item=title(row))
