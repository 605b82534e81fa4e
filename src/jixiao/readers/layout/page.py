"""What one page is before it has any meaning: characters and ruling lines, upright, the origin at the top left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Sight(NamedTuple):
    """How a word on a picture was read (辨认): how surely, and, where it may be read wrongly, a small PNG of it."""

    confidence: float
    picture: bytes = b""

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be read wrongly."""
        return bool(self.picture)


class Glyph(NamedTuple):
    """One character (字符): the box of its place in the line, its base line, its height."""

    x0: float
    x1: float
    base: float
    em: float
    char: str
    sight: Sight | None = None  # the word it belongs to, where that was read off a picture


class Ruling(NamedTuple):
    """A straight line along one axis (框线): where it lies across, and from where to where it runs."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle on a page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(slots=True)
class Page:
    """One page (页), turned so that its words stand upright."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    marked: list[Glyph] = field(default_factory=list)  # characters that the file marks as no part of its text
    across: list[Ruling] = field(default_factory=list)  # horizontal ones
    down: list[Ruling] = field(default_factory=list)  # vertical ones
    shapes: list[Box] = field(default_factory=list)  # areas filled with a colour
