"""Whoever writes into a Word file finds every word of a place in the XML."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from jixiao.model.document import Paragraph
from jixiao.readers import read
from jixiao.readers.docx.file import pieces
from tests.readers.building import SEEDS, document, p, part, r, tbl, tc

NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)
NUMBER = "<w:numPr><w:numId w:val='1'/></w:numPr>"
BODY = (
    p("前")
    + p(
        "甲",
        r("隐", "<w:vanish/>"),
        "乙",
        "<w:del><w:r><w:delText>丁</w:delText></w:r></w:del>",
        "<w:r><w:tab/></w:r>",
        "丙",
        properties=NUMBER,
    )
    + tbl(tc("一", p("二", "三", properties=NUMBER), tbl(tc("内")), "四") + tc("右"))
    + p("末")
)


def held(found):
    """(block, row, column) → words for every paragraph and cell of the body."""
    made = {}
    for block in found.blocks:
        if block.part != "body":
            continue
        if isinstance(block, Paragraph):
            made[block.block, 0, 0] = block.text
        else:
            made.update({(one.block, one.row, one.column): one.text for one in block.cells})
    return made


def check(xml, found, numbering=b""):
    root, places = pieces(xml, b"", numbering)
    texts = held(found)
    assert set(texts) == set(places) | {key for key, text in texts.items() if not text}
    for key, text in texts.items():
        for start, words, element in places.get(key, ()):
            assert text[start : start + len(words)] == words
            assert element.getroottree().getroot() is root
            assert element.text in (words, None)
    return places


def test_pieces_cover_what_was_read():
    found = document(BODY, numbering=NUMBERING)
    xml = part("document", f"<w:body>{BODY}</w:body>").encode()
    places = check(xml, found, part("numbering", NUMBERING).encode())
    assert [(at, words) for at, words, _ in places[2, 0, 0]] == [(2, "甲"), (3, "乙"), (4, "\t"), (5, "丙")]
    assert [(at, words) for at, words, _ in places[3, 1, 1]] == [(0, "一"), (4, "二"), (5, "三"), (7, "四")]


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not at hand (../shared/seeds)")
def test_pieces_of_the_seed():
    path = SEEDS / "formats" / "report.docx"
    xml = zipfile.ZipFile(BytesIO(path.read_bytes())).read("word/document.xml")
    check(xml, read(path))
