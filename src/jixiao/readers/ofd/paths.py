"""The outlines of a path (图元路径): M 0 0 L 10 0 … as straight pieces; a curve ends one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.readers.layout.strokes import Point
from jixiao.readers.ofd.matrix import Matrix, number

_STEP = re.compile(r"([MLSCBQA])([^MLSCBQA]*)")
_CURVES = {"B": 6, "Q": 4, "A": 7}  # how many numbers a curve has; the last two are where it ends
POINTS = 2_000  # of one path: a drawing, not a table


def outlines(data: str, matrix: Matrix) -> Iterator[list[Point]]:
    """The straight outlines, moved to the page."""
    outline: list[Point] = []
    for one in _STEP.finditer(data):
        kind, values = one[1], one[2].split()
        if kind == "C":
            if len(outline) > 1:
                outline.append(outline[0])
            continue
        if len(values) < _CURVES.get(kind, 2):
            continue
        point = matrix.point(number(values[-2]), number(values[-1]))
        if kind != "L":
            if len(outline) > 1:
                yield outline
            outline = []
        outline.append(point)
    if len(outline) > 1:
        yield outline


def is_drawing(data: str) -> bool:
    """Whether a path has curves, as the outline of a character has."""
    return any(curve in data for curve in _CURVES)
