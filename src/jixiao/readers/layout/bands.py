"""Tables whose rows no line parts (竖线表): a stretch between two lines across that holds several rows is divided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from jixiao.readers.layout.grid import Grid, Spot
from jixiao.readers.layout.lines import Line, lines_of
from jixiao.readers.layout.page import Glyph
from jixiao.readers.layout.pieces import pieces

_BANDS = 3  # so few rows has a table whose rows are not ruled: the head, the body, the total
_ROWS = 4  # so many figures stand one under the other in its body
_LEVEL = 0.35  # ems by which the words of one row may stand higher or lower
_RISE = 0.95  # ems from the base line to where a row begins


def divided(grid: Grid, glyphs: Sequence[Glyph]) -> Grid:
    """The grid with a row for each line of figures, where all its columns stand on the same lines."""
    if len(grid.ys) - 1 > _BANDS:
        return grid
    for band in reversed(range(len(grid.ys) - 1)):
        spots = [spot for spot in grid.spots if spot.row == band and spot.rows == 1]
        if len(spots) > 1 and sum(spot.columns for spot in spots) == len(grid.xs) - 1:
            places = _rows([_lines(grid, spot, glyphs) for spot in spots])
            if places:
                grid = _cut(grid, band, spots, places)
    return grid


def _lines(grid: Grid, spot: Spot, glyphs: Sequence[Glyph]) -> list[Line]:
    box = grid.box_of(spot)
    return lines_of(one for one in glyphs if box.holds((one.x0 + one.x1) / 2, one.base - one.em * _LEVEL))


def _rows(columns: Sequence[Sequence[Line]]) -> list[float]:
    """Where the rows below the first begin; none where the columns stand on different lines."""
    figures = [column for column in columns if len(column) >= _ROWS and all(_is_figure(line) for line in column)]
    if not figures:
        return []
    most = max(figures, key=len)
    levels: dict[int, int] = defaultdict(int)
    for column in columns:
        for line in column:
            at = next((n for n, one in enumerate(most) if abs(one.base - line.base) < _LEVEL * one.em), -1)
            levels[at] += 1
    if levels[-1] or min(levels[at] for at in range(len(most))) < 2:  # noqa: PLR2004 - a name and its figure
        return []
    return [line.base - _RISE * line.em for line in most[1:]]


def _is_figure(line: Line) -> bool:
    found = pieces(line)
    return len(found) == 1 and found[0].is_number


def _cut(grid: Grid, band: int, spots: Sequence[Spot], places: Sequence[float]) -> Grid:
    more = len(places)
    kept = [
        replace(one, row=one.row + more * (one.row > band), rows=one.rows + more * (one.row < band < one.row + one.rows))
        for one in grid.spots if one not in spots
    ]  # fmt: skip
    rows = [replace(one, row=band + step) for step in range(more + 1) for one in spots]
    ys = [*grid.ys[: band + 1], *places, *grid.ys[band + 1 :]]
    ordered = sorted((*kept, *rows), key=lambda one: (one.row, one.column))
    return Grid(grid.xs, ys, ordered, grid.open_top, grid.open_bottom)
