"""Columns on a screen: Chinese characters take two, so that carets stand under the words they mean."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from unicodedata import category, combining, east_asian_width

_TOKEN = re.compile(r"[\x21-\x7e]+|\s+|.", re.DOTALL)
_CLOSING = frozenset("，。、；：？！）》」』】〕〉”’…％%,.;:?!)]}")
_OPENING = frozenset("（《「『【〔〈“‘([{")
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co"}


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    if combining(char) or category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def tame(text: str) -> str:
    """The text on one line, character for character, without anything that could command a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or (c == "\u3000") else (" " if c.isspace() else _tamed(c)) for c in text)


def _tamed(char: str) -> str:
    return "�" if category(char) in _UNSAFE else char


def pad(text: str, room: int) -> str:
    """The text followed by as many blanks as it lacks."""
    return text + " " * (room - columns(text))


def crop(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of a line around the characters ``start`` to ``end`` that fits into ``room`` columns.

    What was cut off is shown as ``…``. Returns the part, the column at which the words begin, and how many columns
    they take there (at least 1, so that an empty place can be pointed at).
    """
    widths = [_columns(c) for c in text]
    offsets = [0, *accumulate(widths)]
    if offsets[-1] <= room:
        return text, offsets[start], max(1, offsets[end] - offsets[start])
    left, right = start, start
    while right < end and offsets[right + 1] - offsets[left] <= room - 2:
        right += 1
    ahead = max(0, room - 2 - (offsets[right] - offsets[left]))
    while left > 0 and offsets[start] - offsets[left - 1] <= ahead * 2 // 3:
        left -= 1
    while right < len(text) and offsets[right + 1] - offsets[left] <= room - 2:
        right += 1
    while left > 0 and offsets[right] - offsets[left - 1] <= room - 2:
        left -= 1
    head, tail = "…" * (left > 0), "…" * (right < len(text))
    begin = len(head) + offsets[start] - offsets[left]
    return head + text[left:right] + tail, begin, max(1, offsets[min(end, right)] - offsets[start])


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most ``room`` columns; no line begins with 。 or ends with （."""
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        wide = columns(piece)
        if used + wide > room and line:
            lines.append(line.rstrip())
            line, used = "", 0
            if piece.isspace():
                continue
        line, used = line + piece, used + wide
        while used > room:
            cut = next(i for i in range(len(line), 0, -1) if columns(line[:i]) <= room or i == 1)
            lines.append(line[:cut])
            line = line[cut:]
            used = columns(line)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for token in _TOKEN.findall(text):
        glued = pieces and ((token[0] in _CLOSING and not pieces[-1].isspace()) or pieces[-1][-1] in _OPENING)
        if glued:
            pieces[-1] += token
        else:
            pieces.append(token)
    return pieces
