"""Rows of a table without ruling lines (行): lines that are one row put together, heads on two levels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from statistics import median

from jixiao.readers.layout.cells import Sheet
from jixiao.readers.layout.grid import Grid, Spot
from jixiao.readers.layout.lines import joined, line_of
from jixiao.readers.layout.page import Ruling
from jixiao.readers.layout.paragraphs import MARK
from jixiao.readers.layout.pieces import Columns, Piece

_TIGHT = 0.85  # of the distance of two rows: lines nearer to each other are one row
_BANDS = 4  # so many stretches between lines across are a row each
_HEAD = 5  # lines at the top in which words over several others are looked for
_HEADED = 3  # so many lines across: the first two hold the head
_SET = 0.4  # ems by which words of one column may differ in a head
_CENTRED = 2.0  # ems by which words over several others may stand beside their middle
_ROOM = 1.0  # ems: a cell with less free room goes on in the next line
_RISE = 0.9  # ems above a base line


@dataclass(slots=True)
class Level:
    """One line: its base line, height, and its pieces with the first and last column of each."""

    base: float
    em: float
    cells: list[tuple[int, int, Piece]]

    @property
    def columns(self) -> set[int]:
        """The columns in which it has words."""
        return {at for first, last, _ in self.cells for at in range(first, last + 1)}

    @property
    def has_figures(self) -> bool:
        """Whether it is a row by itself."""
        return any(piece.is_number for _, _, piece in self.cells)


@dataclass(slots=True)
class Stack:
    """The lines of one table from the top, its columns, and the lines across it."""

    lines: Sequence[tuple[float, float, Sequence[Piece]]]
    columns: Columns
    rules: Sequence[float]
    partial: Sequence[Ruling]

    def levels(self) -> list[Level]:
        """The lines with the columns of their pieces; a piece between lines that are drawn under a head reaches as far."""
        found = []
        for base, em, pieces in self.lines:
            cells = []
            for piece in pieces:
                touched = self.columns.touched(piece)
                under = [at for one in self.partial if 0 < one.at - base < em * 2 for at in self._over(one, piece)]
                cells.append((min(touched + under), max(touched + under), piece))
            found.append(Level(base, em, cells))
        _widen(found)
        return found

    def _over(self, rule: Ruling, piece: Piece) -> list[int]:
        """The columns over a line that is drawn under a piece."""
        if not rule.start <= (piece.x0 + piece.x1) / 2 <= rule.end:
            return []
        cores = self.columns.cores
        return [at for at, core in enumerate(cores) if rule.start <= (core.x0 + core.x1) / 2 <= rule.end]


def _widen(levels: Sequence[Level]) -> None:
    """Words in the middle above several others are the head of these, also where no line says so."""
    for above, below in combinations(levels[:_HEAD], 2):
        if not above.has_figures and not below.has_figures and len(below.cells) > 1:
            above.cells = [_widened(cell, below, above.em) for cell in above.cells]


def _is_under(one: Piece, piece: Piece, em: float) -> bool:
    """Whether words are set in one column with those above them: they may be the rest of these."""
    gaps = one.x0 - piece.x0, one.x1 - piece.x1, (one.x0 + one.x1 - piece.x0 - piece.x1) / 2
    return min(map(abs, gaps)) < _SET * em


def _widened(cell: tuple[int, int, Piece], below: Level, em: float) -> tuple[int, int, Piece]:
    first, last, piece = cell
    middle = (piece.x0 + piece.x1) / 2
    ends = [(a, b) for at, a in enumerate(below.cells) for b in below.cells[at + 1 :] if a[0] <= first <= b[1]]
    if first != last or not ends:
        return cell
    a, b = min(ends, key=lambda pair: abs((pair[0][2].x0 + pair[1][2].x1) / 2 - middle))
    off = abs((a[2].x0 + b[2].x1) / 2 - middle)
    if off < _CENTRED * em and not any(_is_under(one, piece, em) for _, _, one in below.cells):
        return a[0], b[1], piece
    return cell


@dataclass(slots=True)
class _Row:
    """One row in the making: where it begins and ends, and the lines in it."""

    levels: list[Level] = field(default_factory=list)

    @property
    def columns(self) -> set[int]:
        return set().union(*(one.columns for one in self.levels))


def stacked(stack: Stack, xs: list[float]) -> Sheet:
    """The table."""
    levels = stack.levels()
    reach = [core.x1 for core in stack.columns.cores]
    head, body = _headed(levels, stack.rules)
    cells: list[tuple[Spot, list[Piece]]] = []
    bounds: list[list[Level]] = []
    if head:
        found, height = _head_cells(head)
        cells += found
        split = [one for one in head if height > 1 and one.base > _span_base(head)]
        bounds += [[one for one in head if one not in split], split] if split else [head]
    for row in _rows(body, stack.rules, reach):
        cells += [
            (Spot(len(bounds), first, 1, last - first + 1), pieces)
            for (first, last), pieces in _merged(row.levels).items()
        ]
        bounds.append(row.levels)
    ys = _edges(bounds, stack.rules)
    cells += [(spot, []) for spot in _empty(cells, len(bounds), len(xs) - 1)]
    cells.sort(key=lambda one: (one[0].row, one[0].column))
    grid = Grid(xs, ys, [spot for spot, _ in cells], free=[(core.x0, core.x1) for core in stack.columns.cores])
    lines = [[line for piece in pieces if (line := line_of(piece.glyphs))] for _, pieces in cells]
    return Sheet(grid, [_text(pieces) for _, pieces in cells], [False for _ in cells], lines)


def _headed(levels: list[Level], rules: Sequence[float]) -> tuple[list[Level], list[Level]]:
    """The lines of the head, and the others."""
    if len(rules) >= _HEADED:
        count = sum(one.base <= rules[1] for one in levels)
        if any(one.has_figures for one in levels[:count]):
            count = 0
    else:
        count = next((at for at, one in enumerate(levels) if one.has_figures), 1)
    return levels[:count], levels[count:]


def _span_base(head: Sequence[Level]) -> float:
    """The base line of the last line with words over several columns that have words of their own below; else none."""
    return max(
        (
            one.base
            for at, one in enumerate(head)
            for first, last, _ in one.cells
            if last > first and any(below.columns & set(range(first, last + 1)) for below in head[at + 1 :])
        ),
        default=float("inf"),
    )


def _head_cells(head: list[Level]) -> tuple[list[tuple[Spot, list[Piece]]], int]:
    """The cells of the head, on one level or on two, and how many levels it has."""
    base = _span_base(head)
    above, below = [one for one in head if one.base <= base], [one for one in head if one.base > base]
    spans = [(first, last) for one in above for first, last, _ in one.cells if last > first]
    under = {at for first, last in spans for at in range(first, last + 1)} if below else set()
    found = [
        (Spot(0, first, 1, last - first + 1), pieces)
        for (first, last), pieces in _merged(above).items() if first in under
    ]  # fmt: skip
    height = 2 if under else 1
    found += [
        (Spot(1, first, 1, last - first + 1), pieces)
        for (first, last), pieces in _merged(below).items() if first in under
    ]  # fmt: skip
    found += [
        (Spot(0, first, height, last - first + 1), pieces)
        for (first, last), pieces in _merged(head).items() if first not in under
    ]  # fmt: skip
    return found, height


def _merged(levels: Iterable[Level]) -> dict[tuple[int, int], list[Piece]]:
    """The pieces of each cell; words over several columns of which one has words of its own are of the first."""
    found: dict[tuple[int, int], list[Piece]] = {}
    for one in levels:
        for first, last, piece in one.cells:
            key = next((held for held in found if held[0] <= last and first <= held[1]), (first, last))
            found.setdefault(key, []).append(piece)
    return found


def _rows(levels: list[Level], rules: Sequence[float], reach: Sequence[float]) -> list[_Row]:
    bands: dict[int, list[Level]] = {}
    for one in levels:
        bands.setdefault(bisect_left(rules, one.base), []).append(one)
    if len(rules) > _BANDS and all(sum(one.has_figures for one in band) <= 1 for band in bands.values()):
        return [_Row(band) for _, band in sorted(bands.items())]
    return [row for _, band in sorted(bands.items()) for row in _grouped(band, reach)]


def _grouped(levels: list[Level], reach: Sequence[float]) -> list[_Row]:
    """Lines to rows: what is nearer to a row than rows are to each other belongs to it."""
    sure = [one for one in levels if one.has_figures]
    steps = [b.base - a.base for a, b in pairwise(sure)]
    pitch = median(steps or [b.base - a.base for a, b in pairwise(levels)] or [0.0])
    rows: list[_Row] = []
    waiting: list[Level] = []  # the first lines of words that stand beside the middle of their row
    for at, one in enumerate(levels):
        last = rows[-1] if rows else None
        after = levels[at + 1] if at + 1 < len(levels) else None
        if one.has_figures:
            rows.append(_Row([*waiting, one]))
            waiting = []
        elif (
            last and not waiting and one.columns <= last.columns
            and (one.base - last.levels[-1].base < _TIGHT * pitch or _goes_on(last, one, reach))
        ):  # fmt: skip
            last.levels.append(one)
        elif after and after.has_figures and not one.columns & after.columns and after.base - one.base < _TIGHT * pitch:
            waiting.append(one)
        else:
            rows += [_Row([held]) for held in waiting]
            waiting = []
            rows.append(_Row([one]))
    return [*rows, *(_Row([held]) for held in waiting)]


def _goes_on(row: _Row, one: Level, reach: Sequence[float]) -> bool:
    """Whether the words of a row had no more room in their cells, so that those below are the rest of them."""
    ends = {last: piece.x1 for level in row.levels for _, last, piece in level.cells}
    return all(
        ends.get(last, 0.0) > reach[last] - _ROOM * one.em and piece.x1 < ends[last] and MARK.match(piece.text) is None
        for _, last, piece in one.cells
    )


def _edges(bounds: Sequence[Sequence[Level]], rules: Sequence[float]) -> list[float]:
    """Where rows begin and end."""
    tops = [min(one.base - one.em * _RISE for one in row) for row in bounds]
    bottoms = [max(one.base + one.em * (1 - _RISE) for one in row) for row in bounds]
    inner = [(a + b) / 2 for a, b in zip(bottoms, tops[1:], strict=False)]
    first, last = (rules[0], rules[-1]) if rules else (tops[0], bottoms[-1])
    return [first, *inner, max(last, inner[-1] if inner else last)]


def _empty(cells: Iterable[tuple[Spot, list[Piece]]], rows: int, columns: int) -> list[Spot]:
    taken = {
        (row, column)
        for spot, _ in cells
        for row in range(spot.row, spot.row + spot.rows)
        for column in range(spot.column, spot.column + spot.columns)
    }
    return [Spot(row, at, 1, 1) for row in range(rows) for at in range(columns) if (row, at) not in taken]


def _text(pieces: Sequence[Piece]) -> str:
    """The words of a cell: those of one line apart, those of the next right behind."""
    text, base = "", None
    for piece in pieces:
        here = piece.glyphs[0].base
        beside = base is not None and abs(here - base) < piece.glyphs[0].em / 2
        text = f"{text} {piece.text}" if beside else joined(text, piece.text)
        base = here
    return text
