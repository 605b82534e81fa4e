"""Numbers and places of an OFD: lists of numbers in attributes, boxes, and transforms (变换矩阵)."""

from __future__ import annotations

import math
from typing import NamedTuple

_FAR = 1e6  # millimetres: no page is so large


class Matrix(NamedTuple):
    """Moves a point: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point moved."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """Both transforms: its own first, then the outer one."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.point(self.e, self.f))

    @property
    def angle(self) -> float:
        """By how much it turns what is level, in radians, clockwise as seen."""
        return math.atan2(self.b, self.a)


def number(text: str | None, default: float = 0.0) -> float:
    """A number in an attribute; what is none, or beyond any page, is the default."""
    try:
        value = float(text) if text else default
    except ValueError:
        return default
    return value if -_FAR < value < _FAR else default


def numbers(text: str | None) -> list[float]:
    """The numbers of a list; what is none counts as 0."""
    return [number(one) for one in (text or "").replace(",", " ").split()]


def placed(boundary: str | None, transform: str | None) -> Matrix:
    """How an object lies in what holds it: its own transform, then the corner of its boundary."""
    values = numbers(transform)
    own = Matrix(*values) if len(values) == 6 else Matrix()  # noqa: PLR2004 - a transform has six numbers
    corner = (*numbers(boundary)[:2], 0.0, 0.0)
    return own._replace(e=own.e + corner[0], f=own.f + corner[1])
