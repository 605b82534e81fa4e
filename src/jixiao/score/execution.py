"""Points of the execution rate (预算执行率得分): 全年执行数 ÷ 全年预算数, linear or in steps, never above the weight."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jixiao.law import Law
from jixiao.model.amount import trimmed
from jixiao.model.appraisal import Appraisal, Field, FundLine
from jixiao.model.score import Points, Trace
from jixiao.score.numbers import ZERO, number, rounded

_HUNDRED = Decimal(100)
_PARTS = ("fiscal", "carried", "other")  # 年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金
_KINDS = ("general", "gov_fund", "state_capital", "special", "other")


def execution(appraisal: Appraisal, law: Law) -> Points | None:
    """The execution rate's points; None where the sheet has no money row."""
    line = appraisal.fund
    if line is None:
        return None
    weight = number(line.weight)
    weight = law.number("weight.execution") if weight is None else weight
    return replace(_computed(appraisal, line, weight, law), stated=number(line.score), way=1)


def _computed(appraisal: Appraisal, line: FundLine, weight: Decimal, law: Law) -> Points:
    budget, spent = amounts(appraisal)
    if budget is None or spent is None:
        return _by_rate(line, weight, law)
    if budget <= 0:
        return _unknown(weight, "全年预算数为0，执行率无法计算")
    numbers = (("全年预算数", trimmed(budget)), ("全年执行数", trimmed(spent)), ("分值", trimmed(weight)))
    return _points(spent / budget * _HUNDRED, weight, numbers, law)


def amounts(appraisal: Appraisal) -> tuple[Decimal | None, Decimal | None]:
    """全年预算数 and 全年执行数 as printed; the sum of the parts where the total row is empty or zero."""
    line = appraisal.fund
    if line is None:
        return None, None
    return _whole(appraisal, line.adjusted, "adjusted"), _whole(appraisal, line.executed, "executed")


def _whole(appraisal: Appraisal, field: Field | None, column: str) -> Decimal | None:
    stated = number(field)
    if stated:
        return stated
    for kinds in (_PARTS, _KINDS):
        parts = [number(getattr(p, column)) for p in appraisal.funds if p.fund in kinds]
        summed = sum((p for p in parts if p is not None), ZERO)
        if summed:
            return summed
    return stated


def _by_rate(line: FundLine, weight: Decimal, law: Law) -> Points:
    rate = line.rate.amount if line.rate is not None else None
    if rate is None:
        return _unknown(weight, "没有全年预算数或全年执行数")
    # 0.95 in a rate column is 95 %: a column of rates that were not formatted as percentages.
    value = rate.value if rate.is_percent or rate.number > 1 else rate.number * _HUNDRED
    return _points(value, weight, (("执行率", f"{trimmed(value)}%"), ("分值", trimmed(weight))), law)


def _points(rate: Decimal, weight: Decimal, numbers: tuple[tuple[str, str], ...], law: Law) -> Points:
    choice = law.choice("execution")
    result = rounded(share(rate, law) * weight, law)
    words = {"linear": "执行率×分值，最高为分值", "stepped": "按执行率所在档次取分值的比例"}[choice.value]
    steps = (
        Trace("全年执行数÷全年预算数", numbers, f"{trimmed(rounded(rate, law))}%", "product#execution"),
        Trace(
            words,
            (("执行率", f"{trimmed(rounded(rate, law))}%"), ("分值", trimmed(weight))),
            trimmed(result),
            choice.cite,
        ),
    )
    return Points(weight, result, result, result, rate >= _HUNDRED, rate, steps)


def share(rate: Decimal, law: Law) -> Decimal:
    """The share of the weight that an execution rate (%) earns under the pack."""
    if law.text("execution") == "linear":
        return max(ZERO, min(rate / _HUNDRED, Decimal(1)))
    return next((Decimal(row["share"]) for row in law.table("execution_steps") if rate >= Decimal(row["low"])), ZERO)


def _unknown(weight: Decimal, reason: str) -> Points:
    return Points(weight, None, ZERO, weight, None, None, (), reason)
