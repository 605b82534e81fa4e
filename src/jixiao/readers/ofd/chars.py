"""The characters of a text object (文字对象): each with its place, its width and the way it is held."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from jixiao.readers.common.zipped import Element
from jixiao.readers.layout.letters import letter
from jixiao.readers.ofd.matrix import Matrix, number
from jixiao.readers.ofd.parts import local, named

_LINE = re.compile(r"\s*[\r\n]\s*")  # how the XML itself is set, no part of the words
_CONTROLS = re.compile(r"[\0-\x1f\x7f]")
_SIZE = 3.5  # millimetres, where an object does not say
_NARROW, _BROAD = frozenset("iljtfrI.,;:'!|()[]{}`"), frozenset("mwMW%@")
_WIDTHS = 0.33, 0.83, 0.68, 0.5  # ems of a narrow, a broad, a capital and any other Latin sign
_STRETCH = 1.35  # times its own width: a character set further from the next one does not fill the gap
_PART = 0.05  # ems before the next character: where the second half of a ligature is put
_BREAK = re.compile(r"[\s,]+")


class Char(NamedTuple):
    """A character on the page as the file turns it: where it begins and ends, its size, its turn."""

    x: float
    y: float
    end_x: float
    end_y: float
    size: float
    angle: float
    char: str


def chars(text: Element, matrix: Matrix, most: int) -> Iterator[Char]:
    """The characters of a text object, at most so many; ``matrix`` leads from the object to the page."""
    size = number(text.get("Size")) or _SIZE
    wide = number(text.get("HScale"), 1.0) or 1.0
    angle = matrix.angle + math.radians(number(text.get("CharDirection")))
    high = size * math.hypot(matrix.c, matrix.d)
    x = y = 0.0
    starts = 0  # codes in the text codes before
    for code in named(text, "TextCode"):
        words = _CONTROLS.sub("", _LINE.sub("", code.text or ""))[:most]
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        steps = _Steps(code, _glyphs(text, starts, len(words)))
        for at, char in enumerate(words):
            own = size * wide * _width(char)
            step = steps.after(at)
            width = step if step is not None and 0 < step <= own * _STRETCH else own
            begin = x if steps.is_drawn(at) else x - size * _PART
            yield Char(*matrix.point(begin, y), *matrix.point(x + width, y), high, angle, letter(char))
            x += steps.across(at, own)
            y += steps.down(at)
        starts += len(words)
        most -= len(words)


class _Steps:
    """How far it is from each character to the next."""

    def __init__(self, code: Element, glyphs: list[int]) -> None:
        count = sum(glyphs)
        self._x, self._y = _deltas(code.get("DeltaX"), count), _deltas(code.get("DeltaY"), count)
        self._upright = bool(self._y) and not self._x  # set from top to bottom
        self._ends: list[tuple[int, int]] = []
        end = 0
        for own in glyphs:
            self._ends.append((end, end + own))
            end += own

    def is_drawn(self, at: int) -> bool:
        """Whether a character has a glyph of its own."""
        return self._ends[at][0] < self._ends[at][1]

    def after(self, at: int) -> float | None:
        """The step across behind a character as the file states it."""
        begin, end = self._ends[at]
        return sum(self._x[begin:end]) if begin < len(self._x) and end > begin else None

    def across(self, at: int, own: float) -> float:
        """The step across; a character that the file says nothing about takes its own width."""
        if not self.is_drawn(at) or self._upright:
            return 0.0
        stated = self.after(at)
        return own if stated is None else stated

    def down(self, at: int) -> float:
        """The step down."""
        begin, end = self._ends[at]
        return sum(self._y[begin:end])


def _deltas(text: str | None, most: int) -> list[float]:
    """The steps of a list, in which ``g 5 3.2`` stands for five times 3.2."""
    found: list[float] = []
    words = iter(_BREAK.split((text or "").strip()))
    for word in words:
        if len(found) >= most:
            break
        if word == "g":
            times, value = number(next(words, "")), number(next(words, ""))
            found += repeat(value, max(0, min(int(times), most - len(found))))
        elif word:
            found.append(number(word))
    return found


def _glyphs(text: Element, start: int, count: int) -> list[int]:
    """How many glyphs each character is drawn by: one, unless a transform says that several are one or one is several."""
    found = [1] * count
    for one in text:
        if local(one) != "CGTransform":
            continue
        codes, drawn = int(number(one.get("CodeCount"), 1)), int(number(one.get("GlyphCount"), 1))
        at = int(number(one.get("CodePosition"))) - start
        if codes != drawn and 0 <= at < count and 0 < codes <= count - at and 0 < drawn <= count:
            found[at : at + codes] = chain([drawn], repeat(0, codes - 1)) if drawn < codes else _spread(codes, drawn)
    return found


def _spread(codes: int, drawn: int) -> Sequence[int]:
    return [1] * (codes - 1) + [drawn - codes + 1]


def _width(char: str) -> float:
    """About how many ems a character is wide."""
    if char > "\x7f" and unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    narrow, broad, capital, other = _WIDTHS
    if char in _NARROW:
        return narrow
    return broad if char in _BROAD else capital if char.isupper() else other
