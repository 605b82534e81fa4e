"""理解结果: an understood report as bytes, in two records (the document, and what was understood of it), and back.

A report that is read back is decoded only where somebody looks at it: a rule on the sign-off reads one small segment.
"""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache, partial
from itertools import accumulate, chain
from typing import Any, get_type_hints

from jixiao.batch.keep.columns import Damaged
from jixiao.batch.keep.segments import Reader, Writer
from jixiao.batch.keep.words import KeptWords
from jixiao.extract.leftover import leftover
from jixiao.model.covering import Covering
from jixiao.model.deferred import deferred
from jixiao.model.document import Cell, Document, Paragraph, Table
from jixiao.model.report import Report

_HEAD = struct.Struct("<I")


def _rest(noun: type, others: Iterable[str]) -> tuple[str, ...]:
    """The fields that stand in no segment of their own: those that are asked for always, and any that is new."""
    return tuple(field.name for field in fields(noun) if field.name not in others)


# Segments in the order in which they are written, each with its fields.
_DOCUMENT = {"file": _rest(Document, {"path", "blocks", "doubts"}), "doubts": ("doubts",)}
_REPORT_PARTS = {
    "facts": ("facts",),
    "relations": ("relations",),
    "tables": ("base_tables", "ledgers"),
    "appraisals": ("appraisals",),
    "sections": ("sections",),
    "rubric": ("rubric",),
}
_WORDS = ("plain", "starts", "words")
_MADE_ANEW = {"document", "look_for_leftover"}
_REPORT = {"head": _rest(Report, {*chain(*_REPORT_PARTS.values()), *_MADE_ANEW}), **_REPORT_PARTS}
# What is worked out of these, and dear enough to be kept as well.
_BESIDE: dict[str, dict[str, Any]] = {
    "file": {"covering": Covering},
    "head": {"sheet_names": tuple[tuple[int, str], ...]},
}
_OTHERS: dict[str, dict[str, Any]] = {
    "paragraphs": {"paragraphs": tuple[Paragraph, ...]},
    "plain": {"plain": str, "lengths": tuple[int, ...], "counts": tuple[int, ...]},
    "blocks": {"blocks": tuple[bool, ...], "tables": tuple[tuple[int, str, tuple[int, int, int] | None], ...]},
}


def pack(report: Report) -> tuple[bytes, bytes]:
    """The record of the document of a report, and that of what was understood of it."""
    writer = Writer()
    document = _joined(writer, dict(_document_segments(writer, report.document)))
    understood = _joined(writer, dict(_report_segments(writer, report)), of=_split(document)[0])
    return document, understood


def unpack(path: str, document: bytes, understood: bytes) -> Report:
    """The report of two records, its file called ``path``; Damaged where they are none, or none of one report."""
    return _Kept(path, document, understood).report()


def unpack_document(path: str, document: bytes) -> Document:
    """The document alone."""
    return _Kept(path, document).document


def _document_segments(writer: Writer, document: Document) -> Iterator[tuple[str, bytes]]:
    def segment(name: str, of: Callable[[str], object]) -> tuple[str, bytes]:
        return name, writer.segment(name, {part: (hint, of(part)) for part, hint in _hints(name).items()})

    yield segment("file", partial(getattr, document))
    yield segment("paragraphs", partial(getattr, document))
    writer.told(document.tables, "blocks")
    spots = tuple((table.block, table.part, table.inside) for table in document.tables)
    kinds = tuple(isinstance(block, Table) for block in document.blocks)
    yield segment("blocks", {"blocks": kinds, "tables": spots}.__getitem__)
    for number, table in enumerate(document.tables):
        yield segment(f"cells {number}", partial(getattr, table))
    yield segment("doubts", partial(getattr, document))
    words = document.words
    counts = Counter(one.block for one in words)
    plain = {
        "plain": document.plain,
        "lengths": tuple(len(one.plain) for one in words),
        "counts": tuple(counts[block.block] for block in document.blocks),
    }
    yield segment("plain", plain.__getitem__)


