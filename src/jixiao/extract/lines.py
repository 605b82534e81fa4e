"""Lines (行): the rows of a table as they are read: each cell once, with its squeezed text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.forms.vocabulary import roles
from jixiao.model.amount import Amount
from jixiao.model.appraisal import Field
from jixiao.model.document import Cell, Table, Words
from jixiao.model.quantities import single

_FIGURE = re.compile(r"[\s\-¥￥.]*\d")  # only then can it be a number; most cells are words
_DATE = ("年", "月", "日", "号")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells left to right (a cell that spans rows stands in each), and their squeezed texts.

    ``own`` tells which cells begin in this row; the others hang down from a row above.
    """

    number: int
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    own: tuple[bool, ...]
    roles: tuple[Mapping[str, str], ...]  # what each text means as a head cell or label, by group of the vocabulary
    marked: bool  # whether any text means something

    def columns(self, group: str) -> dict[str, int]:
        """Role → first position of the cells that mean something in a group."""
        found: dict[str, int] = {}
        if self.marked:
            for i, roles in enumerate(self.roles):
                if roles and group in roles:
                    found.setdefault(roles[group], i)
        return found

    @property
    def filled(self) -> list[int]:
        """The positions of cells that begin here and have text."""
        return [i for i, text in enumerate(self.texts) if text and self.own[i]]


def lines(table: Table) -> list[Line]:
    """The rows of a table, top to bottom."""
    texts: dict[int, str] = {}
    meant: dict[int, Mapping[str, str]] = {}
    result = []
    for number in range(1, len(table.grid) + 1):
        cells = tuple(table.row(number))
        for cell in cells:
            if cell.row == number:
                texts[id(cell)] = text = "".join(cell.plain.split())
                if text and (found := roles(text)):
                    meant[id(cell)] = found
        own = tuple(cell.row == number for cell in cells)
        marks = tuple(meant.get(id(cell), _NONE) for cell in cells)
        result.append(Line(number, cells, tuple(texts.get(id(cell), "") for cell in cells), own, marks, any(marks)))
    return result


def field_of(words: Words, unit: str = "") -> Field:
    """The field that a cell or paragraph is: its trimmed text, its place, and its amount where it is one number."""
    text = words.plain.strip()
    if not text:
        return Field("", words.place())
    start = words.plain.find(text)
    return Field(text, words.place(start, start + len(text)), one_number(text, unit))


def field_at(words: Words, start: int, end: int, unit: str = "") -> Field:
    """The field that a span of a cell or paragraph is, trimmed."""
    raw = words.plain[start:end]
    text = raw.strip()
    start += len(raw) - len(raw.lstrip())
    return Field(text, words.place(start, start + len(text)), one_number(text, unit) if text else None)


def one_number(text: str, unit: str = "") -> Amount | None:
    """The one number of a cell; 2022年决算数 and 2023年底 are none."""
    if not _FIGURE.match(text):
        return None
    found = single(text, unit)
    return None if found is not None and found.unit.startswith(_DATE) else found


def placed(line: Line, head: Line, at: int) -> int | None:
    """Which cell of a row stands under head cell ``at``.

    By position where both rows have as many cells (the text that Word gives has no spans), else by the columns that
    they cover.
    """
    if len(line.cells) == len(head.cells):
        return at
    wanted = head.cells[at]
    left, right = wanted.column, wanted.column + wanted.columns
    best, most = None, 0
    for i, cell in enumerate(line.cells):
        shared = min(right, cell.column + cell.columns) - max(left, cell.column)
        if shared > most:
            best, most = i, shared
    return best
