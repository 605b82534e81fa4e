"""From rows of cells without spans to a grid: rows have different numbers of cells because cells were merged."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby

from jixiao.model.document import Cell, Table, cell

_NUMBER = re.compile(r"[\s\u3000]*(?:[≥≤><=＝〉〈﹥﹤]?\s*[-－—]?[\d.,，．]+\s*[%％‰]?|[-－—/]+)[\s\u3000]*")
_LONG = 30


class Draft:
    """A cell that is still being read: its lines with their numbers in the file."""

    __slots__ = ("numbers", "texts")

    def __init__(self, texts: list[str], numbers: list[int]) -> None:
        self.texts, self.numbers = texts, numbers

    def add(self, text: str, number: int) -> None:
        """A further line of the cell."""
        self.texts.append(text)
        self.numbers.append(number)

    @property
    def text(self) -> str:
        """The words of the cell."""
        return "\n".join(self.texts).rstrip("\n")

    @property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """(offset, line of the file) of each line."""
        found, offset = [], 0
        for text, number in zip(self.texts, self.numbers, strict=True):
            found.append((offset, number))
            offset += len(text) + 1
        return tuple(found)


Rows = list[list[Draft]]


def table(block: int, rows: Rows) -> Table:
    """The table of some rows: a shorter row lets one cell span what is missing, so that figures stay under their header."""
    rows = _rejoined(rows)
    width = max(len(row) for row in rows)
    widths = _widths(rows, width)
    cells: list[Cell] = []
    for row_at, (row, spans) in enumerate(zip(rows, widths, strict=True), 1):
        column = 1
        for draft, span in zip(row, spans, strict=True):
            cells.append(cell(block, row_at, column, draft.text, columns=span, lines=draft.lines))
            column += span
    return Table.of(block, _merged(cells))


def _rejoined(rows: Rows) -> Rows:
    """A row that fell apart because a cell ended with an empty line: 绩效指标 alone, then its other cells.

    Certain only when the two together are as wide as the row after them, and that one begins with the (empty) rest of
    the merged cell while the second part does not.
    """
    found: Rows = []
    index = 0
    while index < len(rows):
        row = rows[index]
        if len(row) == 1 and row[0].text.strip() and index + 2 < len(rows):
            rest, after = rows[index + 1], rows[index + 2]
            if len(rest) + 1 == len(after) and rest[0].text.strip() and not after[0].text.strip():
                found.append(row + rest)
                index += 2
                continue
        found.append(row)
        index += 1
    return found


def _widths(rows: Rows, width: int) -> list[list[int]]:
    """How many columns each cell spans, row by row. Neighbouring rows with as many cells are laid out alike."""
    full = [row for row in rows if len(row) == width]
    kinds = [Counter(_kind(row[column]) for row in full) for column in range(width)]
    found: list[list[int]] = []
    for count, group in groupby(rows, key=len):
        alike = list(group)
        wide = _wide_cell(alike, kinds, width) if count < width else 0
        found += [[width - count + 1 if column == wide else 1 for column in range(count)]] * len(alike)
    return found


def _wide_cell(rows: Rows, kinds: list[Counter[str]], width: int) -> int:
    """Which cell of these rows is the merged one: the label, or a long text where the others fit their columns better."""
    labels = Counter(_first(row) for row in rows)
    best = max(labels.items(), key=lambda item: (item[1], item[0]))[0]
    count = len(rows[0])
    long = [at for at in range(best + 1, count) if sum(_kind(row[at]) == "long" for row in rows) * 2 > len(rows)]
    return max([best, *long], key=lambda at: (_fit(rows, kinds, at, width - count), at))


def _fit(rows: Rows, kinds: list[Counter[str]], wide: int, extra: int) -> float:
    fit = 0.0
    for row in rows:
        for at, draft in enumerate(row):
            seen = kinds[at + extra if at > wide else at]
            fit += seen[_kind(draft)] / seen.total()
    return fit


def _first(row: list[Draft]) -> int:
    return next((at for at, draft in enumerate(row) if draft.text.strip()), 0)


def _kind(draft: Draft) -> str:
    text = draft.text
    if not text.strip():
        return "empty"
    if _NUMBER.fullmatch(text):
        return "number"
    return "long" if len(text) > _LONG else "short"


def _merged(cells: list[Cell]) -> list[Cell]:
    """Cells with nothing at all in them at the start of a row belong to the label above (a vertical merge)."""
    rows = [list(row) for _, row in groupby(cells, key=lambda one: one.row)]
    depth = max(map(_leading, rows), default=0)  # columns further right hold entries, and an empty one is empty
    kept: list[Cell] = []
    above: dict[int, int] = {}  # column → index in kept of the cell that covers it in the row above
    for row in rows:
        leading, here = True, {}
        for at, one in enumerate(row):
            index = above.get(one.column, -1)
            leading = leading and not one.text and at < depth
            if leading and index >= 0 and kept[index].columns == one.columns and _is_label(kept[index].text):
                kept[index] = replace(kept[index], rows=one.row - kept[index].row + 1)
            else:
                index = len(kept)
                kept.append(one)
            here[one.column] = index
        above = here
    return kept


def _leading(row: list[Cell]) -> int:
    """How many cells before the first words of a row are empty; 0 for a row without words."""
    return next((at for at, one in enumerate(row) if one.text.strip()), 0)


def _is_label(text: str) -> bool:
    return bool(text.strip()) and not _NUMBER.fullmatch(text)
