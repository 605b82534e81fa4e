"""The formulae of quantitative scoring (计分公式): share of the weight for an actual ``a`` against a target ``t``."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

_ONE, _ZERO = Decimal(1), Decimal(0)


def forward(a: Decimal, t: Decimal) -> Decimal | None:
    """正向: full when met, else a ÷ t, a negative actual counting as 0; None where a target of 0 or less is not met."""
    if a >= t:
        return _ONE
    return None if t <= 0 else max(a, _ZERO) / t


def equal(a: Decimal, t: Decimal) -> Decimal | None:
    """等于: as 正向, but a target of zero is met only by zero (or less)."""
    if t == 0:
        return _ONE if a <= 0 else _ZERO
    return forward(a, t)


def reverse_linear(a: Decimal, t: Decimal) -> Decimal | None:
    """反向 A: full when met, then falls in a line to nothing at twice the target."""
    if a <= t:
        return _ONE
    if t < 0:
        return None
    return _ZERO if t == 0 or a >= 2 * t else _ONE - (a - t) / t


def reverse_ratio(a: Decimal, t: Decimal) -> Decimal | None:
    """反向 B: full when met, else t ÷ a."""
    if a <= t:
        return _ONE
    return None if t < 0 else t / a


REVERSE: dict[str, Callable[[Decimal, Decimal], Decimal | None]] = {"linear": reverse_linear, "ratio": reverse_ratio}
FORMULA = {
    "forward": "完成值不低于指标值得满分，否则 完成值÷指标值×分值",
    "equal": "完成值达到指标值得满分，否则 完成值÷指标值×分值（指标值为0时完成值为0得满分）",
    "linear": "完成值不高于指标值得满分，否则 [1−(完成值−指标值)÷指标值]×分值，达到两倍不得分",
    "ratio": "完成值不高于指标值得满分，否则 指标值÷完成值×分值",
    "range": "完成值在区间内得满分，低于下限按完成值÷下限×分值，反向指标高于上限按反向公式",
}