def _report_segments(writer: Writer, report: Report) -> Iterator[tuple[str, bytes]]:
    for name in _REPORT:
        yield name, writer.segment(name, {part: (hint, getattr(report, part)) for part, hint in _hints(name).items()})


def _joined(writer: Writer, segments: Mapping[str, bytes], of: str = "") -> bytes:
    """Segments behind a head that tells where each begins, and by what a document is known to its report."""
    lengths = {name: len(packed) for name, packed in segments.items()}
    head = json.dumps(
        [of or writer.written.hexdigest(), list(writer.counts.values()), lengths], separators=(",", ":")
    ).encode()
    return _HEAD.pack(len(head)) + head + b"".join(segments.values())


def _split(record: bytes) -> tuple[str, list[int], dict[str, bytes]]:
    (length,) = _HEAD.unpack_from(record)
    at = _HEAD.size + length
    of, counts, lengths = json.loads(record[_HEAD.size : at])
    segments = {}
    for name, size in lengths.items():
        segments[name] = record[at : at + size]
        at += size
    if at != len(record):
        raise Damaged
    return of, counts, segments


class _Kept:
    """One kept report while it is being read."""

    def __init__(self, path: str, document: bytes, understood: bytes = b"") -> None:
        known_by, counts, self._segments = _split(document)
        if understood:
            of, counts, segments = _split(understood)
            if of != known_by:
                raise Damaged
            self._segments |= segments
        self._reader = Reader(counts, self._need)
        self._read: dict[str, dict[str, Any]] = {}
        self.document = deferred(Document, self._of_document, also=_WORDS, path=path, **self._need("file"))

    def report(self) -> Report:
        head = self._need("head")
        return deferred(Report, self._of_report, document=self.document, look_for_leftover=leftover, **head)

    def _need(self, segment: str) -> dict[str, Any]:
        read = self._read.get(segment)
        if read is None:
            read = self._read[segment] = self._reader.segment(self._segments[segment], _hints(segment))
            if segment == "blocks":
                self._reader.put(Table, 0, [self._table(number, *spot) for number, spot in enumerate(read["tables"])])
        return read

    def _table(self, number: int, block: int, part: str, inside: tuple[int, int, int] | None) -> Table:
        return deferred(Table, partial(self._of_table, number), block=block, part=part, inside=inside)

    def _of_table(self, number: int, name: str) -> Any:  # noqa: ANN401 - any field
        whole = self._need(f"cells {number}")
        if "grid" not in whole:
            whole["grid"] = Table.of(0, whole["cells"]).grid
        return whole[name]

    def _of_document(self, name: str) -> Any:  # noqa: ANN401 - any field
        if name in _WORDS:
            return self._of_words(name)
        if name != "blocks":
            return self._need(name)[name]
        flags = self._need("blocks")["blocks"]
        paragraphs, tables = iter(self._need("paragraphs")["paragraphs"]), iter(self._reader.nouns(Table))
        return tuple(next(tables if is_table else paragraphs) for is_table in flags)

    def _of_words(self, name: str) -> Any:  # noqa: ANN401 - any of them
        kept = self._need("plain")
        if name == "starts":
            return [0, *accumulate(length + 1 for length in kept["lengths"])][:-1]
        return kept["plain"] if name == "plain" else KeptWords(kept["counts"], lambda: self.document.blocks)

    def _of_report(self, name: str) -> Any:  # noqa: ANN401 - any field
        segment = next(segment for segment, names in _REPORT.items() if name in names)
        return self._need(segment)[name]


@cache
def _hints(segment: str) -> Mapping[str, Any]:
    """What stands in a segment, with its types."""
    if segment.startswith("cells"):
        return {"cells": tuple[Cell, ...]}
    if segment in _OTHERS:
        return _OTHERS[segment]
    noun, names = (Document, _DOCUMENT[segment]) if segment in _DOCUMENT else (Report, _REPORT[segment])
    hints = get_type_hints(noun)
    return {**{name: hints[name] for name in names}, **_BESIDE.get(segment, {})}
