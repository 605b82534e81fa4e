"""Repeated (重复内容): what a file of a report says again that another one has said, so that no figure counts twice.

Typed words are a repetition only where they are the same; words read off a picture may differ by what was misread. Tables
that are filled in on the same template share up to three quarters of their words and are no repetitions of each other. A
line that may stand in a report several times (填表人) is dropped only together with what stands around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from jixiao.model.document import Block, Document, Paragraph, Table

_LONG = 12  # characters of a paragraph that is compared by itself; all figures here are our own choice
_RUN = 100  # characters that must be said again in a row
_GRAM = 3  # characters that are compared at a time where some may be misread
_SCAN_SAME, _SCAN_LIKE = 0.6, 0.5  # share of a scanned paragraph, of a short one, that must have been said before
_TABLE, _TABLE_SCAN, _TABLE_LIKE = 0.9, 0.85, 0.75  # share of a table's cells
_SCAN_FIGURES = 0.9  # share of a scanned table's figures, where its cells are only like those of another
_FIGURE = re.compile(r"\d")
_SIGNED = re.compile(
    r"[填制]表|填报|经办|复核|审核人|负责人|领导|签[字名章]|[盖公]章|电话|年\d{1,2}月"
)  # what a signed page adds
_SIGNED_MOST = 80  # characters of such a line
_SHOWN = 3  # figures that differ


@dataclass(slots=True)
class Said:
    """What the files before have said."""

    text: str = ""
    grams: set[str] = field(default_factory=set)
    tables: list[Counter[str]] = field(default_factory=list)

    def take(self, blocks: Iterable[Block]) -> None:
        """Remembers some blocks."""
        text = ""
        for block in blocks:
            if isinstance(block, Table):
                self.tables.append(_cells(block))
            else:
                text += _bare(block)
        self.text += text
        self.grams.update(_grams(text))


@dataclass(frozen=True, slots=True)
class Again:
    """The blocks that say again what was said, and of tables that are nearly the same the figures that differ."""

    blocks: frozenset[int] = frozenset()
    differing: tuple[str, ...] = ()


def repeated(document: Document, said: Said) -> Again:
    """What of a document was said before."""
    scanned = bool(document.scanned)
    alike = [_again(block, said, scanned=scanned) for block in document.blocks]
    verdicts = _with_short(alike)
    found: set[int] = set()
    for verdict, run in groupby(zip(verdicts, document.blocks, strict=True), key=lambda pair: pair[0]):
        blocks = [block for _, block in run]
        if verdict and (all(verdicts) or sum(map(_weight, blocks)) >= _RUN):
            found.update(block.block for block in blocks)
    differing = [] if scanned else list(_differing(document, said, found))
    return Again(frozenset(found), tuple(differing))


def _with_short(alike: list[bool | None]) -> list[bool]:
    """Short paragraphs that were said before go with the next longer block, those at the end with the last one."""
    verdicts: list[bool] = []
    held = next((verdict for verdict in reversed(alike) if verdict is not None), False)
    for verdict in reversed(alike):
        held = held if verdict is None else verdict
        verdicts.append(held)
    return verdicts[::-1]


def _again(block: Block, said: Said, *, scanned: bool) -> bool | None:
    """Whether a block was said before; None for one too short to tell."""
    if isinstance(block, Table):
        cells = _cells(block)
        return any(_alike(cells, other, scanned=scanned) for other in said.tables)
    text = _bare(block)
    if text in said.text:
        return True if len(text) >= _LONG else None
    if not scanned or (len(text) <= _SIGNED_MOST and _SIGNED.search(text)):
        return False
    grams = _grams(text)
    share = sum(gram in said.grams for gram in grams) / len(grams)
    if len(text) < _LONG:
        return None if share >= _SCAN_LIKE else False
    return share >= _SCAN_SAME


def _alike(cells: Counter[str], other: Counter[str], *, scanned: bool) -> bool:
    share = _share(cells, other)
    if not scanned:
        return share >= _TABLE and _figures(cells) == _figures(other)
    return share >= _TABLE_SCAN or (share >= _TABLE_LIKE and _share(_figures(cells), _figures(other)) >= _SCAN_FIGURES)


def _differing(document: Document, said: Said, found: set[int]) -> Iterator[str]:
    """Where a typed table is nearly one of before, and some of its figures are others: 113.5（此前 113.6）."""
    for table in document.tables:
        cells = _cells(table)
        other = max(said.tables, key=lambda one: _share(cells, one), default=None)
        if table.block not in found and other is not None and _share(cells, other) >= _TABLE:
            here, there = _figures(cells) - _figures(other), _figures(other) - _figures(cells)
            yield from (f"{a} / {b}" for a, b in list(zip(here, there, strict=False))[:_SHOWN])


def _share(one: Counter[str], other: Counter[str]) -> float:
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 0.0


def _figures(cells: Counter[str]) -> Counter[str]:
    return Counter({cell: n for cell, n in cells.items() if _FIGURE.search(cell)})


def _cells(table: Table) -> Counter[str]:
    return Counter("".join(cell.plain.split()) for cell in table.cells if cell.plain.strip())


def _weight(block: Block) -> int:
    return sum(len(cell.plain) for cell in block.cells) if isinstance(block, Table) else len(_bare(block))


def _grams(text: str) -> list[str]:
    return [text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1))]


def _bare(block: Paragraph) -> str:
    return "".join(block.plain.split())
