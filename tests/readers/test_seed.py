"""The seed report as text, Word file and web page is one report."""

from __future__ import annotations

import pytest

from jixiao.readers import read
from tests.readers.building import SEEDS

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not at hand (../shared/seeds)")
NAMES = {
    "docx": "formats/report.docx",
    "doc": "formats/report.doc",
    "html": "formats/report.html",
    "pdf": "formats/report.pdf",
    "txt": "000_75bbe1a0b3472874.txt",
}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def seeds():
    return {kind: read(SEEDS / name) for kind, name in NAMES.items()}


@pytest.mark.parametrize("kind", ["doc", "html", "pdf", "txt"])
def test_tables_hold_the_same_words(seeds, kind):
    found = [
        [[squeezed(c.text) for c in table.cells if squeezed(c.text)] for table in seeds[one].tables]
        for one in ("docx", kind)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("kind", ["doc", "html", "pdf", "txt"])
def test_paragraphs_are_the_same_but_for_the_invented_preparer(seeds, kind):
    found = [
        [squeezed(one.text) for one in seeds[kind].paragraphs if "填表人" not in one.text] for kind in ("docx", kind)
    ]
    assert found[0] == found[1]


def test_every_format_is_told_by_its_content(seeds):
    assert [(one.format, one.unread) for one in seeds.values()] == [
        ("docx", ()),
        ("doc", ()),
        ("html", ()),
        ("pdf", ()),
        ("txt", ()),
    ]


def test_lines_are_those_of_the_file(seeds):
    lines = (SEEDS / NAMES["txt"]).read_text("utf-8").splitlines()
    for table in seeds["txt"].tables:
        for cell in table.cells:
            for offset, line in cell.lines:
                assert cell.text[offset:].split("\n")[0] in lines[line - 1]
                assert cell.place(offset, offset + 1).line == line
    for one in seeds["txt"].paragraphs:
        assert lines[one.place().line - 1] == one.text


def test_figures_stand_under_their_header(seeds):
    for kind in ("docx", "txt"):
        sheet = seeds[kind].tables[2]
        header = next(cell for cell in sheet.cells if squeezed(cell.text) == "全年执行数")
        money = next(cell for cell in sheet.cells if squeezed(cell.text).startswith("年度资金总额"))
        assert squeezed(sheet.at(money.row, header.column).text) == "173"


def test_a_scan_is_named_where_pictures_are_not_read():
    found = read(SEEDS / "formats" / "report-scan.pdf", pictures=False)
    assert [one.code for one in found.unread] == ["scan"]
