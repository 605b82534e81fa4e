"""Leftover (未理解的数字): quantities that no fact, field or relation of the report accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.model.document import Document
from jixiao.model.place import Place
from jixiao.model.quantities import quantities

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def leftover(document: Document, known: Iterable[Place]) -> tuple[Place, ...]:
    """The places of quantities that overlap none of the known places, in reading order."""
    spans: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    for place in known:
        spans.setdefault((place.block, place.row or 0, place.column or 0), []).append((place.start, place.end))
    found = []
    for words in document.words:
        if not _DIGIT.search(words.plain):
            continue
        mine = spans.get((words.block, getattr(words, "row", 0), getattr(words, "column", 0)), [])
        gaps = _blanked(words.plain, mine)
        if not _DIGIT.search(gaps):
            continue
        found += [
            words.place(item.start, item.end)
            for item in quantities(words.plain)
            if _DIGIT.search(gaps, item.start, item.end) and not _YEAR.fullmatch(item.amount.text)
        ]
    return tuple(found)


def _blanked(plain: str, spans: list[tuple[int, int]]) -> str:
    """The text with the known spans blanked out, the length unchanged."""
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain
