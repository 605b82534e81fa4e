"""A page of an OFD turned so that its words stand upright (转正): millimetres to points, characters to glyphs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from jixiao.readers.layout.letters import BLANKS
from jixiao.readers.layout.page import Box, Glyph, Page
from jixiao.readers.layout.rulings import joined
from jixiao.readers.layout.strokes import Point, Strokes
from jixiao.readers.ofd.chars import Char
from jixiao.readers.ofd.drawing import Drawing

_POINTS = 72 / 25.4  # in a millimetre
_QUARTER = math.pi / 2
_SLANT = 0.1  # radians: more is no longer upright
_LEAST = 0.5  # points: smaller characters are hidden
_BEYOND = 6.0  # points by which a character may lie off the page


def upright(
    number: int, box: tuple[float, float, float, float], drawing: Drawing
) -> tuple[Page, dict[str, list[Glyph]]]:
    """The page as a reader holds it with its own characters, and those of each of its templates."""
    view = _View(
        box, _turn(drawing.chars.get("", ())) or _turn([one for held in drawing.chars.values() for one in held])
    )
    glyphs = {
        source: [glyph for one in held if (glyph := view.glyph(one)) is not None]
        for source, held in drawing.chars.items()
    }
    strokes = Strokes(Box(0.0, 0.0, *view.size))
    for outline in drawing.outlines:
        strokes.outline([view.point(*one) for one in outline.points], stroked=outline.stroked, filled=outline.filled)
    own, lines = glyphs.pop("", []), (joined(strokes.across), joined(strokes.down))
    return Page(number, *view.size, own, [], *lines, strokes.shapes), glyphs


def _turn(held: Iterable[Char]) -> int:
    """In which quarter turns most words run."""
    turns = Counter(
        round(one.angle / _QUARTER) % 4 for one in held if not one.char.isspace() and _is_level(one.angle, None)
    )
    return min(turns, key=lambda turn: (-turns[turn], turn)) if turns else 0


def _is_level(angle: float, turn: int | None) -> bool:
    """Whether words run along this turn of the page, or along any."""
    quarters = angle / _QUARTER
    off = (quarters - (round(quarters) if turn is None else turn) + 2) % 4 - 2
    return abs(off) * _QUARTER <= _SLANT


class _View:
    """Turns places of the file into places of the upright page."""

    def __init__(self, box: tuple[float, float, float, float], turn: int) -> None:
        self.left, self.top, self.width, self.height = (side * _POINTS for side in box)
        self.turn = turn  # quarter turns clockwise in which the words run

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def point(self, x: float, y: float) -> Point:
        """A point as seen, in points."""
        x, y = x * _POINTS - self.left, y * _POINTS - self.top
        if self.turn == 0:
            return x, y
        if self.turn == 1:
            return y, self.width - x
        if self.turn == 2:  # noqa: PLR2004 - half a turn
            return self.width - x, self.height - y
        return self.height - y, x

    def glyph(self, one: Char) -> Glyph | None:
        """A character as seen; None of a watermark, the words along an axis, and what nobody sees."""
        if not _is_level(one.angle, self.turn):
            return None
        (x, base), (end, _) = self.point(one.x, one.y), self.point(one.end_x, one.end_y)
        em, width, height = one.size * _POINTS, *self.size
        if em < _LEAST or (abs(end - x) <= 0 and one.char not in BLANKS):
            return None
        if not (-_BEYOND <= x <= width + _BEYOND and -_BEYOND <= base <= height + _BEYOND):
            return None
        return Glyph(min(x, end), max(x, end), base, em, one.char)
