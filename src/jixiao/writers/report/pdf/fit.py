"""How a table fits: the size of its letters, and how close its rows come so that it stays on one page where it can.

Worked out here rather than measured in the layout: to set every table several times would take three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model.manuscript import Grid, Slot

POINTS = 72 / 25.4  # of a millimetre
WORD = re.compile(r"[\x21-\x7e]+")
LONGEST = 24  # a word that is longer may be broken anywhere
_SIZES = ((3, 12.0), (8, 10.5), (999, 9.0))  # up to so many columns → size in points
_INSETS = (4.5, 3.8, 3.2, 2.6, 2.0, 1.5, 1.1)  # points above and below in a cell, the fairest first
_OTHERWISE = 3.0  # where the table takes more than a page anyway
_SIDE = 3.2  # points left and right in a cell, as in layout.typ
_LEADING = 0.33  # em between two lines of a cell, as in layout.typ
_SMALLEST = 6.0
_DIGIT, _CAPITAL = 0.57, 0.76  # widths in em, a little more than the fonts have


def size(grid: Grid) -> float:
    """The size of a table's letters in points."""
    return next(points for most, points in _SIZES if len(grid.widths) <= most)


def narrowed(slot: Slot, grid: Grid, lines: Sequence[str]) -> float:
    """The size at which the longest word or number of a cell fits into it."""
    room, points = _room(slot, grid), size(grid)
    widest = max((_width(word[:LONGEST]) for line in lines for word in WORD.findall(line)), default=0.0)
    return points if widest * points <= room else max(_SMALLEST, int(room / widest * 10) / 10)


def inset(grid: Grid, height: float) -> float:
    """The points above and below in a cell with which the table is no higher than ``height`` points."""
    rows = [0.0] * grid.height
    points = size(grid)
    for slot in sorted(grid.slots, key=lambda s: s.rows):
        room, end = _room(slot, grid), slot.row + slot.rows - 1
        count = sum(max(1, -(-_width(line) * points // room)) for line in slot.text.split("\n"))
        lacking = count * points * (1 + _LEADING) - points * _LEADING - sum(rows[slot.row - 1 : end])
        rows[end - 1] += max(0.0, lacking)
    needed = sum(rows) + points / 2  # and a little for words that break earlier than counted
    return next((one for one in _INSETS if needed + 2 * one * len(rows) <= height), _OTHERWISE)


def _room(slot: Slot, grid: Grid) -> float:
    """The points of width that a cell has for words."""
    return max(1.0, sum(grid.widths[slot.column - 1 : slot.column - 1 + slot.columns]) * POINTS - 2 * _SIDE)


def _width(text: str) -> float:
    """In em."""
    return sum(1.0 if not c.isascii() else _CAPITAL if c.isupper() or c in "%@mw" else _DIGIT for c in text)
