"""What is shown of indicators that were computed from records: each with its proof, its months and its units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from jixiao.model.proof import Proof
from jixiao.writers.view import plain_number

_SHOWN = Decimal("0.01")
_SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of an indicator (一个月或一个单位): its own sums, its own value."""

    name: str
    numerator: Decimal
    denominator: Decimal | None
    rows: int
    value: Decimal | None
    unit: str = ""

    @property
    def text(self) -> str:
        """The value as the terminal and the page print it."""
        return printed(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: its proof, and the parts that make it up."""

    proof: Proof
    title: str  # in the language of the reader
    months: tuple[Slice, ...] = ()
    units: tuple[Slice, ...] = ()
    by: str = ""  # what the units are where they are no organisations: 科目, 项目


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that ``compute`` gives: of which store, for which span of time (half open)."""

    store: str
    period: str
    start: datetime
    end: datetime
    lines: tuple[Line, ...]

    @property
    def known(self) -> int:
        """How many indicators have a value."""
        return sum(line.proof.value is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class Listing:
    """All that ``explain`` gives: the rows behind an indicator, ``total`` of them, the first ones shown."""

    store: str
    period: str
    proof: Proof
    title: str
    what: str  # 逾期办结的办件
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    total: int


def worth(measure: str, numerator: Decimal, denominator: Decimal | None, scale: int = 1) -> Decimal | None:
    """The value of some sums by the indicator's measure; None where nothing can be divided."""
    if measure == "total":
        return numerator / scale
    if not denominator:
        return None
    return (100 if measure == "rate" else 1) * numerator / denominator


def part(name: str, measure: str, unit: str, sums: Iterable[tuple[Decimal, Decimal | None, int]], scale: int) -> Slice:
    """The slice that some cells make up together."""
    numerator, denominator, rows = Decimal(0), Decimal(0), 0
    for above, below, many in sums:
        numerator, denominator, rows = numerator + above, denominator + (below or 0), rows + many
    below_ = None if measure == "total" else denominator
    return Slice(name, numerator, below_, rows, worth(measure, numerator, below_, scale), unit)


def printed(value: Decimal | None, unit: str) -> str:
    """At most two decimals and the unit; what falls short of 100 % is never printed as 100 %."""
    if value is None:
        return "—"
    rounded = value.quantize(_SHOWN)
    if unit == "%" and value < 100 <= rounded:  # noqa: PLR2004 - per cent
        return "99.99%"
    return (f"{rounded:f}" if unit == "%" else grouped(rounded)) + unit


def grouped(value: Decimal | None) -> str:
    """A number with commas between the thousands: 591,260."""
    if value is None:
        return "—"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def fraction(proof: Proof | Slice) -> str:
    """The sums behind a value: 591,218 ÷ 591,260."""
    above = grouped(proof.numerator)
    return above if proof.denominator is None else f"{above} ÷ {grouped(proof.denominator)}"


def span(start: datetime, end: datetime) -> str:
    """The days that count, first and last: 2023-01-01—2023-12-31."""
    last = end - timedelta(microseconds=1)
    return f"{start:%Y-%m-%d}—{last:%Y-%m-%d}"


def short(sha256: str) -> str:
    """The beginning of a hash, enough to tell files apart by eye."""
    return sha256[:_SHORT_HASH]


def shown(cell: object) -> str:
    """A cell of the rows behind an indicator, as a person reads it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    if isinstance(cell, Decimal):
        return plain_number(cell)
    return str(cell)
