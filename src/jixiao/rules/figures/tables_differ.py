"""两张表的同一数据不一致。

基础数据表, 部门整体支出绩效自评表 and the tables of final accounts give the same figures again. Only figures of the same year, stage and
fund are compared: 年初预算 beside 全年预算, or 一般公共预算 beside all funds, is no contradiction.
"""

from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._same import agree, in_tables, power_apart, same
from jixiao.rules.registry import finding, rule


@rule(
    "FG402",
    title="两张表的同一数据不一致",
    title_en="Two tables give different figures",
    message="{label}：此表为{found}，另一表为{expected}",
    message_en="{label}: {found} here, {expected} in another table",
    cite="arithmetic",
    severity="warning",
)
def tables_differ(report: Report) -> Iterator[Outcome]:
    seen: list[Fact] = []
    for fact in in_tables(report):
        if not fact.context.stage:
            continue
        twins = [
            other
            for other in seen
            if other.place.block != fact.place.block and same(other, fact) and other.context.stage == fact.context.stage
        ]
        if twins and not any(agree(fact.amount, t.amount) or power_apart(fact.amount, t.amount) for t in twins):
            yield finding(
                fact.place,
                twins[0].place,
                expected=twins[0].amount.text,
                found=fact.amount.text,
                label=fact.label.strip("：") or "合计",
            )
        seen.append(fact)
