"""布局: which table stands on which sheet, what is printed above and below it, and in which cell each figure stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from jixiao.model.figure import Figure
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Slot
from jixiao.writers.report.workings import is_quotient

DATA, CHARTS = "数据", "图"
DATA_TOP = 3  # rows above the first figure of the list: title, explanation, heads
DATA_VALUE = 2  # its column of values
_ABOVE = ("caption", "note")
_BELOW = ("note", "signoff")
_LONGEST = 31  # of the name of a sheet
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_YEAR = re.compile(r"^(?:\d{4}年度?)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """工作表 of one table: the lines printed with it, and the row (from 0) in which the table begins."""

    name: str
    grid: Grid
    above: tuple[Line, ...]
    below: tuple[Line, ...]

    @property
    def top(self) -> int:
        """The first row of the table."""
        return len(self.above)


@dataclass(frozen=True)
class Plan:
    """Where everything stands."""

    sheets: tuple[Sheet, ...]
    figures: Mapping[str, Figure]
    homes: Mapping[str, tuple[str, int, int]]  # the cell in which a figure is worked out or entered: sheet, row, column

    def at(self, one: str, sheet: str) -> str:
        """A reference to the cell of a figure, as it is written on a sheet."""
        home, row, column = self.homes[one]
        cell: str = xl_rowcol_to_cell(row, column)
        return cell if home == sheet else f"{quote_sheetname(home)}!{cell}"


def plan(manuscript: Manuscript) -> Plan:
    """The plan of a manuscript. A figure is at home where a table first prints it alone, else in the list of figures."""
    sheets = tuple(_sheets(manuscript))
    figures = dict(manuscript.figures)
    homes: dict[str, tuple[str, int, int]] = {}
    for sheet in sheets:
        for slot in sheet.grid.slots:
            figures |= {run.id: run for run in slot.runs if isinstance(run, Figure) and run.id not in figures}
            one = alone(slot)
            if one is not None and (one.value is not None or is_quotient(one)):
                homes.setdefault(one.id, (sheet.name, sheet.top + slot.row - 1, slot.column - 1))
    for number, identity in enumerate(figures):
        homes.setdefault(identity, (DATA, DATA_TOP + number, DATA_VALUE))
    return Plan(sheets, figures, homes)


def alone(slot: Slot) -> Figure | None:
    """The figure of a cell that holds nothing else."""
    first = slot.runs[0] if len(slot.runs) == 1 else None
    return first if isinstance(first, Figure) else None


def _sheets(manuscript: Manuscript) -> Iterable[Sheet]:
    taken = {DATA, CHARTS}
    pieces = manuscript.pieces
    for number, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            above = _lines(reversed(pieces[:number]), _ABOVE)[::-1]
            below = _lines(pieces[number + 1 :], _BELOW)
            if any(line.style == "caption" for line in below):
                below = ()
            caption = above or (Line("caption", (piece.title,)),)
            name = _name(piece, taken)
            taken.add(name)
            yield Sheet(name, piece, tuple(caption), tuple(below))


def _lines(pieces: Iterable[object], styles: tuple[str, ...]) -> tuple[Line, ...]:
    found: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Break) or not isinstance(piece, Line) or piece.style not in styles:
            break
        found.append(piece)
    return tuple(found)


def _name(grid: Grid, taken: set[str]) -> str:
    plain = _FORBIDDEN.sub("", _YEAR.sub("", grid.title)).strip("' ") or "表"
    family, _, number = grid.id.rpartition(".")
    wanted = f"{plain[: _LONGEST - 4]}（{number}）" if family and number.isdigit() else plain[:_LONGEST]
    name, n = wanted, 2
    while name.lower() in {one.lower() for one in taken}:
        name, n = f"{wanted[: _LONGEST - 5]}（{n}）", n + 1
    return name
