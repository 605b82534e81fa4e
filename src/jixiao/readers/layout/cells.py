"""The words in the cells of a ruled table: lines that were broken at the edge of the cell are one line again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jixiao.readers.layout.grid import Grid, Spot
from jixiao.readers.layout.lines import Line, joined, lines_of
from jixiao.readers.layout.page import Glyph

_PADDING = 8.0  # points: no cell keeps its words further from its edge
_ROOM = 0.35  # ems of free room that show that a line was ended on purpose
_UPRIGHT = 3  # so many lines of a character or two are words set from top to bottom
_PAIR = 2
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")  # （50分） under a name stands in a line of its own


@dataclass(slots=True)
class Sheet:
    """A table on one page: its grid, and the words of each cell."""

    grid: Grid
    texts: list[str]  # as grid.spots
    full: list[bool]  # whether the last line of the cell is full, so that it may go on on the next page
    lines: Sequence[Sequence[Line]]  # of each cell


def sheet(grid: Grid, glyphs: Sequence[Glyph]) -> Sheet:
    """The table with the words in it."""
    owner: dict[tuple[int, int], int] = {}
    for number, spot in enumerate(grid.spots):
        for row in range(spot.row, spot.row + spot.rows):
            for column in range(spot.column, spot.column + spot.columns):
                owner[row, column] = number
    held: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        row = bisect_right(grid.ys, glyph.base - glyph.em * 0.35) - 1
        column = bisect_right(grid.xs, (glyph.x0 + glyph.x1) / 2) - 1
        at = owner.get((min(max(row, 0), len(grid.ys) - 2), min(max(column, 0), len(grid.xs) - 2)))
        if at is not None:
            held[at].append(glyph)
    lines: dict[int, Sequence[Line]] = {at: lines_of(inside) for at, inside in held.items()}
    padding = _padding(grid, lines)
    found = [_text(grid, spot, lines.get(at, ()), padding) for at, spot in enumerate(grid.spots)]
    within = [lines.get(at, ()) for at in range(len(grid.spots))]
    return Sheet(grid, [text for text, _ in found], [full for _, full in found], within)


def _padding(grid: Grid, lines: Mapping[int, Sequence[Line]]) -> float:
    """How far the words keep from the edges of their cells."""
    gaps = [_PADDING]
    for at, inside in lines.items():
        box = grid.box_of(grid.spots[at])
        gaps += [min(line.x0 - box.x0, box.x1 - line.x1) for line in inside if line.x0 >= box.x0 and line.x1 <= box.x1]
    return max(0.0, min(gaps))


def _text(grid: Grid, spot: Spot, lines: Sequence[Line], padding: float) -> tuple[str, bool]:
    if not lines:
        return "", False
    box = grid.box_of(spot)
    if len(lines) >= _UPRIGHT and all(len(line.glyphs) <= _PAIR for line in lines):
        return "".join(line.text for line in lines), False
    left, right = box.x0 + padding, box.x1 - padding
    text = lines[0].lead + lines[0].text
    for before, line in pairwise(lines):
        if is_full(before, line, left, right) and not _BRACKETED.fullmatch(line.text):
            text = joined(text, line.text)
        else:
            text += "\n" + line.lead + line.text
    last = lines[-1]
    return text, right - left - (last.x1 - last.x0) < last.em * 2


def is_full(line: Line, after: Line, left: float, right: float) -> bool:
    """Whether what the next line begins with would not have fitted on this one."""
    centred = abs((line.x0 - left) - (right - line.x1)) < line.em and line.x0 - left > line.em
    used = line.x1 - line.x0 if centred else line.x1 - left
    return used + after.first + _ROOM * line.em > right - left
