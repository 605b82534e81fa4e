"""Trouble (问题): something in the records that cannot be used, placed, with what would mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """One mistake: a cell, a row (no column), or a whole file or table that cannot be read (``fatal``)."""

    file: str
    table: str
    row: int | None  # as the user sees it in the file: the heading is row 1
    column: str
    value: str
    problem: str
    fix: str
    problem_en: str
    fix_en: str
    fatal: bool = False
