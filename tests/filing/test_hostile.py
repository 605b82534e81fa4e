"""Damaged, foreign and hostile workbooks: refused with a plain sentence, within limits."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest

from jixiao.filing.workbook import guard
from tests.filing.books import packed, parts, with_part

BASE = "xl/worksheets/sheet2.xml"
SECONDS = 5.0
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def before_end(mark, words):
    """Puts words before a closing mark of an XML part."""
    return lambda body: body.replace(mark.encode(), words.encode() + mark.encode(), 1)


def many_cells(count):
    row = "<row r='5000'>" + "<c r='A1'/>" * count + "</row>"
    return before_end("</sheetData>", row)


def laughs(body):
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    head, _, rest = body.partition(b"?>")
    return head + b"?><!DOCTYPE a [<!ENTITY l0 'x'>" + entities.encode() + b"]>" + rest


HOSTILE = {
    "a workbook of somebody else": (lambda data: with_part(data, "xl/workbook.xml", before_end("</sheets>", "")), None),
    "cells": (lambda data: with_part(data, BASE, many_cells(guard.CELLS + 1)), "zip_bomb"),
    "rows": (lambda data: with_part(data, BASE, before_end("</sheetData>", "<row r='9'/>" * (guard.ROWS + 1))), "zip_bomb"),
    "merges": (
        lambda data: with_part(data, BASE, before_end("</mergeCells>", '<mergeCell ref="A1:B1"/>' * 1_000_000)), "zip_bomb",
    ),
    "spaces": (lambda data: with_part(data, BASE, before_end("</sheetData>", " " * (40 << 20))), "zip_bomb"),
    "nested entities": (lambda data: with_part(data, BASE, laughs), "dtd"),
    "entities in the strings": (lambda data: with_part(data, "xl/sharedStrings.xml", laughs), "dtd"),
    "entities in relations": (lambda data: with_part(data, "_rels/.rels", laughs), "dtd"),
    "another encoding": (lambda data: with_part(data, BASE, lambda body: body.decode().encode("utf-16")), "dtd"),
    "macros": (lambda data: with_part(data, "xl/vbaProject.bin", b"\0"), "macros"),
    "styles": (lambda data: with_part(data, "xl/styles.xml", before_end("</styleSheet>", "<!--" + "xy" * (3 << 20) + "-->")), "zip_bomb"),
    "too many entries": (lambda data: packed({**parts(data), **{f"x/{n}.xml": b"<a/>" for n in range(3000)}}), "zip_bomb"),
    "cut off": (lambda data: data[: len(data) // 2], "zip_damaged"),
    "broken XML": (lambda data: with_part(data, BASE, lambda body: body[: len(body) // 2]), "part_damaged"),
    "no XML": (lambda data: with_part(data, BASE, b"\xff" * 50), "part_damaged"),
    "no strings": (lambda data: packed({n: b for n, b in parts(data).items() if "sharedStrings" not in n}), "part_damaged"),
    "no workbook": (lambda data: packed({n: b for n, b in parts(data).items() if n != "xl/workbook.xml"}), "workbook_foreign"),
    "encrypted": (lambda _data: OLE, "file_old"),
    "pdf": (lambda _data: b"%PDF-1.7\n", "file_pdf"),
    "word": (lambda data: packed({"word/document.xml": b"<a/>", **parts(data)}), "file_word"),
    "empty": (lambda _data: b"", "file_empty"),
    "noise": (lambda _data: bytes(range(256)) * 20, "file_foreign"),
    "picture": (lambda _data: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "file_foreign"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_workbook_is_refused_in_time(filled, read, name):
    make, rule = HOSTILE[name]
    data = make(filled)
    begin = time.process_time()
    found = read(data, "填报.xlsx")
    assert time.process_time() - begin < SECONDS
    if rule is None:
        assert found.filing is not None
        return
    assert [one.rule for one in found.mistakes] == [rule]
    assert found.filing is None
    assert found.mistakes[0].message.endswith("。")
    assert found.mistakes[0].where == "填报.xlsx"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (b"<c r='A1'/>" * (guard.CELLS + 1), "too_many_cells"),
        (b"<row/>" * (guard.ROWS + 1), "too_many_cells"),
        (b"<x:c/>" * (guard.CELLS + 1), "too_many_cells"),
        (b'<mergeCell ref="A1:B2"/>' * (guard.MERGES + 1), "too_many_merges"),
    ],
)
def test_what_a_sheet_holds_is_counted_before_it_is_read(filled, words, rule):
    held = parts(filled)
    assert guard.refusal(held) is None
    held[BASE] = held[BASE].replace(b"</sheetData>", words + b"</sheetData>")
    assert guard.refusal(held)[0] == rule


def test_a_part_that_is_lost_is_told(filled, read):
    found = read(packed({name: body for name, body in parts(filled).items() if name != BASE}), "填报.xlsx")
    assert "sheet_lost" in [one.rule for one in found.mistakes]


def test_a_far_cell_costs_nothing(filled, read, filing):
    data = with_part(filled, BASE, before_end("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    begin = time.process_time()
    found = read(data, "填报.xlsx")
    assert time.process_time() - begin < SECONDS
    assert found.filing == filing


def test_a_merge_of_the_whole_sheet_costs_nothing(filled, read):
    data = with_part(filled, BASE, before_end("</mergeCells>", '<mergeCell ref="A1:XFD1048576"/>'))
    begin = time.process_time()
    assert "merged" in [one.rule for one in read(data, "填报.xlsx").mistakes]
    assert time.process_time() - begin < SECONDS


def test_external_links_are_not_followed(filled, read, filing, monkeypatch):
    import socket

    monkeypatch.setattr(socket, "socket", None)
    relation = (
        '<Relationship Id="rId99" Type="externalLink" TargetMode="External" Target="http://example.invalid/a.xlsx"/>'
    )
    data = with_part(filled, "xl/_rels/workbook.xml.rels", before_end("</Relationships>", relation))
    assert read(data, "填报.xlsx").filing == filing


def test_names_of_parts_are_never_paths(filled, read, tmp_path, monkeypatch, filing):
    monkeypatch.chdir(tmp_path)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in {**parts(filled), "../../evil.xml": b"<a/>", "/evil.xml": b"<a/>"}.items():
            package.writestr(name, body)
    assert read(out.getvalue(), "填报.xlsx").filing == filing
    assert not list(tmp_path.iterdir())
