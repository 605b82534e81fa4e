"""没有填实际完成值。"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import title, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX104",
    title="没有填实际完成值",
    title_en="Actual value not filled in",
    message="“{item}”指标值为“{target}”，没有填实际完成值",
    message_en="{item} has the target {target} and no actual value",
    cite="cn.caiyu-2020-10#form",
    severity="warning",
)
def actual_missing(report: Report) -> Iterator[Outcome]:
    for appraisal in whole(report):
        filled = sum(1 for row in appraisal.indicators if row.actual)
        for row in appraisal.indicators:
            if row.target and not row.actual and filled * 2 > len(appraisal.indicators):
                yield finding(row.actual.place, row.target.place, item=title(row), target=row.target.text.strip()[:12])
