"""One 自评表 recomputed: every indicator, the execution rate, the total and the grade."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jixiao.law import Law
from jixiao.model.amount import trimmed
from jixiao.model.appraisal import Appraisal, Field, Indicator
from jixiao.model.score import Points, SheetScore, Trace
from jixiao.score.execution import execution
from jixiao.score.indicator import points
from jixiao.score.numbers import ZERO, number, rounded, stated

Scored = tuple[tuple[Indicator, Points], ...]


def sheet(appraisal: Appraisal, law: Law) -> SheetScore:
    """The sheet with every point that can be recomputed."""
    appraisal = _in_points(appraisal, law)
    scored = tuple((row, replace(points(row, law), stated=stated(row))) for row in appraisal.indicators)
    money = execution(appraisal, law)
    computed, trace = _total(appraisal, scored, money, law)
    grade = law.grade(computed) if computed is not None else ""
    return SheetScore(appraisal, money, scored, number(appraisal.total_score), computed, grade, trace)


def _in_points(appraisal: Appraisal, law: Law) -> Appraisal:
    """Weights as points of a hundred: parts of one (0.1) are, and a column that cannot be weights is left out."""
    weights = [number(row.weight) for row in appraisal.indicators]
    total = sum((weight for weight in weights if weight is not None), ZERO)
    if total >= law.number("weight.misread"):
        rows = (replace(row, weight=None) for row in appraisal.indicators)
    elif 0 < total <= 1:
        rows = (replace(row, weight=_hundredfold(row.weight)) for row in appraisal.indicators)
    else:
        return appraisal
    return replace(appraisal, indicators=tuple(rows))


def _hundredfold(field: Field | None) -> Field | None:
    if field is None or field.amount is None:
        return field
    amount = field.amount
    return replace(field, amount=replace(amount, number=amount.number * 100, decimals=max(0, amount.decimals - 2)))


def _total(
    appraisal: Appraisal, scored: Scored, money: Points | None, law: Law
) -> tuple[Decimal | None, tuple[Trace, ...]]:
    """The total of a whole table whose weights make the full mark; nothing where a part is missing."""
    if not appraisal.complete or not scored:
        return None, ()
    weights = sum((p.weight for _, p in scored), ZERO)
    full = law.number("weight.total")
    counted = money if money is not None and weights + money.weight == full else None
    if weights != full and counted is None:
        return None, ()
    parts = [p for _, p in scored] + ([counted] if counted is not None else [])
    taken = [_taken(part) for part in parts]
    if any(one is None for one in taken):
        return None, ()
    result = rounded(sum((one for one in taken if one is not None), ZERO), law)
    return result, (_trace(parts, result, counted),)


def _taken(part: Points) -> Decimal | None:
    """The computed points, or the stated ones where the result leaves a choice and they lie within it."""
    if part.points is not None:
        return part.points
    given = part.stated
    return given if given is not None and part.low <= given <= part.high else None


def _trace(parts: list[Points], result: Decimal, money: Points | None) -> Trace:
    as_stated = sum(1 for part in parts if part.points is None or part.low != part.high)
    numbers = [("指标得分合计", trimmed(result - (money.points or ZERO if money else ZERO)))]
    if money is not None and money.points is not None:
        numbers.append(("预算执行率得分", trimmed(money.points)))
    if as_stated:
        numbers.append(("其中取填报得分的项数（定性或无法重算）", str(as_stated)))
    return Trace("各指标得分与预算执行率得分之和", tuple(numbers), trimmed(result), "product#total")
