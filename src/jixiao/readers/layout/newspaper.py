"""Pages of running text in two columns (双栏): first the left column is read, then the right one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from jixiao.readers.layout.lines import Line, line_of
from jixiao.readers.layout.pieces import Piece, pieces

_LINES = 6  # so many lines in each column at least
_GUTTER = 1.2  # ems between the columns
_FULL = 0.6  # of the lines of a column reach its end, as those of running text do
_END = 1.5  # ems
_SIDES = 2


def parts(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in stretches to be read one after the other: above the columns, left, right, below them."""
    found = [pieces(line) for line in lines]
    gaps = [(row[0].x1 + row[1].x0) / 2 for row in found if len(row) == _SIDES]
    if len(gaps) < _LINES:
        return [list(lines)]
    middle = median(gaps)
    result: list[list[Line]] = []
    numbered = zip(lines, found, strict=True)
    for beside, run in groupby(numbered, key=lambda one: all(not piece.x0 < middle < piece.x1 for piece in one[1])):
        held = list(run)
        result += (beside and _columns([row for _, row in held], middle)) or [[line for line, _ in held]]
    return result if any(len(part) != len(lines) for part in result) else [list(lines)]


def _columns(rows: Sequence[Sequence[Piece]], middle: float) -> list[list[Line]]:
    """The two columns of some lines; none where they are not running text in columns."""
    left = [piece for row in rows for piece in row if piece.x1 <= middle]
    right = [piece for row in rows for piece in row if piece.x0 >= middle]
    if min(len(left), len(right)) < _LINES or len(left) > len(rows) or len(right) > len(rows):
        return []
    em = median(glyph.em for piece in left for glyph in piece.glyphs[:1])
    ends = max(piece.x1 for piece in left), max(piece.x1 for piece in right)
    if min(piece.x0 for piece in right) - ends[0] < _GUTTER * em:
        return []
    for column, end in zip((left, right), ends, strict=True):
        full = sum(piece.x1 > end - _END * em for piece in column)
        if full < _FULL * len(column) or any(piece.is_number for piece in column):
            return []
    shift = min(piece.x0 for piece in right) - min(piece.x0 for piece in left)
    moved = [[one._replace(x0=one.x0 - shift, x1=one.x1 - shift) for one in piece.glyphs] for piece in right]
    return [
        [line for glyphs in column if (line := line_of(glyphs))] for column in ([piece.glyphs for piece in left], moved)
    ]
