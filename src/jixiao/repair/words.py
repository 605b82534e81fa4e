"""A document with some of its words replaced, to be audited as if it had been read so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from jixiao.model.document import Block, Document, Paragraph, Table, cell, paragraph
from jixiao.model.place import Place
from jixiao.repair.proposal import Repair

Key = tuple[int, int, int]


def key(place: Place) -> Key:
    """Paragraph or cell of a place."""
    return place.block, place.row or 0, place.column or 0


def overlaps(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    return key(one) == key(other) and one.start < other.end and other.start < one.end


def repaired(document: Document, repairs: Iterable[Repair]) -> Document:
    """The document with the repairs in it."""
    by_words: dict[Key, list[Repair]] = defaultdict(list)
    for repair in repairs:
        by_words[key(repair.place)].append(repair)
    touched = {block for block, _, _ in by_words}
    blocks = tuple(_block(one, by_words) if one.block in touched else one for one in document.blocks)
    return replace(document, blocks=blocks)


def original(place: Place, repairs: Iterable[Repair]) -> Place:
    """A place of the repaired document as a place of the one that was read; it overlaps no repair."""
    shift = 0
    for repair in sorted((r for r in repairs if key(r.place) == key(place)), key=lambda r: r.place.start):
        if repair.place.start + shift < place.start:
            shift += len(repair.text) - (repair.place.end - repair.place.start)
    return replace(place, start=place.start - shift, end=place.end - shift)


def _block(block: Block, repairs: dict[Key, list[Repair]]) -> Block:
    if isinstance(block, Paragraph):
        text = _text(block.text, repairs[block.block, 0, 0])
        return paragraph(
            block.block, text, part=block.part, lines=block.lines, level=block.level, label=block.label
        )  # fmt: skip
    cells = [
        cell(c.block, c.row, c.column, _text(c.text, held), rows=c.rows, columns=c.columns, part=c.part, lines=c.lines)
        if (held := repairs.get((c.block, c.row, c.column)))
        else c
        for c in block.cells
    ]
    return Table.of(block.block, cells, part=block.part, inside=block.inside)


def _text(text: str, repairs: list[Repair]) -> str:
    for repair in sorted(repairs, key=lambda one: one.place.start, reverse=True):
        text = text[: repair.place.start] + repair.text + text[repair.place.end :]
    return text
