"""Brings a target and an actual value onto one scale (同一口径): 30万件 and 594.9千件, 98% and 0.98, 80个 and 80."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.law import pattern, words
from jixiao.model.amount import Amount
from jixiao.model.appraisal import Indicator

_HUNDRED = Decimal(100)
_FAR = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Scaled:
    """Bounds of the target and the actual value in one unit; ``high`` only for a range."""

    low: Decimal
    high: Decimal | None
    actual: Decimal

    @property
    def nearest(self) -> Decimal:
        """What the actual value is measured against: the target, or in a range its nearest value of it."""
        return self.low if self.high is None else max(self.low, min(self.high, self.actual))


def scaled(indicator: Indicator) -> Scaled | str:
    """The indicator's numbers on one scale, or the reason why there is none."""
    goal, actual = indicator.goal, indicator.actual
    if goal.low is None:
        return "指标值不是数"
    if pattern("date_unit").search(goal.low.unit):
        return "指标值是日期"
    if not actual.text.strip():
        return "没有填实际完成值"
    if actual.amount is None:
        return "实际完成值不是一个数"
    if not comparable(goal.low, actual.amount):
        return f"指标值与完成值的单位不同（{goal.low.unit}、{actual.amount.unit}）"
    low, value = _pair(goal.low, actual.amount)
    high = (
        _pair(goal.high, actual.amount)[0] if goal.high is not None and comparable(goal.high, actual.amount) else None
    )
    return Scaled(low, high, value)


def comparable(target: Amount, actual: Amount) -> bool:
    """Whether two amounts measure the same: one dimension, one of them bare, or two ways of counting (个, 家)."""
    one, other = target.dimension, actual.dimension
    return one == other or not one or not other or (one in words("counters") and other in words("counters"))


def _pair(target: Amount, actual: Amount) -> tuple[Decimal, Decimal]:
    if target.unit and actual.unit:
        return target.value, actual.value
    if target.is_percent and not actual.unit:
        return target.value, _as_percent(actual, target)
    if actual.is_percent and not target.unit:
        return _as_percent(target, actual), actual.value
    return _bare(target, actual)


def _as_percent(bare: Amount, percent: Amount) -> Decimal:
    """0.98 beside 98% is 98; 98 beside 98% is 98 too."""
    if 0 < bare.number <= 1 < percent.number and (bare.decimals or bare.number == 1):
        return bare.number * _HUNDRED
    return bare.number


def _bare(target: Amount, actual: Amount) -> tuple[Decimal, Decimal]:
    """One has no unit: it is in the other's unit, unless that makes the two thousandfold apart and the base unit does not."""
    plain = target.number, actual.number
    if _apart(*plain) and not _apart(target.value, actual.value):
        return target.value, actual.value
    return plain


def _apart(one: Decimal, other: Decimal) -> bool:
    return bool(one and other) and not 1 / _FAR < abs(one / other) < _FAR
