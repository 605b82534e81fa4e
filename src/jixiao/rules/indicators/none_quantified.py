"""产出指标没有一项可量化。

Outputs are counted: 数量、质量、时效 of a whole table without one number leave nothing to check.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX126",
    title="产出指标没有一项量化",
    title_en="No output is quantified",
    message="{count}项产出指标都没有数值，应尽量量化",
    message_en="None of the {count} outputs has a number: quantify where possible",
    cite="cn.caiyu-2021-101#elements",
    severity="warning",
)
def none_quantified(report: Report, law: Law) -> Iterator[Outcome]:
    for appraisal in whole(report):
        outputs = [row for row in appraisal.indicators if row.kind1 == "output" and row.target]
        counted = any(c.isdigit() for row in outputs for c in row.target.text + row.actual.text)
        if len(outputs) >= law.number("outputs.least") and not counted:
            yield finding(*(row.target.place for row in outputs), count=len(outputs))
