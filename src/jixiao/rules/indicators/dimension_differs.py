"""指标值与完成值不是同一种量。

A target in 件 answered in %, or in 万元 answered in 天, measures something else.
"""

from collections.abc import Iterator

from jixiao.law import words
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, title
from jixiao.rules.registry import finding, rule


@rule(
    "IX107",
    title="指标值与完成值不是同一种量",
    title_en="Target and actual measure different things",
    message="“{item}”指标值单位是{unit}，完成值单位是{other}，无法比较",
    message_en="{item}: the target is in {unit}, the actual in {other}: not comparable",
    cite="cn.caiyu-2021-101#elements",
    severity="warning",
)
def dimension_differs(report: Report) -> Iterator[Outcome]:
    known = words("counters") | words("measures")
    for row in indicators(report):
        target, actual = row.goal.low, row.actual.amount
        if target is None or actual is None or target.dimension == actual.dimension:
            continue
        units = {target.dimension, actual.dimension}
        # Only units that are surely units, of which at most one is a way of counting.
        if units <= known and not units <= words("counters") and not units <= words("durations"):
            yield finding(
                row.actual.place,
                row.target.place,
                found=actual.text,
                item=title(row),
                unit=target.unit,
                other=actual.unit,
            )
