"""Random money and how it is printed. Money is kept in 分 (whole numbers), so that printed figures are rounded like real ones."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

FACTOR = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


@dataclass(frozen=True)
class Print:
    """How a report prints: money unit and decimals, decimals of percentages, commas between thousands, exact or not."""

    unit: str
    places: int
    rate_places: int
    commas: bool

    def money(self, cents: int, *, unit: bool = True) -> str:
        """123456789分 → 123.46万元."""
        return self.number(Decimal(cents) / FACTOR[self.unit], self.places) + (self.unit if unit else "")

    def number(self, value: Decimal, places: int) -> str:
        """A number rounded half up, trailing zeros cut as typists do."""
        return f"{rounded(value, places):,f}" if self.commas else f"{rounded(value, places):f}"

    def rate(self, part: int | Decimal, whole: int | Decimal) -> str:
        """part ÷ whole as a percentage."""
        return percent(part, whole, self.rate_places)

    @property
    def step(self) -> int:
        """The smallest printed amount, in 分."""
        return FACTOR[self.unit] // 10**self.places


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def percent(part: int | Decimal, whole: int | Decimal, places: int) -> str:
    """part ÷ whole with a percent sign: 63.07%, 100%."""
    value = rounded(Decimal(part) * 100 / Decimal(whole), places)
    return f"{value.to_integral_value() if value == 100 else value}%"


def short(value: Decimal) -> str:
    """Without trailing zeros: 9.50 → 9.5, 10.00 → 10."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def parts_of(rng: random.Random, whole: int, count: int, grain: int) -> list[int]:
    """A whole cut into parts, each at least a twelfth of its fair share, in steps of the grain."""
    steps = whole // grain
    floor = max(1, steps // (12 * count))
    cuts = sorted(rng.sample(range(1, steps - floor * count), count - 1)) if count > 1 else []
    edges = [0, *cuts, steps - floor * count]
    parts = [(b - a + floor) * grain for a, b in pairwise(edges)]
    parts[-1] += whole - sum(parts)
    return parts
