"""Word 97–2003 files: words, tables with their merges, numbers, leftovers of editing; and files that are damaged."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.readers import read_bytes
from tests.readers.doc.building import (
    IN_TABLE,
    P,
    cell,
    doc,
    inner,
    inner_end,
    numbered,
    row_end,
    sprm,
    style_sheet,
)  # fmt: skip
from tests.readers.ole import ole

TOP, GOES_ON = 0x60, 0x20


def read(data, name="报告.doc"):
    return read_bytes(data, name)


def grid(table):
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in table.cells]


def test_paragraphs_are_read_in_their_order():
    found = read(doc(P("2023年度部门整体支出绩效自评报告"), P("全年支出1107.5万元。")))
    assert found.format == "doc"
    assert [one.text for one in found.paragraphs] == ["2023年度部门整体支出绩效自评报告", "全年支出1107.5万元。"]
    assert not found.unread


@pytest.mark.parametrize("name", ["报告.wps", "报告.doc"])
def test_wps_writes_the_same_under_its_own_name(name):
    assert not read(doc(P("正文")), name).unread


def test_a_table_with_cells_merged_across_and_down():
    edges = [0, 1000, 2000, 3000]
    found = read(doc(
        cell("项目"), cell("预算与执行"), row_end([0, 1000, 3000]),
        cell("合计"), cell("1"), cell("2"), row_end(edges, {0: TOP}),
        cell(""), cell("3"), cell("4"), row_end(edges, {0: GOES_ON}),
        P("表后"),
    ))  # fmt: skip
    (table,) = found.tables
    assert grid(table) == [
        (1, 1, 1, 1, "项目"), (1, 2, 1, 2, "预算与执行"),
        (2, 1, 2, 1, "合计"), (2, 2, 1, 1, "1"), (2, 3, 1, 1, "2"), (3, 2, 1, 1, "3"), (3, 3, 1, 1, "4"),
    ]  # fmt: skip
    assert found.paragraphs[-1].text == "表后"


def test_edges_that_differ_by_a_rounding_are_one():
    found = read(doc(cell("甲"), cell("乙"), row_end([0, 1000, 2000]), cell("1"), cell("2"), row_end([3, 1005, 1997])))
    assert [(c.row, c.column, c.columns) for c in found.tables[0].cells] == [(1, 1, 1), (1, 2, 1), (2, 1, 1), (2, 2, 1)]


def test_a_row_that_begins_further_right_leaves_the_place_before_it_empty():
    found = read(doc(cell("甲"), cell("乙"), row_end([0, 1000, 2000]), cell("右"), row_end([1000, 2000])))
    assert found.tables[0].at(2, 1) is None
    assert found.tables[0].at(2, 2).text == "右"


def test_cells_merged_across_by_flags():
    found = read(doc(cell("甲"), cell(""), cell("丙"), row_end([0, 1000, 2000, 3000], {0: 1, 1: 2})))
    assert grid(found.tables[0])[0][:5] == (1, 1, 1, 2, "甲")


def test_several_paragraphs_in_a_cell():
    found = read(doc(P("一", IN_TABLE), P("二", IN_TABLE), cell("三"), row_end([0, 1000])))
    assert found.tables[0].cells[0].text == "一\n二\n三"


def test_a_table_within_a_cell():
    found = read(
        doc(P("外", IN_TABLE), inner("内1"), inner("内2"), inner_end([0, 500, 1000]), cell(""), row_end([0, 2000]))
    )
    outer, nested = found.tables
    assert outer.cells[0].text.startswith("外")
    assert [c.text for c in nested.cells] == ["内1", "内2"]
    assert nested.inside == (outer.block, 1, 1)


def test_a_row_whose_description_is_too_long_for_a_page_lies_in_another_stream():
    held = row_end([0, 1000, 2000]).modifiers.removeprefix(IN_TABLE)
    far = P("", IN_TABLE + sprm(0x6646, 16, 4), "\x07")
    data = bytes(16) + struct.pack("<H", len(held)) + held
    found = read(doc(cell("甲"), cell("乙"), far, cell("1"), cell("2"), row_end([0, 1000, 2000]), data=data))
    assert [c.text for c in found.tables[0].cells] == ["甲", "乙", "1", "2"]


def test_codes_of_fields_are_not_read_and_their_results_are():
    found = read(doc(P("共\x13 PAGE \\* Arabic \x14 12\x15页\t完\x0b次\x1e行\x01\x08")))
    assert found.paragraphs[0].text == "共 12页\t完\n次-行"


def test_what_is_deleted_inserted_or_hidden_is_a_mark():
    text = "支出100万元200万元（内部）"
    runs = {(2, 7): sprm(0x0800, 1), (7, 12): sprm(0x0801, 1), (12, 16): sprm(0x083C, 1)}
    found = read(doc(P(text), runs=runs))
    assert found.paragraphs[0].text == "支出200万元"
    assert {(mark.kind, mark.text) for mark in found.marks} == {
        ("deleted", "100万元"),
        ("inserted", "200万元"),
        ("hidden", "（内部）"),
    }


def test_headings_have_the_level_of_their_style():
    found = read(
        doc(P("一、基本情况", style=1), P("正文", style=0), P("二级", sprm(0x2640, 1)), styles=style_sheet(0, 1))
    )
    assert [one.level for one in found.paragraphs] == [1, None, 2]


def test_automatic_numbers_are_made_visible():
    use = sprm(0x460B, 1, 2) + sprm(0x260A, 0)
    found = read(doc(P("基本情况", use), P("支出情况", use), lists=numbered(37, "\0、")))
    assert [one.text for one in found.paragraphs] == ["一、基本情况", "二、支出情况"]
    assert found.paragraphs[0].label == 2


def test_headers_and_footnotes_are_parts_of_their_own():
    found = read(doc(P("正文"), headers=(P("页眉文字"),), notes=(P("脚注文字"),)))
    assert {(one.part, one.text) for one in found.paragraphs} == {
        ("body", "正文"),
        ("header", "页眉文字"),
        ("footnote", "脚注文字"),
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (doc(P("甲"), flags=0x0300), "encrypted"),
        (doc(P("甲"), version=0x0065), "doc_ancient"),
        (ole({"WordDocument": b"\xec\xa5"}), "doc_ancient"),
        (ole({"WordDocument": doc(P("甲"))[512:2560]}), "ole_damaged"),
        (ole({"EncryptedPackage": b"1"}), "encrypted"),
        (ole({"PowerPoint Document": b"1"}), "legacy"),
        (ole({"Something": b"1"}), "legacy"),
        (doc(P("甲"))[:700], "ole_damaged"),
    ],
    ids=["password", "word 95", "no version", "no table", "encrypted package", "slides", "other", "cut head"],
)  # fmt: skip
def test_what_cannot_be_read_is_told(data, code):
    (note,) = [one for one in read(data).unread if one.fatal]
    assert note.code == code


def test_macros_and_objects_are_told_and_the_text_is_read():
    found = read(doc(P("正文"), more={"Macros": b"1"}))
    assert [one.code for one in found.unread] == ["macros"]
    assert found.paragraphs[0].text == "正文"


def test_half_a_character_is_no_character():
    found = read(doc(P("甲\ud842乙".replace("\ud842", "\U00020bb7"))))
    assert found.paragraphs[0].text == "甲\U00020bb7乙"


WHOLE = doc(P("一、情况", style=1), cell("甲"), cell("1"), row_end([0, 900, 1800]), cell("乙"), cell("2"), row_end([0, 900, 1800]),
            P("完", sprm(0x460B, 1, 2)), styles=style_sheet(0, 1), lists=numbered(0, "\0."), headers=(P("眉"),))  # fmt: skip


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_file_that_is_cut_off_is_read_or_refused(share):
    found = read(WHOLE[: len(WHOLE) * share // 100])
    assert found.unread or found.blocks


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(512, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_file_never_raises(changes):
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    assert "broken" not in {one.code for one in read(bytes(data)).unread}
