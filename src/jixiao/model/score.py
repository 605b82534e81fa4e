"""Scores (得分) and how each point came to be (Trace 计算过程)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from jixiao.model.appraisal import Appraisal, Indicator


@dataclass(frozen=True, slots=True)
class Trace:
    """One step of a calculation: formula in words, numbers in, result, and the citation it rests on."""

    formula: str
    numbers: tuple[tuple[str, str], ...]
    result: str
    cite: str


@dataclass(frozen=True, slots=True)
class Points:
    """得分 of one indicator or of the execution rate, recomputed.

    ``points`` is None where it cannot be computed (``why_not`` says why), for a qualitative target ``low`` and
    ``high`` bound what the chosen level allows. ``met`` is None where it cannot be told. ``ratio`` is actual ÷ target
    in % where that has a meaning. ``stated`` are the points that were filled in. ``way`` is +1 where more is better,
    -1 where less is better, 0 where that is not known (or the result is not a number).
    """

    weight: Decimal
    points: Decimal | None
    low: Decimal
    high: Decimal
    met: bool | None
    ratio: Decimal | None
    trace: tuple[Trace, ...]
    why_not: str = ""
    stated: Decimal | None = None
    way: int = 0


@dataclass(frozen=True, slots=True)
class SheetScore:
    """One 自评表 recomputed: the execution rate, each indicator (in order), and the total where all are known.

    ``computed`` takes the stated points where a qualitative result leaves a choice and they lie in their band.
    """

    appraisal: Appraisal
    execution: Points | None
    indicators: tuple[tuple[Indicator, Points], ...]
    stated: Decimal | None
    computed: Decimal | None
    grade: str  # 优 良 中 差, or ""
    trace: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """总分 of a sheet: as stated, as it comes out (None where a part is missing), and the grade of that (or "")."""

    stated: Decimal | None
    computed: Decimal | None
    grade: str


@dataclass(frozen=True)
class Scores:
    """All 自评表 of a report, scored under one pack (place and year, with the hash of its parameters)."""

    pack: str
    pack_hash: str
    sheets: tuple[SheetScore, ...]

    @property
    def department(self) -> SheetScore | None:
        """The department's sheet."""
        return next((s for s in self.sheets if s.appraisal.kind == "department"), None)

    @cached_property
    def total(self) -> Total | None:
        """What the department's sheet comes to; the one thing of all scores that lists of many reports show."""
        sheet = self.department
        return Total(sheet.stated, sheet.computed, sheet.grade) if sheet else None
