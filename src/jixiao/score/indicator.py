"""Points (得分) of one indicator, recomputed with its trace."""

from __future__ import annotations

from decimal import Decimal

from jixiao.law import Law
from jixiao.model.amount import trimmed
from jixiao.model.appraisal import Indicator
from jixiao.model.score import Points, Trace
from jixiao.score.conventions import FORMULA, REVERSE, equal, forward
from jixiao.score.direction import direction, worded
from jixiao.score.numbers import ZERO, number, rounded
from jixiao.score.qualitative import qualitative
from jixiao.score.scale import Scaled, scaled

_FORWARD = "cn.caiyu-2020-10#16"


def points(indicator: Indicator, law: Law) -> Points:
    """What the indicator scores under a pack; ``why_not`` says why where it cannot be computed."""
    weight = number(indicator.weight)
    if indicator.goal.sign == "text" or (indicator.goal.low is None and indicator.actual.amount is None):
        return qualitative(indicator, weight, law)
    values = scaled(indicator)
    if isinstance(values, str):
        return _unknown(weight, values)
    rule, share = _share(indicator, values, law)
    base = values.nearest
    ratio = values.actual / base * 100 if base else None
    if share is None:
        return _unknown(weight, "指标方向不明或指标值为负，无法判断是否完成", ratio)
    way = direction(indicator)
    if weight is None:
        return Points(ZERO, None, ZERO, ZERO, share == 1, ratio, (), "没有分值", way=way)
    result = rounded(share * weight, law)
    cite = law.choice("reverse").cite if rule in REVERSE else _FORWARD
    trace = Trace(FORMULA[rule], _numbers(indicator, weight), trimmed(result), cite)
    return Points(weight, result, result, result, share == 1, ratio, (trace,), way=way)


def _unknown(weight: Decimal | None, reason: str, ratio: Decimal | None = None) -> Points:
    return Points(weight or ZERO, None, ZERO, weight or ZERO, None, ratio, (), reason)


def _share(indicator: Indicator, values: Scaled, law: Law) -> tuple[str, Decimal | None]:
    """The formula that applies and the share of the weight it gives, None where it cannot be told."""
    sign = indicator.goal.sign
    if values.high is not None:
        return "range", _range(values, worded(indicator), law)
    if sign == "=":
        # More than an exact target is a deviation where less would be better; no formula found covers it.
        exceeds = values.actual > values.low > 0 and worded(indicator) < 0
        return "equal", None if exceeds else equal(values.actual, values.low)
    if sign == "" and values.actual == values.low:
        return "equal", Decimal(1)
    way = direction(indicator)
    if way == 0 or (sign == "" and values.low == 0 and way > 0):
        return "equal", None
    if way > 0:
        return "forward", forward(values.actual, values.low)
    name = law.text("reverse")
    return name, REVERSE[name](values.actual, values.low)


def _range(values: Scaled, way: int, law: Law) -> Decimal | None:
    """Full within the bounds; beyond the upper one it counts as a loss only where less is better."""
    if values.high is not None and values.actual > values.high:
        return REVERSE[law.text("reverse")](values.actual, values.high) if way < 0 else None
    return forward(values.actual, values.low)


def _numbers(indicator: Indicator, weight: Decimal) -> tuple[tuple[str, str], ...]:
    return (("指标值", indicator.target.text), ("完成值", indicator.actual.text), ("分值", trimmed(weight)))
