"""Damaged and hostile workbooks: a plain sentence, no exception, no hang; what can be read is kept."""

from __future__ import annotations

import time

import pytest

from jixiao.readers import limits, read_bytes
from tests.readers.building import codes, package, texts
from tests.readers.xlsx.building import FRAMED, MAIN, c, line, read, row, sheet, workbook

SECONDS = 5.0
GOOD = sheet(*(line(n, f"项目{n}", f"{n * 7919 % 1000}.5", "100") for n in range(1, 300)))


def only(found) -> str:
    assert not found.blocks
    assert all(one.message.endswith("。") and one.message_en.endswith(".") for one in found.unread)
    return next(one.code for one in found.unread if one.fatal)


def test_a_package_without_sheets():
    assert only(read_bytes(package({"xl/workbook.xml": "<a/>"}), "a.xlsx")) == "no_sheet"
    assert only(read_bytes(workbook(sheet()), "a.xlsx")) == "no_text"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_a_document_type_is_refused_wherever_it_stands(part):
    evil = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet xmlns="{MAIN}">&x;</worksheet>'
    late = evil.replace("?>", f"?><!--{' ' * 5000}-->", 1)
    for text in (evil, late, evil.encode("utf-16")):
        assert only(read_bytes(workbook(GOOD, **{part: text}), "a.xlsx")) == "dtd"


def test_a_sheet_that_inflates_without_end():
    bomb = sheet(line(1, "甲", "乙")).replace("<sheetData>", "<sheetData>" + " " * (limits.ZIP_RATIO_FROM * 4))
    assert only(read(bomb)) == "zip_bomb"


def test_more_cells_than_any_report(monkeypatch):
    monkeypatch.setattr(limits, "SHEET_CELLS", 30)
    found = read(GOOD)
    assert codes(found) == ["sheet_cells"]
    assert found.tables[0].cells[0].text == "项目1"


def test_cells_far_away_cost_nothing():
    begin = time.perf_counter()
    found = read(sheet(line(1, "甲", "乙"), row(1_048_576, c("XFD1048576", "远")), row(60_000, c("SR60000", "较远"))))
    assert time.perf_counter() - begin < SECONDS
    assert codes(found)[0] == "sheet_rows"
    assert found.tables[0].cells[0].text == "甲"
    assert codes(read(sheet(row(1, c("A1", "甲"), c("B1", "乙"), c("XFD1", "远"))))) == ["sheet_far"]
    wide = read(sheet(row(1, c("A1", "甲", FRAMED), c("SR1", "乙", FRAMED))))
    assert [cell.text for cell in wide.tables[0].cells] == ["甲", "乙"]


def test_a_merge_over_the_whole_sheet_and_twenty_thousand_of_them():
    begin = time.perf_counter()
    found = read(sheet(line(1, "甲", "乙"), line(2, "丙", "丁"), merges=("A1:XFD1048576",)))
    assert (texts(found), found.tables) == (["甲"], ())
    many = read(
        GOOD.replace(
            "</sheetData>", "</sheetData><mergeCells>" + '<mergeCell ref="A1:C299"/>' * 30_000 + "</mergeCells>"
        )
    )
    assert time.perf_counter() - begin < SECONDS
    assert codes(many) == ["sheet_merges"]


@pytest.mark.parametrize("reference", ["", "A1", "B2:A1", "甲1:乙2", "A0:B0", "A1:ZZZZ9", "A1:B2:C3", "$A$1:$B$2"])
def test_merges_that_are_none(reference):
    assert read(sheet(line(1, "甲", "乙"), line(2, "丙", "丁"), merges=(reference,))).blocks


def test_merges_that_overlap():
    found = read(sheet(line(1, "甲", "乙", "丙"), line(2, "丁", "戊", "己"), merges=("A1:B2", "B1:C1")))
    assert [cell.text for cell in found.tables[0].cells] == ["甲", "丙", "己"]


def test_more_sheets_than_any_report(monkeypatch):
    monkeypatch.setattr(limits, "SHEETS", 2)
    found = read(*(sheet(line(1, "甲", "乙")) for _ in range(4)))
    assert (len(found.tables), codes(found)) == (2, ["sheets"])


def test_a_million_words_that_are_one_string():
    strings = f'<sst xmlns="{MAIN}"><si><t>{"长" * 32_767}</t></si></sst>'
    rows = (row(n, *(c(f"{x}{n}", "0", FRAMED, kind="s") for x in "ABCDEFGH")) for n in range(1, 3000))
    begin = time.perf_counter()
    found = read(sheet(*rows), **{"xl/sharedStrings.xml": strings})
    assert time.perf_counter() - begin < SECONDS
    assert codes(found) == ["sheet_text"]


@pytest.mark.parametrize("percent", range(5, 100, 10))
def test_a_workbook_cut_off_anywhere(percent):
    data = workbook(GOOD)
    found = read_bytes(data[: len(data) * percent // 100], "a.xlsx")
    assert found.unread
    assert found.readable == bool(found.blocks)


@pytest.mark.parametrize("at", range(30, 3000, 131))
def test_a_workbook_with_a_wrong_byte(at):
    data = bytearray(workbook(GOOD))
    data[at % len(data)] ^= 0x55
    found = read_bytes(bytes(data), "a.xlsx")
    assert found.blocks or found.unread


def test_a_damaged_sheet_keeps_what_stands_before_the_damage():
    found = read(GOOD[: len(GOOD) // 2], sheet(line(1, "甲", "乙")))
    assert codes(found) == ["part_damaged"]
    assert len(found.tables) == 2


def test_a_sheet_that_is_missing_and_styles_that_are_nonsense():
    found = read_bytes(workbook(GOOD, **{"xl/worksheets/sheet1.xml": "", "xl/styles.xml": "<"}), "a.xlsx")
    assert {"part_damaged"} <= set(codes(found))
    found = read(sheet(row(1, c("A1", "甲", 99999), c("B1", "乙", 7))))
    assert [cell.text for cell in found.tables[0].cells] == ["甲", "乙"]


def test_macros_are_noted_and_not_run():
    assert codes(read(sheet(line(1, "甲", "乙")), **{"xl/vbaProject.bin": b"\0"})) == ["macros"]


@pytest.mark.parametrize("xml", ["<c><v>1</v></c>", "<row><row><c><v>1</v></c></row></row>", "<v>1</v>",
                                 "<row r='x'><c r='?' s='-1' t='zz'><v>1</v></c></row>", "<row><c><c><v>1</v></c></c></row>",
                                 "<mergeCell/>", "<col min='1' max='99999999' hidden='1'/>", "<row r='999999999999'/>"])  # fmt: skip
def test_elements_where_they_do_not_belong(xml):
    found = read(sheet(line(1, "甲", "乙"), xml, line(2, "丙", "丁")))
    assert found.blocks or found.unread


def test_many_elements_in_one_row_cost_no_memory():
    begin = time.perf_counter()
    found = read(sheet("<row>" + "<c/>" * 600_000 + "</row>"))
    assert time.perf_counter() - begin < SECONDS
    assert codes(found)[0] in ("sheet_cells", "no_text", "zip_bomb")
