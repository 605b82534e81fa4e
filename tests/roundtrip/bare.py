"""What of a report must come back from a file: everything except where it stood and which file it was.

Nothing is listed here by name: a field that somebody adds to a noun is compared from the day on which it is added. Only
places (of which the words are kept), the identity of the file, what says how it was read, and functions are left out.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from jixiao.model.document import Document
from jixiao.model.place import Place
from jixiao.model.report import Report

# Identity of the file, and what only one of the formats can carry.
_DOCUMENT = frozenset({"path", "format", "sha256", "properties", "unread", "bound", "blocks"})
_REPORT = frozenset({"look_for_leftover"})
_PLACES = frozenset({"block", "part", "lines"})  # of paragraphs, cells and tables: where they stand
# A page numbers its headings in words, a Word file by style: both tell the level, a PDF does not.
_LEVEL = "level"


def words(document: Document, *, levels: bool = True) -> list[Any]:
    """Every paragraph and every table of the body: words, spans and grid."""
    return [bare(block, levels=levels) for block in document.blocks if block.part == "body"]


def tables(document: Document) -> list[Any]:
    """The tables alone."""
    return [bare(block) for block in document.tables if block.part == "body"]


def bare(value: Any, *, levels: bool = True) -> Any:
    """A noun as plain data, without where it stood."""
    if isinstance(value, Place):
        return ("place", value.quote, value.row, value.column)
    if isinstance(value, Document):
        return words(value, levels=levels)
    if is_dataclass(value) and not isinstance(value, type):
        out = _PLACES | (_REPORT if isinstance(value, Report) else frozenset()) | (frozenset() if levels else {_LEVEL})
        held = [
            (one.name, bare(getattr(value, one.name), levels=levels)) for one in fields(value) if one.name not in out
        ]
        return (type(value).__name__, held)
    if isinstance(value, dict):
        return {key: bare(one, levels=levels) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [bare(one, levels=levels) for one in value]
    return value
