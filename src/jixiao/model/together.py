"""Together (合并审核): one report in several files, body in Word, tables in Excel, the signed page as a scan, is one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from jixiao.model.arranged import arranged
from jixiao.model.document import Block, Document, Paragraph, Table, Unread
from jixiao.model.place import Place
from jixiao.model.repeated import Again, Said, repeated
from jixiao.model.signed import superseded

T = TypeVar("T")


def together(documents: Sequence[Document]) -> Document:
    """One document of several, body first; their names are their ``path``. A single one is returned as it is.

    Blocks are numbered through and every place tells its file (``Document.file_of``). What a file says again is dropped
    and told. The result is readable where any of them is.
    """
    if len(documents) == 1:
        return documents[0]
    ordered = arranged(documents)
    said = Said()
    pieces: list[tuple[int, Document]] = []
    first = 1
    for one in ordered:
        again = repeated(one, said) if pieces else Again()
        kept = tuple(block for block in one.blocks if block.block not in again.blocks)
        said.take(kept)
        pieces.append((first, _moved(one, kept, first - 1, _told(again, whole=not kept))))
        first += max((block.block for block in one.blocks), default=0)
    body = next((piece for _, piece in pieces if piece.readable), pieces[0][1])
    old = superseded([piece for _, piece in pieces])
    return _joined(body, [(first, _without(piece, old)) for first, piece in pieces])


def _without(piece: Document, old: frozenset[int]) -> Document:
    """A document without the lines that are signed elsewhere."""
    if not any(block.block in old for block in piece.blocks):
        return piece
    note = Unread(
        "signed",
        "空着的签字栏以签字页扫描件上填写的为准。",
        "sign-off lines left empty are taken from the scan of the signed page.",
    )
    blocks = tuple(block for block in piece.blocks if block.block not in old)
    return replace(piece, blocks=blocks, unread=(*piece.unread, note))


def _told(again: Again, *, whole: bool) -> list[Unread]:
    """What is said of a file besides what its reader said."""
    notes = []
    if again.blocks:
        notes.append(
            Unread(
                "repeated",
                "内容与前面的文件重复，没有重复计算。" if whole else "有一部分内容与前面的文件重复，没有重复计算。",
                f"{'it' if whole else 'a part of it'} repeats the files before and is not counted twice.",
            )
        )
    if again.differing:
        shown = "、".join(again.differing)
        notes.append(
            Unread(
                "differing",
                f"有一张表与前面文件里的几乎相同，但有的格子不一样（{shown}）。请确认以哪一张为准，删去另一张。",
                f"a table is nearly one of the files before, but some cells differ ({shown}). Keep the right one only.",
            )
        )
    return notes


def _moved(one: Document, kept: tuple[Block, ...], by: int, notes: list[Unread]) -> Document:
    """The document with its kept blocks numbered on behind ``by`` others, and all that points into them."""
    numbers = {block.block for block in kept}
    return replace(
        one,
        blocks=tuple(_block(block, by) for block in kept),
        unread=(*one.unread, *notes),
        marks=tuple(replace(m, place=_place(m.place, by)) for m in one.marks if m.place.block in numbers),
        pages=tuple((block + by, row, page) for block, row, page in one.pages),
        doubts=tuple(replace(d, place=_place(d.place, by)) for d in one.doubts if d.place.block in numbers),
    )


def _block(block: Block, by: int) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, block=block.block + by)
    cells = [replace(cell, block=cell.block + by) for cell in block.cells]
    inside = block.inside and (block.inside[0] + by, *block.inside[1:])
    return Table.of(block.block + by, cells, part=block.part, inside=inside)


def _place(place: Place, by: int) -> Place:
    return replace(place, block=place.block + by)


def _joined(body: Document, pieces: Sequence[tuple[int, Document]]) -> Document:
    parts = [piece for _, piece in pieces]
    readable = any(piece.readable for piece in parts)
    return replace(
        body,
        sha256=sha256("".join(sorted(piece.sha256 for piece in parts)).encode()).hexdigest(),
        blocks=_chained(piece.blocks for piece in parts),
        unread=tuple(_named(note, piece.path, fatal=not readable) for piece in parts for note in piece.unread),
        marks=_chained(piece.marks for piece in parts),
        bound=next((piece.bound for piece in parts if piece.bound is not None), None),
        pages=_chained(piece.pages for piece in parts),
        doubts=_chained(piece.doubts for piece in parts),
        scanned=tuple(sorted({page for piece in parts for page in piece.scanned})),
        files=tuple((first, piece.path) for first, piece in pieces),
    )


def _chained(pieces: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(one for piece in pieces for one in piece)


def _named(note: Unread, name: str, *, fatal: bool) -> Unread:
    return Unread(note.code, f"{name}：{note.message}", f"{name}: {note.message_en}", fatal=fatal and note.fatal)
