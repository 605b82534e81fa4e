"""The characters of a page, each with its box; what only looks like a character is left out."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from jixiao.readers.layout.letters import BLANKS, UNKNOWN, letter
from jixiao.readers.layout.page import Glyph
from jixiao.readers.pdf.library import Handle, pdfium
from jixiao.readers.pdf.tags import is_artifact
from jixiao.readers.pdf.view import View

_TEXT, _MARKED, _PICTURE = range(3)
_QUARTER = math.pi / 2
_SLANT = 0.1  # radians: more is no longer upright
_LEAST = 0.5  # points: smaller ones are hidden


class _Raw(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    angle: float
    char: str
    marked: bool  # as no part of the text


@dataclass(frozen=True, slots=True)
class Words:
    """The characters of a page: upright ones, the view in which they are, how many had no meaning."""

    view: View
    glyphs: list[Glyph]
    unknown: int
    marked: list[Glyph] = field(
        default_factory=list
    )  # as no part of the text: page marks, and heads that a table repeats


def words(
    page: Handle, box: tuple[float, float, float, float], most: int, pictures: frozenset[int] | None = None
) -> Words:
    """The characters of a page, at most so many; ``pictures`` is the marked content of a tagged page that is no text."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return Words(View(*box), [], 0)
    try:
        found = _raw(text, most, pictures)
    finally:
        pdfium.FPDFText_ClosePage(text)
    angles = Counter(one.angle for one in found if not one.char.isspace())
    turns: Counter[int] = Counter()
    for angle, count in angles.items():
        if _is_square(angle):
            turns[round(angle / _QUARTER) % 4] += count
    view = View(*box, turn=min(turns, key=lambda turn: (-turns[turn], turn)) if turns else 0)
    glyphs: list[Glyph] = []
    marked: list[Glyph] = []
    unknown = 0
    level = {angle for angle in angles if _is_level(angle, view)}
    for one in found:
        if one.angle not in level and not _is_level(one.angle, view):
            continue  # a watermark, or the words along an axis
        unknown += UNKNOWN.match(one.char) is not None
        glyph = _upright(one, view)
        if glyph is not None:
            (marked if one.marked else glyphs).append(glyph)
    return Words(view, glyphs, unknown, marked)


def _is_level(angle: float, view: View) -> bool:
    return abs((angle - view.turn * _QUARTER + math.pi) % (2 * math.pi) - math.pi) <= _SLANT


def _is_square(angle: float) -> bool:
    return abs(angle / _QUARTER - round(angle / _QUARTER)) * _QUARTER <= _SLANT


def _raw(text: Handle, most: int, pictures: frozenset[int] | None) -> list[_Raw]:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    code_of, angle_of, generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharAngle, pdfium.FPDFText_IsGenerated
    box_of, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    found = []
    kind_of = _Marks(text, pictures).kind if pictures is not None else None
    kind = _TEXT
    for index in range(min(most, pdfium.FPDFText_CountChars(text))):
        code = code_of(text, index)
        if code <= 32 and (code != 32 or generated(text, index) == 1):  # noqa: PLR2004 - a blank that nobody wrote
            continue
        if kind_of is not None and (kind := kind_of(index)) == _PICTURE:
            continue
        if not box_of(text, index, box_at) or not origin_of(text, index, x_at, y_at):
            continue
        angle = -angle_of(text, index)  # PDFium counts clockwise
        found.append(
            _Raw(box.left, box.bottom, box.right, box.top, x.value, y.value, angle, chr(code), kind == _MARKED)
        )
    return found


class _Marks:
    """What the characters of a tagged page are by their marks; those of one object are told at once."""

    def __init__(self, text: Handle, pictures: frozenset[int]) -> None:
        self.text, self.pictures = text, pictures
        self.known: dict[int | None, int] = {}

    def kind(self, index: int) -> int:
        """Whether a character is text, marked as none, or part of a picture."""
        one = pdfium.FPDFText_GetTextObject(self.text, index)
        key = ctypes.cast(one, ctypes.c_void_p).value
        if key not in self.known:
            content = pdfium.FPDFPageObj_GetMarkedContentID(one) if one else 0
            if content < 0:
                self.known[key] = _MARKED if is_artifact(one) else _TEXT
            else:
                self.known[key] = _PICTURE if one and content in self.pictures else _TEXT
        return self.known[key]


def _upright(one: _Raw, view: View) -> Glyph | None:
    xa, ya, xb, yb, base = view.letter(one.left, one.bottom, one.right, one.top, one.x, one.y)
    width, height = abs(xb - xa), abs(yb - ya)
    if max(width, height) < _LEAST or (width <= 0 and one.char not in BLANKS):  # a dash is low
        return None
    char = letter(one.char)
    wide = char[0] > "\u2e7f" and width > 0
    x0 = min(xa, xb)
    return Glyph(x0, x0 + width, base, width if wide else height * 0.8, char)
