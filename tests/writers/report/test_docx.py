"""The Word file of a report: what Word, WPS and LibreOffice need in it, and that reading gives back what was written."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from jixiao.compose import document
from jixiao.model.chart import Chart, Series
from jixiao.model.figure import Figure
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Slot
from jixiao.readers import read_bytes
from jixiao.writers.report.docx import write
from tests.writers.report.sample import DATA, FIGURES, figure, grid, manuscript

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    "a\x00b\x07c",
    "]]>",
    "<w:p>",
    "&amp;&",
    "😀𠮷",
    "\u202eשלום\u202c",
    "\ud800",
    "\ufffe",
    "'\"<!--",
    "x" * 10_000,
    "甲\r\n乙\t丙",
)


def part(data, name="word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def names(data):
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def one(*pieces, **more):
    return Manuscript("题", pieces, **more)


def numbers(elements, name="w"):
    return [int(e.get(W + name)) for e in elements]


def check_tables(root):
    for table in root.iter(W + "tbl"):
        columns = numbers(table.iterfind(f"{W}tblGrid/{W}gridCol"))
        assert int(table.find(f"{W}tblPr/{W}tblW").get(W + "w")) == sum(columns)
        assert table.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
        for row in table.iterfind(W + "tr"):
            at = 0
            for cell in row.iterfind(W + "tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                count = 1 if span is None else int(span.get(W + "val"))
                assert int(cell.find(f"{W}tcPr/{W}tcW").get(W + "w")) == sum(columns[at : at + count])
                at += count
            assert at == len(columns)


def body(data):
    return [block for block in read_bytes(data, "报告.docx").blocks if block.part == "body"]


def test_reading_gives_back_what_was_written():
    sample = manuscript()
    read = read_bytes(write(sample), "报告.docx")
    assert [block for block in read.blocks if block.part == "body"] == list(document(sample).blocks)
    assert read.bound == document(sample).bound
    assert read.unread == read.marks == ()
    assert [block.text for block in read.blocks if block.part == "footer"] == ["— 1 —", "— 2 —"]


def test_the_same_manuscript_gives_the_same_bytes_without_a_clock():
    first = write(manuscript())
    assert first == write(manuscript())
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_opens_it_with_title_and_date_of_the_data():
    opened = docx.Document(io.BytesIO(write(manuscript())))
    assert opened.core_properties.title == manuscript().title
    assert opened.core_properties.created.isoformat()[:10] == "2024-05-30"
    assert len(opened.tables) == 3


def test_every_row_of_every_table_fills_its_grid():
    root = part(write(manuscript()))
    check_tables(root)
    merged = [cell.get(W + "val") for cell in root.iter(W + "vMerge")]
    assert merged.count("restart") == 4
    assert merged.count(None) == 5


def test_head_rows_repeat_and_rows_stay_whole():
    tables = list(part(write(manuscript())).iter(W + "tbl"))
    assert len(list(tables[2].iter(W + "tblHeader"))) == 1
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for table in tables for row in table.iterfind(W + "tr"))


def test_a_row_that_could_fill_a_page_may_break():
    sheet = grid("base", "", (50, 100), [["项", "内容"], ["长", "字" * 10_000]])
    rows = list(part(write(one(sheet))).iter(W + "tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is None for row in rows] == [False, True]


def test_a_table_wider_than_the_page_is_made_narrower():
    wide = grid("wide", "", (30.0,) * 20, [[str(n) for n in range(20)]] * 3)
    root = part(write(one(Line("body", ("前",)), wide, Break(landscape=True), wide)))
    check_tables(root)
    assert [int(t.get(W + "w")) for t in root.iter(W + "tblW")] == pytest.approx([8844, 12756], abs=2)


def test_places_that_no_slot_covers_are_empty_cells():
    gaps = Grid("gaps", "", (40, 40, 40), (Slot(1, 2, ("中",)), Slot(3, 1, ("下",), columns=2)))
    root = part(write(one(gaps)))
    check_tables(root)
    assert len(list(root.iter(W + "tr"))) == 3


def test_two_tables_in_a_row_stay_two_and_a_last_table_is_followed_by_a_paragraph():
    sheet = grid("t", "", (50,), [["甲"]])
    data = write(one(sheet, sheet, Break(), sheet))
    assert len(body(data)) == 3
    inner = list(part(data)[0])
    assert [e.tag.removeprefix(W) for e in inner] == ["tbl", "p", "tbl", "p", "p", "tbl", "p", "sectPr"]


def test_pages_turn_where_a_break_says_so_and_the_cover_has_no_number():
    sections = list(part(write(manuscript())).iter(W + "sectPr"))
    assert [s.find(W + "pgSz").get(W + "orient") for s in sections] == [None, None, "landscape", None]
    assert [len(s.findall(W + "footerReference")) for s in sections] == [0, 2, 0, 0]
    margins = sections[1].find(W + "pgMar")
    assert [round(int(margins.get(W + side)) * 25.4 / 1440) for side in ("top", "right", "bottom", "left")] == [
        37,
        26,
        35,
        28,
    ]


def test_a_figure_is_one_control_bound_to_the_one_place_that_holds_it():
    data = write(manuscript())
    held = part(data, "customXml/item1.xml")
    texts = {f[0].text: f[1].text or "" for f in held.iterfind("{*}figures/{*}figure")}
    assert texts == {f.id: f.text for f in FIGURES.values()}
    assert held.find("{*}filing").text == DATA
    controls = list(part(data).iter(W + "sdt"))
    for control in controls:
        bound = control.find(f"{W}sdtPr/{W}dataBinding")
        number = int(re.search(r"figure\[(\d+)\]/j:text\[1\]$", bound.get(W + "xpath"))[1])
        target = held.findall("{*}figures/{*}figure")[number - 1]
        shown = "".join(t.text for t in control.iter(W + "t"))
        assert control.find(f"{W}sdtPr/{W}tag").get(W + "val") == target[0].text
        assert shown == target[1].text != ""
        assert bound.get(W + "storeItemID") == part(data, "customXml/itemProps1.xml").get(
            "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
        )
    assert len({c.find(f"{W}sdtPr/{W}id").get(W + "val") for c in controls}) == len(controls) > 20


def test_the_unit_stands_behind_the_control_in_text_and_not_in_a_table():
    f = FIGURES["reception.final"]
    data = write(one(Line("body", ("用", f)), grid("t", "", (50,), [[f]]), figures={f.id: f}))
    assert [b.text if hasattr(b, "text") else b.cells[0].text for b in body(data)] == ["用0.97万元", "0.97"]


def test_a_figure_that_the_data_part_has_otherwise_is_plain_words():
    f = FIGURES["reception.final"]
    data = write(one(Line("body", ("用", replace(f, text="9.7"))), figures={f.id: f}))
    assert body(data)[0].text == "用9.7万元"
    assert not list(part(data).iter(W + "sdt"))


def test_long_names_are_cut_to_what_word_accepts():
    f = figure("a" * 80, "很长的项目名称" * 20, "1")
    control = next(part(write(one(Line("body", (f,)), figures={f.id: f}))).iter(W + "sdtPr"))
    assert {len(control.find(W + name).get(W + "val")) for name in ("alias", "tag")} == {64}


def test_the_public_edition_carries_no_data_and_no_controls():
    data = write(replace(manuscript(), edition="public", data=""))
    assert not [name for name in names(data) if name.startswith("customXml")]
    assert not list(part(data).iter(W + "sdt"))
    assert body(data) == body(write(manuscript()))
    assert read_bytes(data, "报告.docx").bound is None


def test_a_draft_has_its_mark_on_odd_and_even_pages_from_the_cover_on():
    data = write(replace(manuscript(), draft=True))
    first = next(part(data).iter(W + "sectPr"))
    assert [h.get(W + "type") for h in first.iter(W + "headerReference")] == ["default", "even"]
    for name in ("word/header1.xml", "word/header2.xml"):
        assert 'string="草稿"' in etree.tostring(part(data, name), encoding="unicode")
    assert body(data) == body(write(manuscript()))


def test_headings_stand_in_the_navigation_pane():
    styles = part(write(manuscript()), "word/styles.xml")
    levels = {
        s.get(W + "styleId"): level.get(W + "val")
        for s in styles
        if (level := s.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"}
    assert [p.level for p in read_bytes(write(manuscript()), "报告.docx").paragraphs if p.level] == [1, 2, 3, 4, 1]


def test_fonts_are_known_by_their_other_names_too():
    fonts = {f.get(W + "name"): f for f in part(write(manuscript()), "word/fontTable.xml")}
    assert "FangSong" in fonts["仿宋_GB2312"].find(W + "altName").get(W + "val")


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_are_words_and_nothing_else(words):
    f = figure("x", words[:200], words, "")
    sheet = Grid("t", words, (50, 50), (Slot(1, 1, (words, f)), Slot(1, 2, (f,))))
    sample = one(Line("cover", (words,)), Break(), Line("heading1", (words, f), number="一、"), sheet,
                 Chart("c", "bar", words, words, (words,), (Series(words, (f,)),), words), figures={f.id: f}, data=words,
                 properties={"title": words, "unit": words, "made": words})  # fmt: skip
    data = write(sample)
    for name in names(data):
        etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))
    clean = re.sub(r"[\x00-\x08\ud800-\udfff\ufffe]", "", words).replace("\r\n", "\n")
    read = read_bytes(data, "报告.docx")
    lines = [p.text for p in read.paragraphs if p.part == "body"]
    assert lines == [text for text in (clean, f"一、{clean}{clean}") if text]
    assert [c.text for c in read.tables[0].cells] == [clean * 2, clean]
    docx.Document(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["bar", "column", "stacked"])
def test_a_chart_draws_what_is_a_number_and_says_the_rest(kind):
    low, none = figure("a", "甲", "-1.50"), Figure("b", "乙", "约30", "")
    data = write(one(Chart("c", kind, "题", "万元", ("一", "二", "三"), (Series("支", (low, none, None)),), "说明")))
    chart = part(data, "word/charts/chart1.xml")
    values = chart.find(".//{*}val/{*}numLit")
    assert [(p.get("idx"), p[0].text) for p in values.iterfind("{*}pt")] == [("0", "-1.50")]
    assert values.find("{*}ptCount").get("val") == "3"
    assert part(data).find(".//{*}docPr").get("descr") == "说明"
    assert body(data) == []


def test_sixty_projects_are_written_and_read_back():
    sample = manuscript()
    sheet = sample.grids[1]
    many = replace(sample, pieces=tuple(p for n in range(60) for p in (Break(), Line("caption", (f"表{n}",)), sheet)))
    data = write(many)
    check_tables(part(data))
    assert body(data) == list(document(many).blocks)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_page(tmp_path):
    from pypdfium2 import PdfDocument

    (tmp_path / "r.docx").write_bytes(write(replace(manuscript(), draft=True)))
    profile = f"-env:UserInstallation={(Path(tmp_path) / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "r.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(tmp_path / "r.pdf")]
    assert len(pages) == 8
    assert "— 1 —" in pages[1]
    assert "— 1 —" not in pages[0]
    assert "序号" in pages[5]
    assert "序号" in pages[6]


def test_a_merged_head_does_not_hold_all_its_rows_on_one_page():
    # Word and LibreOffice keep a row with the next where a paragraph in it says so: only rows of heads and the last three do.
    sheet = grid("t", "", (30, 50), [["绩效指标", "三级指标"], *[["^", "指标"]] * 9])
    rows = list(part(write(one(sheet, Line("signoff", ("填表人：",))))).iter(W + "tr"))
    styles = [[style.get(W + "val") for style in row.iter(W + "pStyle")] for row in rows]
    assert styles == [["CellHead", "CellHead"], *([["Cell", "Cell"]] * 9)]
    assert [any(True for _ in row.iter(W + "keepNext")) for row in rows] == [False] * 7 + [True] * 3
