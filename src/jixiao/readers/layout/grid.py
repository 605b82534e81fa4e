"""From ruling lines to grids: which lines make one table, its rows and columns, and which cells span several."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jixiao.readers.layout.page import Box, Glyph, Ruling

_NEAR = 3.5  # points by which a line may miss the one that it meets
_STEP = 3.0  # points: columns are further apart than that
_ROW = 1.1  # ems: no row is lower than its words; what is lower is a gap between two borders
_SMALL = 10  # one character in so many may be smaller
_COVERED = 0.6  # of the side of a cell is ruled: it is divided there

_Lines = tuple[list[Ruling], list[Ruling]]  # those across and those down


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell's place in a grid: row and column from 0, and how many of each it spans."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A ruled table on one page: the positions of its lines, and its cells."""

    xs: list[float]
    ys: list[float]
    spots: list[Spot]
    open_top: bool = False  # the first row has no line above it: it began on the page before
    open_bottom: bool = False
    free: list[tuple[float, float]] | None = None  # where words reach in columns that no line parts

    @property
    def box(self) -> Box:
        """The place of the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_of(self, spot: Spot) -> Box:
        """The place of a cell."""
        return Box(
            self.xs[spot.column], self.ys[spot.row],
            self.xs[spot.column + spot.columns], self.ys[spot.row + spot.rows],
        )  # fmt: skip


def grids(across: Sequence[Ruling], down: Sequence[Ruling], glyphs: Sequence[Glyph]) -> list[Grid]:
    """The tables that the lines make, from the top; a frame without a line inside is none."""
    found = []
    tables: list[_Lines] = []
    alone: list[_Lines] = []
    for rows, columns in _connected(across, down):
        (tables if rows else alone).append((rows, columns))
    for _, columns in alone:
        for line in columns:
            _attach(line, tables)
    for rows, columns in tables:
        grid = _grid(rows, columns, glyphs)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda one: (one.ys[0], one.xs[0]))


def _attach(line: Ruling, tables: list[_Lines]) -> None:
    """The side of a cell that reaches from page to page meets no line on this one: it belongs to the table beside it."""
    for _, columns in tables:
        top, bottom = min((one.start for one in columns), default=0.0), max((one.end for one in columns), default=-1.0)
        if top < bottom and line.start <= top + _NEAR and line.end >= bottom - _NEAR:
            columns.append(line)
            return


def _connected(across: Sequence[Ruling], down: Sequence[Ruling]) -> Iterable[_Lines]:
    """Lines that meet, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    ordered = sorted(range(len(across)), key=lambda at: across[at].at)
    heights = [across[at].at for at in ordered]
    for number, line in enumerate(down, len(across)):
        for place in range(bisect_left(heights, line.start - _NEAR), len(ordered)):
            if heights[place] > line.end + _NEAR:
                break
            other = across[ordered[place]]
            if other.start - _NEAR <= line.at <= other.end + _NEAR:
                parent[root(ordered[place])] = root(number)
    groups: dict[int, _Lines] = defaultdict(lambda: ([], []))
    for at, line in enumerate(across):
        groups[root(at)][0].append(line)
    for at, line in enumerate(down, len(across)):
        groups[root(at)][1].append(line)
    return groups.values()


def _grid(across: list[Ruling], down: list[Ruling], glyphs: Sequence[Glyph]) -> Grid | None:
    if not across or not down:
        return None
    top, bottom = min(line.start for line in down), max(line.end for line in down)
    left, right = min(line.start for line in across), max(line.end for line in across)
    sizes = sorted(one.em for one in glyphs if top <= one.base <= bottom and left <= one.x0 <= right)
    least = max(_STEP, _ROW * sizes[len(sizes) // _SMALL]) if sizes else _STEP
    ys, xs = _steps((line.at for line in across), least), _steps((line.at for line in down), _STEP)
    open_top, open_bottom = top < ys[0] - least, bottom > ys[-1] + least
    ys = [top] * open_top + ys + [bottom] * open_bottom
    xs = [left] * (left < xs[0] - _STEP * 2) + xs + [right] * (right > xs[-1] + _STEP * 2)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) <= 4:  # noqa: PLR2004 - a frame has two lines each way
        return None
    spots = _spots(_divided(across, ys, xs), _divided(down, xs, ys), len(ys) - 1, len(xs) - 1)
    return Grid(xs, ys, spots, open_top, open_bottom)


def _steps(values: Iterable[float], least: float) -> list[float]:
    """Positions in order; those too near to each other are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > least:
            found.append(value)
    return found


def _divided(lines: list[Ruling], places: list[float], steps: list[float]) -> list[list[bool]]:
    """For each place across and each step along it: whether a line runs there."""
    table = [[False] * (len(steps) - 1) for _ in places]
    for line in lines:
        at = min(range(len(places)), key=lambda n: abs(places[n] - line.at))
        for step in range(max(0, bisect_left(steps, line.start) - 1), len(steps) - 1):
            a, b = steps[step], steps[step + 1]
            if a >= line.end:
                break
            if min(b, line.end) - max(a, line.start) >= _COVERED * (b - a):
                table[at][step] = True
    return table


def _spots(across: list[list[bool]], down: list[list[bool]], rows: int, columns: int) -> list[Spot]:
    """The cells: each begins at the first free square and grows right, then down, as long as no line divides it."""
    taken = [[False] * columns for _ in range(rows)]
    found = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not down[right][row] and not taken[row][right]:
                right += 1
            low = row + 1
            while low < rows and not _is_cut(across, down, taken, low, column, right):
                low += 1
            for at in range(row, low):
                taken[at][column:right] = [True] * (right - column)
            found.append(Spot(row, column, low - row, right - column))
    return found


def _is_cut(
    across: list[list[bool]], down: list[list[bool]], taken: list[list[bool]], row: int, column: int, right: int
) -> bool:
    """Whether the row below belongs to other cells."""
    return (
        any(across[row][column:right])
        or any(taken[row][column:right])
        or any(down[at][row] for at in range(column + 1, right))
    )
