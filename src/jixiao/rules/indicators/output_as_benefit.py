"""把产出当效益。

培训人数, 设备采购数量 are what was done, not what it brought about. Under 效益 they leave the effect unmeasured.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule


@rule(
    "IX127",
    title="把产出当效益",
    title_en="An output listed as a benefit",
    message="“{item}”是完成的工作量，属于产出指标，不是效益",
    message_en="{item} is work done: an output, not a benefit",
    cite="cn.caiyu-2021-101#classes",
    severity="info",
)
def output_as_benefit(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        if row.kind1 == "benefit" and row.goal.low is not None and pattern("activity").search(squeezed(row.name.text)):
            yield finding(row.name.place, item=title(row))
