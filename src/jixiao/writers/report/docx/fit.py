"""How large a table is set (表格字号): as roomy as lets it stand on one page, never smaller than 小五 (9 pt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.model.manuscript import Grid, Slot
from jixiao.writers.report.docx.page import twips

SIDE = 40  # twips between the words of a cell and its border, left and right
_NARROW = 13.0  # mm a column on average, below which the small size is set
_AROUND = 2300  # twips of a page for what stands around a table: annex number, caption, note, sign-off
_SPARE = 0.98  # fonts differ: a table that would only just fit is set smaller


@dataclass(frozen=True, slots=True)
class Size:
    """Style of the cells, its characters and lines in twips, the blank above and below, and the least height of a row."""

    style: str
    em: int
    line: int
    pad: int
    row: int


_ROOMY, _DENSE, _SMALL = (
    Size("Cell", 210, 270, 36, 380),
    Size("Cell", 210, 270, 10, 290),
    Size("SmallCell", 180, 230, 10, 250),
)


def size(grid: Grid, columns: Sequence[int], depth: int) -> Size:
    """The size for a table on a page of ``depth`` twips; one that needs several pages anyway is set roomy."""
    if sum(columns) < twips(_NARROW * len(columns)):
        return _SMALL
    room = (depth - _AROUND) * _SPARE
    cells = [
        (slot, _measures(slot.text), sum(columns[slot.column - 1 : slot.column - 1 + slot.columns]))
        for slot in grid.slots
    ]
    cells.sort(key=lambda cell: cell[0].rows)
    return next((one for one in (_ROOMY, _DENSE, _SMALL) if _height(cells, grid.height, one) <= room), _ROOMY)


def _height(cells: list[tuple[Slot, list[int], int]], count: int, one: Size) -> int:
    """About how high a table becomes; cells of one row come first, merged ones add what they need more."""
    rows = [one.row] * count
    for slot, lines, width in cells:
        wide = max(1, 2 * (width - 2 * SIDE) // one.em)
        needed = sum(max(1, -(-line // wide)) for line in lines) * one.line + 2 * one.pad
        last = slot.row + slot.rows - 1
        there = rows[last - 1] if slot.rows == 1 else sum(rows[slot.row - 1 : last])
        if needed > there:
            rows[last - 1] += needed - there
    return sum(rows)


def _measures(text: str) -> list[int]:
    """The width of each line in half characters: a Chinese one takes three bytes, a Latin one one."""
    return [(len(line.encode("utf-8", "replace")) + len(line)) // 2 for line in text.split("\n")]
