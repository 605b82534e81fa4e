"""Printing (写法): a value as it is printed, once for every place where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model.amount import Amount, trimmed, written
from jixiao.model.units import MONEY, unit_of

NOTHING = "—"  # where a rate has no base: never 0 %
_RATE = Decimal("0.01")
_LONGEST = 12  # more decimals than anybody prints: they come of a division


def shown(value: Decimal) -> str:
    """A number without exponent, trailing zeros and the sign of a zero: 10.00 → 10."""
    text = trimmed(value)
    return "0" if text == "-0" else text


def as_entered(amount: Amount, unit: str) -> tuple[str, Decimal]:
    """The words and the number of an entered amount in the unit of its column: 11075000元 in 万元 → 1107.5."""
    if unit_of(unit)[0] == MONEY and amount.is_money and amount.unit != unit:
        value = amount.value / unit_of(unit)[1]
        return shown(value), value
    return written(amount.number, amount.decimals), amount.number


def rate(value: Decimal) -> str:
    """A rate in %, two decimals at most: 79.98, 100."""
    return shown(value.quantize(_RATE, ROUND_HALF_UP))


def total(value: Decimal, parts: Iterable[str]) -> str:
    """A sum as precise as its parts, with trailing zeros only where the parts print them: 885.83, 20.4."""
    tails = [text.partition(".")[2] for text in parts]
    decimals = min(max(map(len, tails), default=0), _LONGEST)
    text = written(value, decimals)
    return text if any(tail.endswith("0") for tail in tails) else shown(Decimal(text))
