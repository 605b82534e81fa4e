"""A kept report is the one that was understood: every field, every identity, every audit."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest

from jixiao import pipeline, readers
from jixiao.batch.auditing import _json
from jixiao.batch.canonical import canonical
from jixiao.batch.job import Job
from jixiao.batch.keep.columns import Damaged
from jixiao.batch.keep.report import _DOCUMENT, _REPORT, pack, unpack, unpack_document
from jixiao.batch.keep.segments import SHARED
from jixiao.model.deferred import kind_of
from jixiao.model.document import Bound, Cell, Document, Doubt, Mark, Table
from jixiao.model.place import Place
from jixiao.model.report import Report

TOTAL = re.compile("年度资金总额")
_APART = {"document", "look_for_leftover"}


def agree(one, other, seen):
    """Raises where two nouns differ in anything, or where one noun of a report has become two."""
    if is_dataclass(one):
        assert kind_of(one) is kind_of(other)
        if kind_of(one) in SHARED:
            assert seen.setdefault(id(one), other) is other
        for field in fields(one):
            if field.name not in _APART:
                agree(getattr(one, field.name), getattr(other, field.name), seen)
    elif isinstance(one, tuple):
        assert isinstance(other, tuple)
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            agree(a, b, seen)
    else:
        assert (type(one), repr(one)) == (type(other), repr(other))


def kept(report: Report) -> Report:
    return unpack(report.document.path, *pack(report))


def line(report: Report, lang: str = "zh") -> bytes:
    return canonical(_json(pipeline.audit_report(report, strict=True), Job(lang=lang)))


def test_every_field_is_as_it_was_and_what_was_one_is_one(documents):
    for document in documents:
        report = pipeline.understand(document)
        again = kept(report)
        seen: dict[int, object] = {}
        agree(report.document, again.document, seen)
        agree(report, again, seen)
        assert again.leftover == report.leftover
        assert again.document.plain == document.plain


def test_a_kept_report_is_audited_to_the_same_bytes(documents):
    for document in documents:
        report = pipeline.understand(document)
        for lang in ("zh", "en"):
            assert line(kept(report), lang) == line(report, lang)


def test_a_document_alone_is_understood_to_the_same_report(sample):
    report = pipeline.understand(sample)
    document, understood = pack(report)
    again = pipeline.understand(unpack_document("report.docx", document))
    assert pack(again) == (document, understood)  # so that a document that is kept serves a report understood anew
    assert line(again) == line(report)


def test_nothing_is_decoded_that_nobody_asks_for(sample):
    again = kept(pipeline.understand(sample))
    assert again.year == 2023
    assert again.document.readable
    assert {"facts", "appraisals", "sections"}.isdisjoint(vars(again))
    assert "blocks" not in vars(again.document)
    table = again.document.tables[0]
    assert "cells" not in vars(table)
    assert table.grid is table.grid
    assert all(isinstance(cell, Cell) for cell in table.cells)


def test_words_are_found_without_reading_the_tables_they_are_not_in(sample):
    document, again = sample, kept(pipeline.understand(sample)).document
    assert [(m.span(), w, at) for m, w, at in again.find(TOTAL)] == [
        (m.span(), w, at) for m, w, at in document.find(TOTAL)
    ]
    read = [table for table in again.tables if "cells" in vars(table)]
    assert 0 < len(read) < len(again.tables)
    assert again.words[-1] == document.words[-1]
    assert tuple(again.words) == document.words
    assert again.words[3:7] == document.words[3:7]
    assert len(again.words) == len(document.words)
    with pytest.raises(IndexError):
        again.words[len(document.words)]


def test_cells_are_the_cells_of_the_grid(sample):
    table = kept(pipeline.understand(sample)).document.tables[0]
    assert {id(cell) for row in table.grid for cell in row if cell} <= {id(cell) for cell in table.cells}


def test_grids_are_worked_out_of_their_cells(documents):
    for document in documents:
        for table in document.tables:
            assert Table.of(table.block, table.cells, part=table.part, inside=table.inside) == table


def test_what_only_some_formats_have_is_kept(sample):
    place = Place("body", 1, 0, 2, "一\ud800")
    rich = replace(
        sample,
        properties={"title": "报告", "author": ""}, marks=(Mark("deleted", place, "旧"),), bound=Bound("{}", {"a": "1"}),
        pages=((1, 0, 1), (9, 2, 2)), doubts=(Doubt(place, 0.25, b"\x89PNG\x00"),), scanned=(2,),
        files=((1, "正文.docx"), (7, "附表.xlsx")),
    )  # fmt: skip
    again = kept(pipeline.understand(rich))
    agree(rich, again.document, {})


def test_every_field_has_its_segment():
    for noun, segments in ((Document, _DOCUMENT), (Report, _REPORT)):
        held = [name for names in segments.values() for name in names]
        assert len(held) == len(set(held))
        assert {field.name for field in fields(noun)} - set(held) == (
            {"path", "blocks"} if noun is Document else _APART
        )


def test_a_report_of_another_document_is_damaged(documents):
    one, other = (pipeline.understand(document) for document in documents[:2])
    with pytest.raises(Damaged):
        unpack("a", pack(one)[0], pack(other)[1])


def test_numbers_of_any_size_and_texts_of_any_kind(sample):
    cells = tuple(replace(cell, row=cell.row + (1 << 40)) for cell in sample.tables[0].cells)
    strange = replace(sample, blocks=(Table(1 << 70, cells, ()), *sample.paragraphs), properties={"\udcff": "\x00"})
    report = pipeline.understand(readers.read_bytes(b"1", "a.txt"))
    document, _ = pack(replace(report, document=strange))
    again = unpack_document("a", document)
    assert again.tables[0].block == 1 << 70
    assert again.properties == {"\udcff": "\x00"}
