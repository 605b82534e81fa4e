"""网格: what of a sheet is to be seen, as cells that stand where they are shown: merged ones once, hidden ones not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from jixiao.readers import limits
from jixiao.readers.xlsx.cells import Area, Cells, Entry


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell on the page: ``row`` is its row of the sheet; spans count what is visible."""

    row: int
    column: int
    bottom: int  # the last row it covers, and the last column
    right: int
    text: str
    framed: bool


@dataclass(frozen=True)
class Page:
    """The visible cells in reading order, and the visible rows and columns that hold anything.

    ``unseen`` are the hidden rows; ``hides`` tells whether any words stand in what is hidden.
    """

    spots: tuple[Spot, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    unseen: frozenset[int]
    hides: bool


def page_of(cells: Cells) -> Page:
    """What of a sheet is to be seen."""
    merged, covered = _merged(cells)
    single = {
        (row, column): Spot(row, column, row, column, entry.text, entry.framed)
        for (row, column), entry in cells.found.items()
        if (row, column) not in covered and row not in cells.hidden_rows and column not in cells.hidden_columns
    }
    spots = sorted((*single.values(), *merged), key=lambda spot: (spot.row, spot.column))
    rows = sorted({row for spot in spots for row in (spot.row, spot.bottom)})
    columns = sorted({column for spot in spots for column in (spot.column, spot.right)})
    hides = any(
        entry.text and (row in cells.hidden_rows or column in cells.hidden_columns) and (row, column) not in covered
        for (row, column), entry in cells.found.items()
    )
    return Page(tuple(spots), tuple(rows), tuple(columns), frozenset(cells.hidden_rows), hides)


def _merged(cells: Cells) -> tuple[list[Spot], set[tuple[int, int]]]:
    """Merged areas as one cell each, clipped to what the sheet uses, and every position under them."""
    rows = sorted(row for row in {row for row, _ in cells.found} if row not in cells.hidden_rows)
    columns = sorted(column for column in {column for _, column in cells.found} if column not in cells.hidden_columns)
    covered: set[tuple[int, int]] = set()
    found: list[Spot] = []
    room = limits.SHEET_CELLS
    for area in cells.merges:
        down = rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]
        across = columns[bisect_left(columns, area.left) : bisect_right(columns, area.right)]
        room -= len(down) * len(across)
        if room < 0:
            cells.limit = cells.limit or "sheet_merges"
            break
        positions = [(row, column) for row in down for column in across]
        if positions and covered.isdisjoint(positions):
            covered.update(positions)
            spot = _spot(area, positions, cells)
            if spot.text or spot.framed:
                found.append(spot)
    return found, covered


def _spot(area: Area, positions: list[tuple[int, int]], cells: Cells) -> Spot:
    (row, column), (bottom, right) = positions[0], positions[-1]
    text = cells.found.get((area.top, area.left), Entry("", framed=False)).text
    framed = any(cells.found[place].framed for place in positions if place in cells.found)
    return Spot(row, column, bottom, right, text, framed)
