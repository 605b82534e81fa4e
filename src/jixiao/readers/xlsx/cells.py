"""单元格: what a sheet holds, cell by cell, under limits; the dimension that a sheet gives itself is never believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.readers import limits
from jixiao.readers.xlsx.printed import printed, wording
from jixiao.readers.xlsx.sax import Enough, Handler, attribute
from jixiao.readers.xlsx.strings import shown
from jixiao.readers.xlsx.styles import Look, number

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_PLAIN = Look()
_TRUTH = {"1": "TRUE", "0": "FALSE"}
_CALENDAR = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell as it is seen: its words and whether it is framed."""

    text: str
    framed: bool


@dataclass(frozen=True, slots=True)
class Area:
    """合并单元格: a merged area, both ends counted in."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Budget:
    """What may still be read of the whole workbook."""

    cells: int = limits.SHEET_CELLS
    words: int = limits.SHEET_TEXT
    merges: int = limits.SHEET_MERGES


@dataclass
class Cells(Handler):
    """The cells of one sheet.

    ``limit`` names the limit at which reading ended; ``lost`` and ``wrong`` are the references of formulas without a
    result and of errors (#REF!).
    """

    strings: Sequence[str]
    looks: Sequence[Look]
    budget: Budget
    from_1904: bool = False
    found: dict[tuple[int, int], Entry] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    limit: str = ""
    _row: int = 0
    _column: int = 0
    _type: str = ""
    _look: Look = _PLAIN
    _formula: bool = False
    _reading: bool = False
    _value: list[str] | None = None
    _pieces: list[str] = field(default_factory=list)
    _rich: bool = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell, its value or a merge begins."""
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "v" or (name == "t" and self._rich and not self._reading):
            self._value = self._pieces
        elif name == "f":
            self._formula = True
        elif name == "is":
            self._rich = True
        elif name == "rPh":
            self._reading = True
        elif name == "col":
            self._hide_columns(attributes)
        elif name == "mergeCell":
            self._merge(attribute(attributes, "ref"))

    def finish(self, name: str) -> None:
        """A value or a cell is complete."""
        if name in ("v", "t"):
            self._value = None
        elif name == "is":
            self._rich = False
        elif name == "rPh":
            self._reading = False
        elif name == "c":
            self._keep()

    def words(self, text: str) -> None:
        """Words of a value."""
        if self._value is not None:
            self._value.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = number(attribute(attributes, "r")) or self._row + 1
        self._column = 0
        if attribute(attributes, "hidden") in ("1", "true"):
            self.hidden_rows.add(self._row)
        if self._row > limits.SHEET_ROWS:
            self._stop("sheet_rows")

    def _cell(self, attributes: dict[str, str]) -> None:
        self.budget.cells -= 1
        if self.budget.cells < 0:
            self._stop("sheet_cells")
        row, column = position(attribute(attributes, "r"))
        self._row, self._column = row or self._row or 1, column or self._column + 1
        self._type = attribute(attributes, "t")
        style = number(attribute(attributes, "s"))
        self._look = self.looks[style] if style < len(self.looks) else _PLAIN
        self._pieces, self._value, self._formula, self._rich = [], None, False, False

    def _keep(self) -> None:
        if self._column > limits.SHEET_COLUMNS or self._row > limits.SHEET_ROWS:
            self.limit = self.limit or "sheet_far"
            return
        raw = "".join(self._pieces)
        text = self._text(raw)
        if self._formula and not raw:
            self.lost.append(f"{letters(self._column)}{self._row}")
        if text or self._look.framed:
            self.budget.words -= len(text)
            if self.budget.words < 0:
                self._stop("sheet_text")
            self.found[self._row, self._column] = Entry(text, self._look.framed)

    def _text(self, raw: str) -> str:
        if self._type == "s":
            index = number(raw.strip()) if raw.strip() else -1
            return wording(self.strings[index], self._look.format) if 0 <= index < len(self.strings) else ""
        if self._type in ("str", "inlineStr"):
            return wording(shown(raw), self._look.format)
        if self._type == "e":
            self.wrong.append(f"{letters(self._column)}{self._row}")
            return raw
        if self._type == "b":
            return _TRUTH.get(raw, raw)
        if self._type == "d":
            return _calendar(raw)
        return printed(raw, self._look.format, from_1904=self.from_1904) if raw.strip() else ""

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if attribute(attributes, "hidden") in ("1", "true"):
            first, last = number(attribute(attributes, "min")), number(attribute(attributes, "max"))
            self.hidden_columns |= set(range(max(1, first), min(last, limits.SHEET_COLUMNS) + 1))

    def _merge(self, reference: str) -> None:
        self.budget.merges -= 1
        if self.budget.merges < 0:
            self._stop("sheet_merges")
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = position(first), position(last)
        if top and left and bottom >= top and right >= left:
            self.merges.append(Area(top, left, bottom, right))

    def _stop(self, limit: str) -> None:
        self.limit = limit
        raise Enough


def position(reference: str) -> tuple[int, int]:
    """Row and column of a reference (F12 → 12, 6); zeros where it is none."""
    match = _REFERENCE.fullmatch(reference.replace("$", ""))
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def letters(column: int) -> str:
    """The letters of a column: 6 → F."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _calendar(raw: str) -> str:
    match = _CALENDAR.match(raw)
    return f"{int(match[1])}/{int(match[2])}/{int(match[3])}" if match else raw
