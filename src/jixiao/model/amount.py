"""Amount (数值): a number as precise as it was printed, and when two of them agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from jixiao.model.units import MONEY, PERCENT, unit_of

_HALF = Decimal("0.5")


@dataclass(frozen=True)
class Amount:
    """A printed number.

    ``number`` is as printed (1107.5), ``unit`` as printed or as its column says (万元, %, 千件, ""), ``decimals`` the
    printed decimals, ``text`` the words. ``value`` and ``step`` are in the unit's base: 元, 件, %.
    """

    number: Decimal
    unit: str
    decimals: int
    text: str

    @cached_property
    def dimension(self) -> str:
        """元 for any money, 件 for 件/千件/万件, % for percentages, "" for a bare number."""
        return unit_of(self.unit)[0]

    @cached_property
    def value(self) -> Decimal:
        """The number in its base unit: 1107.5万元 → 11075000 (元)."""
        return self.number * unit_of(self.unit)[1]

    @cached_property
    def step(self) -> Decimal:
        """One unit of the last printed place, in the base unit: 1107.5万元 → 1000 (元).

        A whole count in a unit without prefix (14个, 36人) is exact: 0.
        """
        factor = unit_of(self.unit)[1]
        if self.decimals == 0 and factor == 1 and self.dimension not in (MONEY, PERCENT):
            return Decimal(0)
        return factor.scaleb(-self.decimals)

    @property
    def is_money(self) -> bool:
        """Whether the unit is 元 or a multiple of it."""
        return self.dimension == MONEY

    @property
    def is_percent(self) -> bool:
        """Whether the unit is %."""
        return self.dimension == PERCENT

    @property
    def span(self) -> Span:
        """What the exact value may have been when this was printed by rounding."""
        return Span(self.value - self.step * _HALF, self.value + self.step * _HALF)

    @property
    def wide_span(self) -> Span:
        """What the exact value may have been when this was printed by rounding or by cutting off."""
        low, high = self.span
        reach = self.step if self.value >= 0 else Decimal(0)
        back = self.step if self.value < 0 else Decimal(0)
        return Span(min(low, self.value - back), max(high, self.value + reach))

    def agrees(self, other: Span | Decimal) -> bool:
        """Whether an exact value, or a span of them, could have been printed as this (rounded or cut off)."""
        low, high = (other, other) if isinstance(other, Decimal) else other
        mine = self.wide_span
        return low <= mine.high and mine.low <= high

    def written(self, value: Decimal) -> str:
        """Another value (in the base unit) written as this one was: same unit, same decimals."""
        return written(value / unit_of(self.unit)[1], self.decimals) + self.unit


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval of values in one base unit."""

    low: Decimal
    high: Decimal

    def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204 - unpacking low, high
        return iter((self.low, self.high))

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Span) -> Span:
        return Span(self.low - other.high, self.high - other.low)

    def over(self, other: Span) -> Span | None:
        """The quotient as a percentage, or None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [a / b * 100 for a in (self.low, self.high) for b in (other.low, other.high)]
        return Span(min(ends), max(ends))

    def meets(self, other: Span) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


def total(amounts: Iterable[Amount]) -> Span:
    """The sum of printed parts as a span."""
    result = Span(Decimal(0), Decimal(0))
    for amount in amounts:
        result += amount.span
    return result


def ratio(part: Amount, whole: Amount) -> Span | None:
    """part ÷ whole in %, with the play that their printed precision leaves; None where the whole may be zero."""
    return part.span.over(whole.span)


def written(number: Decimal, decimals: int) -> str:
    """A number rounded half up to some decimals, without exponent: 79.9846 → 79.98."""
    return f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"


def amount_in(value: Decimal, unit: str, decimals: int) -> Amount:
    """An amount that we worked out ourselves, as it would be printed."""
    text = written(value / unit_of(unit)[1], decimals)
    return Amount(Decimal(text), unit, decimals, text + unit)
