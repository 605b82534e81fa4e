"""Words read off a picture (存疑): how surely each cell was read, and which words of a block may be read wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from jixiao.model.document import Cell, Doubt, Words
from jixiao.readers.layout.lines import Line
from jixiao.readers.layout.page import Sight


def told(cell: Cell, lines: Iterable[Line]) -> Cell:
    """The cell with how surely the least sure word in it was read."""
    sure = min((one.sight.confidence for line in lines for one in line.glyphs if one.sight), default=1.0)
    return cell if sure >= 1 else replace(cell, confidence=sure)


def doubts(words: Words, lines: Iterable[Line]) -> Iterator[Doubt]:
    """What may be read wrongly in the words made of some lines."""
    for sight, group in groupby(_spans(words.text, lines), key=lambda one: one[0]):
        spans = list(group)
        if sight is not None and sight.is_doubtful:
            yield Doubt(words.place(spans[0][1], spans[-1][2]), sight.confidence, sight.picture)


def _spans(text: str, lines: Iterable[Line]) -> Iterator[tuple[Sight | None, int, int]]:
    """Where each character of the lines stands in the words."""
    at = 0
    for line in lines:
        for glyph in line.glyphs:
            start = text.find(glyph.char, at)
            if start >= 0:
                at = start + len(glyph.char)
                yield glyph.sight, start, at
