"""Proof (计算依据): a value computed from records, with everything that is needed to compute it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

_SHOWN = Decimal("0.01")
_WHOLE = Decimal(100)
_JUST_BELOW = Decimal("99.99")


@dataclass(frozen=True, slots=True)
class Source:
    """A file or database table that was read (数据来源), and what became of its rows."""

    table: str  # id of the record table: up_pro_accept
    name: str  # as the user knows it: 受理.csv
    sha256: str
    read: int
    refused: int  # rows with a mistake, kept aside
    replaced: int  # rows that a later version of the same record replaced


@dataclass(frozen=True, slots=True)
class Proof:
    """A value with numerator, denominator, rows, sources, query and span of time.

    ``value`` is exact (never rounded) in ``unit``; None where it cannot be computed, and then ``reason`` says why.
    ``start`` and ``end`` are wall time of Asia/Shanghai, half open.
    """

    code: str
    title: str
    unit: str  # %, 件, 万元 …; never empty
    measure: str  # rate | mean | total
    value: Decimal | None
    reason: str
    numerator: Decimal
    denominator: Decimal | None  # None of a total
    start: datetime
    end: datetime
    rows: int  # rows that count
    sources: tuple[Source, ...]
    query: str
    definition: str
    cite: str
    verified: bool
    names: tuple[str, ...]  # wordings of typed indicators that mean exactly this

    @property
    def text(self) -> str:
        """The value as a report prints it: 99.20%, 594900件; — where there is none."""
        return printed(self.value, self.unit, exact=self.measure == "total")

    @property
    def read(self) -> int:
        """Rows read from all sources."""
        return sum(source.read for source in self.sources)

    @property
    def refused(self) -> int:
        """Rows kept aside, of all sources."""
        return sum(source.refused for source in self.sources)


def printed(value: Decimal | None, unit: str, *, exact: bool = False) -> str:
    """Two decimals, or every digit of a sum; what falls short of 100 % by however little is never printed as 100 %."""
    if value is None:
        return "—"
    if exact:
        return f"{value.normalize():f}{unit}"
    rounded = value.quantize(_SHOWN, ROUND_HALF_UP)
    return f"{_JUST_BELOW if unit == '%' and value < _WHOLE <= rounded else rounded:f}{unit}"
