"""Leftover (未理解的数字): quantities that no fact, field or relation of the report accounts for."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.extract.quantities import quantities
from jixiao.model.document import Document
from jixiao.model.place import Place


def leftover(document: Document, known: Iterable[Place]) -> tuple[Place, ...]:
    """The places of quantities that overlap none of the known places, in reading order."""
    spans: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    for place in known:
        spans.setdefault((place.block, place.row or 0, place.column or 0), []).append((place.start, place.end))
    found = []
    for words in document.words:
        if not any(ch.isdigit() for ch in words.plain):
            continue
        mine = spans.get((words.block, getattr(words, "row", 0), getattr(words, "column", 0)), ())
        for item in quantities(words.plain):
            if not any(start < item.end and item.start < end for start, end in mine):
                found.append(words.place(item.start, item.end))
    return tuple(found)
