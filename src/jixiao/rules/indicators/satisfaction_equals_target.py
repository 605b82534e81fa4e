"""满意度恰好等于指标值。

A survey seldom gives the target to the digit. Its source should be named.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule


@rule(
    "IX115",
    title="满意度恰好等于指标值",
    title_en="Satisfaction equals the target to the digit",
    message="“{item}”完成值{found}与指标值相同，请注明调查来源和样本数",
    message_en="{item}: the actual {found} equals the target; name the survey and its sample",
    cite="cn.caiyu-2021-101#values",
    severity="info",
)
def satisfaction_equals_target(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        low, actual = row.goal.low, row.actual.amount
        if (
            low is None
            or actual is None
            or low.value != actual.value
            or not pattern("satisfaction").search(squeezed(row.name.text))
        ):
            continue
        if low.is_percent or actual.is_percent:
            yield finding(row.actual.place, row.target.place, found=row.actual.text.strip(), item=title(row))
