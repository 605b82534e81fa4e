"""Amount (数值): a number as precise as it was printed, and when two of them agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cached_property

from jixiao.model.units import MONEY, PERCENT, unit_of

_HALF = Decimal("0.5")
_WIDE = Context(prec=200)  # a cell may hold any number of digits


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

        A whole count in a unit without prefix (14个, 36人) is exact: 0. So is a plain 0: nobody rounds to it.
        """
        factor = unit_of(self.unit)[1]
        if self.number == 0 and self.decimals == 0:
            return Decimal(0)
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
        if other.has_zero:
            return None
        ends = [a / b * 100 for a in (self.low, self.high) for b in (other.low, other.high)]
        return Span(min(ends), max(ends))

    @property
    def negative(self) -> Span:
        """The span mirrored at zero."""
        return Span(-self.high, -self.low)

    @property
    def middle(self) -> Decimal:
        """The value that was printed."""
        return (self.low + self.high) / 2

    @property
    def has_zero(self) -> bool:
        """Whether zero lies in it."""
        return self.low <= 0 <= self.high

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


def sharp_spans(*amounts: Amount) -> list[Span]:
    """Spans for differences and rates, where a whole number stands for itself.

    「预算1万元，实际0.97万元」: Excel drops trailing zeros, nobody rounds 0.97 to 1. So a whole amount of money is taken
    as precise as the finest of its neighbours, and to a tenth of its unit at least (our choice).
    """
    finest = min((a.step for a in amounts if a.is_money and a.decimals), default=None)
    spans = []
    for amount in amounts:
        step = amount.step
        if amount.is_money and not amount.decimals:
            step = min(step / 10, finest) if finest is not None else step / 10
        spans.append(Span(amount.value - step * _HALF, amount.value + step * _HALF))
    return spans


def sharp_total(amounts: list[Amount]) -> Span:
    """The sum of printed parts, whole numbers among finer ones taken as they stand: 470 + 262.5 + 153.33."""
    finest = min((a.step for a in amounts if a.is_money and a.decimals), default=None)
    result = Span(Decimal(0), Decimal(0))
    for amount in amounts:
        step = finest if finest is not None and amount.is_money and not amount.decimals else amount.step
        result += Span(amount.value - step * _HALF, amount.value + step * _HALF)
    return result


def written(number: Decimal, decimals: int) -> str:
    """A number rounded half up to some decimals, without exponent: 79.9846 → 79.98."""
    return f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE):f}"


def trimmed(number: Decimal) -> str:
    """A number without exponent and zeros at its end: 10.00 → 10."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_in(value: Decimal, unit: str, decimals: int) -> Amount:
    """An amount that we worked out ourselves, as it would be printed."""
    text = written(value / unit_of(unit)[1], decimals)
    return Amount(Decimal(text), unit, decimals, text + unit)


def in_percent(amount: Amount) -> Amount:
    """1.2倍 and 12‰ as percentages; a percentage as it is."""
    if amount.unit == "倍":
        return Amount(amount.number * 100, PERCENT, max(0, amount.decimals - 2), amount.text)
    if amount.unit == "‰":
        return Amount(amount.number / 10, PERCENT, amount.decimals + 1, amount.text)
    return amount


def in_finest(value: Decimal, like: list[Amount]) -> str:
    """A value (base unit) in the unit that most of the amounts use, as fine as the finest of them but no longer than needed.

    The first amount is the one to be replaced: at least its decimals are written.
    """
    units = [a.unit for a in like]
    unit = max(units, key=units.count)
    finest, least = max(a.decimals for a in like), like[0].decimals
    number = written(value / unit_of(unit)[1], finest)
    while finest > least and number.endswith("0"):
        number, finest = number[:-1].removesuffix("."), finest - 1
    return number + unit


def unit_slip(sums: Span, stated: Amount) -> Decimal | None:
    """The power of ten by which a printed amount of money is off from what it should be (万元 for 元), or None."""
    if not stated.is_money or not stated.value:
        return None
    for power in (4, -4, 8, -8, 3, -3):
        factor = Decimal(10) ** power
        if sums.meets(Span(stated.span.low * factor, stated.span.high * factor)):
            return factor
    return None


def off_by_unit(exact: Span, stated: Amount) -> bool:
    """Whether a rate would be right if one of its two amounts stood in another unit (元, 万元, 亿元): a slip of the unit."""
    powers = (Decimal(10) ** power for power in (4, -4, 8, -8))
    return any(stated.agrees(Span(exact.low * power, exact.high * power)) for power in powers)
