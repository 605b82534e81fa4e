"""Paragraphs (段落) of a story: where each begins and ends, its style and list, and whether it ends a cell or a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jixiao.readers import limits
from jixiao.readers.doc.formatting import Formatting
from jixiao.readers.doc.pieces import Pieces
from jixiao.readers.doc.rows import RowShape, shaped
from jixiao.readers.doc.sprms import (
    DEEPER,
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW,
    LIST_LEVEL,
    LIST_USE,
    OUTLINE,
    ROW_END,
    STYLE,
    number,
    signed,
    sprms,
)  # fmt: skip

_ENDS = "\r\a\f"
_NO_LIST, _LISTS = -1, 2046  # a list is given by a number from 1; other values are of Word 6


@dataclass(frozen=True, slots=True)
class Properties:
    """What the modifiers of a paragraph say. ``use`` is the list it belongs to, 0 for none by decree, -1 by its style."""

    style: int = 0
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    use: int = _NO_LIST
    level: int = -1
    outline: int = -1
    row: RowShape | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A paragraph: its characters without the mark at its end."""

    start: int
    end: int
    properties: Properties


class Paragraphs:
    """The paragraphs of a text."""

    def __init__(self, pieces: Pieces, formatting: Formatting, sections: frozenset[int]) -> None:
        self._pieces, self._formatting, self._sections = pieces, formatting, sections

    def between(self, start: int, end: int) -> Iterator[Span]:
        """The paragraphs of a story, in order."""
        text, at = self._pieces.text, start
        end = min(end, len(text))
        for place in range(start, end):
            mark = text[place]
            if mark in _ENDS and (mark != "\f" or place + 1 in self._sections):
                yield self._span(at, place, mark)
                at = place + 1
        if at < end:
            yield self._span(at, end, "")

    def _span(self, start: int, end: int, mark: str) -> Span:
        piece, byte = self._pieces.piece(end), self._pieces.byte(end)
        style, modifiers = self._formatting.paragraph(byte)
        return Span(start, end, _properties(style, modifiers + piece.more, mark))


@lru_cache(maxsize=4096)
def _properties(style: int, modifiers: bytes, mark: str) -> Properties:
    said = dict(sprms(modifiers))
    flag = {code: any(said.get(code, b"")) for code in (IN_TABLE, ROW_END, INNER_CELL, INNER_ROW)}
    depth = max(0, _signed(said.get(DEPTH)) + _signed(said.get(DEEPER)))
    depth = min(depth or int(flag[IN_TABLE] or flag[ROW_END] or mark == "\a"), limits.NESTING)
    ends_row = flag[ROW_END] if depth <= 1 else flag[INNER_ROW]
    use = number(said[LIST_USE]) if LIST_USE in said else _NO_LIST
    return Properties(
        number(said[STYLE]) if STYLE in said else style,
        depth,
        depth > 0 and not ends_row and (mark == "\a" if depth <= 1 else flag[INNER_CELL]),
        depth > 0 and ends_row,
        use if use <= _LISTS else _NO_LIST,
        number(said[LIST_LEVEL]) if LIST_LEVEL in said else -1,
        number(said[OUTLINE]) if OUTLINE in said else -1,
        shaped(modifiers) if ends_row else None,
    )


def _signed(operand: bytes | None) -> int:
    return signed(operand) if operand else 0
