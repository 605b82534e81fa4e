"""Format (格式): what each file or folder in readers/ declares about itself, and how they are found."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from jixiao.model.document import Block, Bound, Doubt, Mark, Unread
from jixiao.readers.limits import FILE_BYTES


@dataclass(frozen=True, slots=True)
class Content:
    """What a format makes of the bytes of a file: blocks in reading order, and what could not be read."""

    blocks: tuple[Block, ...] = ()
    unread: tuple[Unread, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    bound: Bound | None = None
    pages: tuple[tuple[int, int, int], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    scanned: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    ``sniff`` decides by the bytes alone whether a file is of this format; formats of lower ``rank`` are asked first.
    ``suffixes`` are those that such a file usually carries; another one is noted, not refused. ``read`` imports what
    it needs itself, so that knowing a format costs nothing. ``pictures`` is the same with the words on pictures read as
    well (scans), which takes seconds a page. A file of more than ``most`` bytes is refused.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes], Content]
    rank: int = 50
    pictures: Callable[[bytes], Content] | None = None
    most: int = FILE_BYTES


@cache
def formats() -> tuple[Format, ...]:
    """Every format: whatever module or package in this folder has a ``FORMAT``."""
    package = import_module("jixiao.readers")
    found = []
    for module in pkgutil.iter_modules(package.__path__):
        declared = getattr(import_module(f"jixiao.readers.{module.name}"), "FORMAT", None)
        if isinstance(declared, Format):
            found.append(declared)
    return tuple(sorted(found, key=lambda one: (one.rank, one.name)))
