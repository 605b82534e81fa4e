"""Lines of words (文字行): characters on one base line, with the blanks that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jixiao.readers.layout.page import Glyph

_LEVEL = 0.35  # of the height by which characters of one line may stand higher or lower
_WIDE_GAP = 1.3  # ems between two words that belong apart; justified lines stretch less
_LATIN_GAP = 0.25  # ems between two Latin words
_TWICE = 0.25  # ems: the same character printed again so near is a way to print bold
_DRAWN_ONCE = " \u3000\u00a0—…-─"  # one glyph may stand for two of them
_HANGING = "，。、；：！？"
_CLOSING = "，。、；：！？）》”’」】),.;:!?%％℃"
# What is never parted at the end of a line: a number, a Latin word, a bracket or a quotation mark and what it holds on to.
_TOKEN = re.compile(
    rf"[（《“‘「【(<]*(?:[\dA-Za-z.,，%％+/:@_-]+|.)[{_CLOSING}]*(?:(?<=[”’“‘])(?:[\dA-Za-z]+|.)[{_CLOSING}]*)*",
    re.DOTALL,
)


@dataclass(slots=True)
class Line:
    """One line: where it stands, what it says, and its characters from left to right."""

    x0: float
    x1: float
    base: float
    em: float
    text: str
    glyphs: list[Glyph]
    lead: str = ""  # ideographic blanks before the words, as the tables of the field indent

    @property
    def edge(self) -> float:
        """Where it ends, without a sign that may hang over the margin."""
        return self.glyphs[-1].x0 if self.text[-1] in _HANGING else self.x1

    @property
    def first(self) -> float:
        """The width of what must stay together at its beginning."""
        token = _TOKEN.match(self.text)
        count = len(token[0]) if token else 1
        return self.glyphs[min(count, len(self.glyphs)) - 1].x1 - self.x0


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines, from the top."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.base):
        if (
            rows
            and glyph.base - rows[-1][-1].base <= _LEVEL * min(glyph.em, rows[-1][-1].em)
            and _is_level(glyph, rows[-1])
        ):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := line_of(row)) is not None]


def _is_level(glyph: Glyph, row: Sequence[Glyph]) -> bool:
    return glyph.base - row[0].base <= max(_LEVEL * max(glyph.em, row[0].em), 1.0)


def line_of(row: Iterable[Glyph]) -> Line | None:
    """One line of characters on the same level; None of blanks alone."""
    glyphs = sorted(row)
    start = next((at for at, glyph in enumerate(glyphs) if not glyph.char.isspace()), len(glyphs))
    lead = "".join(glyph.char for glyph in glyphs[:start] if glyph.char == "\u3000")
    del glyphs[:start]
    while glyphs and glyphs[-1].char.isspace():
        glyphs.pop()
    if not glyphs:
        return None
    kept: list[Glyph] = []
    text: list[str] = []
    for glyph in glyphs:
        if kept:
            last = kept[-1]
            if glyph.char == last.char and glyph.x0 - last.x0 < _TWICE * glyph.em and glyph.char not in _DRAWN_ONCE:
                continue
            if _is_apart(last, glyph):
                text.append(" ")
        kept.append(glyph)
        text.append(glyph.char)
    em = max(glyph.em for glyph in kept)
    base = sorted(glyph.base for glyph in kept)[len(kept) // 2]
    return Line(kept[0].x0, max(glyph.x1 for glyph in kept), base, em, "".join(text), kept, lead)


def _is_apart(last: Glyph, glyph: Glyph) -> bool:
    gap = glyph.x0 - last.x1
    if last.char.isspace() or glyph.char.isspace():
        return False
    if gap > _WIDE_GAP * max(last.em, glyph.em):
        return True
    return gap > _LATIN_GAP * glyph.em and _is_latin(last.char) and _is_latin(glyph.char)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def joined(text: str, after: str) -> str:
    """The words of two lines put together: a blank only between Latin words."""
    blank = " " if text[-1:] and after[:1] and _is_latin(text[-1]) and _is_latin(after[0]) else ""
    return text + blank + after
