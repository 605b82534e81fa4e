"""Tables whose columns are runs of blanks (``pdftotext -layout``): rebuilt where the cells of every row stand under each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from jixiao.model.document import Block, Table, cell
from jixiao.readers.txt.lines import Line

_CELL = re.compile(r"\S+(?:[ \u3000]\S+)*")
_GAP = re.compile(r"\S[ \u3000]{2,}\S")
_FIGURE = re.compile(r"[-≥≤=]?\d[\d,.]*[%％]?")
_LEAST = 3  # rows, and columns
_LONGEST = 30  # characters of a cell
_MOST = 300  # characters of a line

_Cell = tuple[int, int, str]  # left and right edge, a Chinese character two wide, and the words


def table_at(lines: list[Line], index: int) -> tuple[Callable[[int], Block] | None, int] | None:
    """The table that begins at ``index``; none unless every row of the stretch fits the columns of the widest ones."""
    end = index
    while end < len(lines) and len(lines[end].text) <= _MOST and _GAP.search(lines[end].text):
        end += 1
    if end - index < _LEAST:
        return None
    rows = [_cells(line.text) for line in lines[index:end]]
    columns = _columns(rows)
    placed = [_placed(row, columns) for row in rows]
    figures = sum(any(_FIGURE.fullmatch(text) for _, _, text in row) for row in rows)
    if len(columns) < _LEAST or figures < _LEAST - 1 or not all(placed):
        return None, end
    kept = lines[index:end]
    return (lambda block: _table(block, kept, placed)), end


def _cells(text: str) -> list[_Cell]:
    found, width, at = [], 0, 0
    for match in _CELL.finditer(text):
        width += _width(text[at : match.start()])
        at, left = match.end(), width
        width += _width(match[0])
        found.append((left, width, match[0]))
    return found


def _width(text: str) -> int:
    return sum(2 if char > "\u2e7f" else 1 for char in text)


def _columns(rows: Sequence[list[_Cell]]) -> list[tuple[int, int]]:
    """What the rows with most cells cover, column by column; [] where fewer than three of them line up."""
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    if len(full) < _LEAST or any(len(text) > _LONGEST for row in rows for _, _, text in row):
        return []
    spans = [(min(row[n][0] for row in full), max(row[n][1] for row in full)) for n in range(most)]
    apart = all(a[1] < b[0] for a, b in pairwise(spans))
    return spans if apart else []


def _placed(row: Sequence[_Cell], columns: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """The column of each cell; [] where one stands under none, or under two."""
    found: list[tuple[int, str]] = []
    for left, right, text in row:
        under = [n for n, (start, end) in enumerate(columns, 1) if left < end and start < right]
        if len(under) != 1 or (found and found[-1][0] == under[0]):
            return []
        found.append((under[0], text))
    return found


def _table(block: int, lines: Sequence[Line], rows: Sequence[list[tuple[int, str]]]) -> Table:
    width = max(column for row in rows for column, _ in row)
    cells = []
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), 1):
        words = dict(row)
        cells += [cell(block, number, n, words.get(n, ""), lines=((0, line.number),)) for n in range(1, width + 1)]
    return Table.of(block, cells)
