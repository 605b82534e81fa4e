"""From outlines to ruling lines (画线): strokes along an axis, thin filled rectangles, areas of colour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jixiao.readers.layout.page import Box, Ruling

Point = tuple[float, float]
Colour = tuple[int, int, int]

_THIN = 2.5  # points: a filled shape no thicker is a line
_SKEW = 0.7  # points by which a line may lean
_WHITE = 250
_COLOURED = 24  # by which red, green and blue differ: neither black nor grey


def is_seen(colour: Colour) -> bool:
    """Whether a colour can be told from white paper."""
    return min(colour) < _WHITE


class Strokes:
    """The lines of one page as they are drawn, cut at the edge of what can be seen."""

    def __init__(self, page: Box) -> None:
        self.window = page
        self.across: list[Ruling] = []
        self.down: list[Ruling] = []
        self.shapes: list[Box] = []  # filled with a colour

    def outline(self, points: Sequence[Point], *, stroked: bool, filled: Colour | None) -> None:
        """One straight outline: its stroke, or what it fills; nobody sees white."""
        if filled and max(filled) - min(filled) > _COLOURED:
            self.shapes.append(box_of(points))
        if stroked:
            for a, b in pairwise(points):
                self._piece(a, b)
        elif filled:
            self._filled(points)

    def _piece(self, a: Point, b: Point) -> None:
        seen = self.window
        if abs(a[1] - b[1]) <= _SKEW:
            line = Ruling((a[1] + b[1]) / 2, max(seen.x0, min(a[0], b[0])), min(seen.x1, max(a[0], b[0])))
            if seen.top <= line.at <= seen.bottom and line.start <= line.end:
                self.across.append(line)
        elif abs(a[0] - b[0]) <= _SKEW:
            line = Ruling((a[0] + b[0]) / 2, max(seen.top, min(a[1], b[1])), min(seen.bottom, max(a[1], b[1])))
            if seen.x0 <= line.at <= seen.x1 and line.start <= line.end:
                self.down.append(line)

    def _filled(self, points: Sequence[Point]) -> None:
        left, top, right, bottom = box_of(points)
        if bottom - top <= _THIN and right - left >= bottom - top:
            middle = (top + bottom) / 2
            self._piece((left, middle), (right, middle))
        elif right - left <= _THIN:
            middle = (left + right) / 2
            self._piece((middle, top), (middle, bottom))


def box_of(points: Sequence[Point]) -> Box:
    """The rectangle around some points."""
    x, y = [x for x, _ in points], [y for _, y in points]
    return Box(min(x), min(y), max(x), max(y))
