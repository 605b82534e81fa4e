"""Figure (数): one figure of a report that we write. Wherever it appears, in text or table, it is this one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Formula:
    """How a figure is worked out of others.

    ``operation``: sum, difference (first minus the rest), rate (first ÷ second in %), growth ((first − second) ÷ second
    in %), points (first: the weight; a score that has a Trace), count (how many arguments there are), same. ``arguments``
    are ids of figures.
    """

    operation: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, entered or worked out.

    ``id`` is its address, the same in every file we write: ``reception.final``, ``items.2.budget``,
    ``department.indicators.3.score`` (see model/filing.py). ``text`` is what is printed, without the unit, "" where
    nothing was entered; ``value`` the same as a number in ``unit`` (万元, %, 分, 人, ㎡, 件 or ""), None where ``text`` is
    no number (≥30万件, 有效提升). ``formula`` is None where it was entered.
    """

    id: str
    name: str  # 项目支出（2023年决算数）
    text: str
    unit: str = ""
    value: Decimal | None = None
    formula: Formula | None = None

    @property
    def words(self) -> str:
        """As a sentence prints it: 885.83万元."""
        return self.text + self.unit
