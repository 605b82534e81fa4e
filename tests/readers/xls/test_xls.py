"""Workbooks of Excel 97–2003: official tables with merged heads, several sheets, values as they are shown."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.readers import read_bytes
from tests.readers.ole import ole

FRAME = "borders: left thin, right thin, top thin, bottom thin"


def workbook(*sheets, hidden=(), change=lambda _book: None):
    """Each sheet: its name and rows of (value, number format)."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in sheets:
        sheet = book.add_sheet(name)
        sheet.visibility = int(name in hidden)
        for r, row in enumerate(rows):
            for c, held in enumerate(row):
                value, shown = held if isinstance(held, tuple) else (held, "General")
                sheet.write(r, c, value, xlwt.easyxf(FRAME, num_format_str=shown))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data, name="基础数据表.xls"):
    return read_bytes(data, name)


def cells(table):
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in table.cells]


def test_values_are_read_as_they_are_shown():
    row = [
        (1107.5, "0.00"),
        (0.6307, "0.00%"),
        (1234567.8, "#,##0.0"),
        (date(2024, 5, 30), "yyyy-mm-dd"),
        (3, "General"),
        ("无", "@"),
    ]
    (table,) = read(workbook(("基础数据表", [["a"] * 6, row]))).tables
    assert [c.text for c in table.cells][6:] == ["1107.50", "63.07%", "1,234,567.8", "2024-05-30", "3", "无"]


def test_a_merged_head_is_one_cell():
    def merge(book):
        book.get_sheet(0).write_merge(0, 0, 1, 2, "三公经费", xlwt.easyxf(FRAME))
        book.get_sheet(0).write_merge(0, 1, 0, 0, "项目", xlwt.easyxf(FRAME))

    (table,) = read(workbook(("表", [[], [], ["公务接待", 1, 0.97]]), change=merge)).tables
    assert (1, 1, 2, 1, "项目") in cells(table)
    assert (1, 2, 1, 2, "三公经费") in cells(table)


def test_hidden_sheets_are_named_and_left_out():
    found = read(workbook(("自评表", [["合计", 1]]), ("底稿", [["秘密", 2]]), hidden=("底稿",)))
    assert [one.code for one in found.unread] == ["sheets_hidden"]
    assert "底稿" in found.unread[0].message
    assert "秘密" not in found.plain


def test_the_name_of_a_sheet_stands_above_a_table_without_a_title():
    found = read(workbook(("部门整体支出绩效自评表", [["指标", "得分"], ["办件量", 5]])))
    assert found.paragraphs[0].text == "部门整体支出绩效自评表"


@pytest.mark.parametrize("name", ["表.et", "表.xls"])
def test_wps_writes_the_same_under_its_own_name(name):
    assert not read(workbook(("表", [["甲", 1]])), name).unread


def test_a_workbook_that_is_no_workbook_is_told():
    (note,) = read(ole({"Workbook": b"\x09\x08"})).unread
    assert (note.code, note.fatal) == ("ole_damaged", True)


WHOLE = workbook(
    ("基础数据表", [["项目", "金额"], *[[f"第{n}项", (n * 1.5, "0.00")] for n in range(30)]]), ("表2", [["甲"]])
)


@pytest.mark.parametrize("share", range(5, 100, 5))
def test_a_file_that_is_cut_off_is_read_or_refused(share):
    found = read(WHOLE[: len(WHOLE) * share // 100])
    assert found.unread or found.blocks


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(512, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=10))
def test_a_damaged_file_never_raises(changes):
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    assert "broken" not in {one.code for one in read(bytes(data)).unread}


def test_the_list_of_figures_of_a_workbook_of_ours_is_not_read_twice():
    listed = [["数据"], [""], ["编号", "", "", "", "", "所在的格"], ["1", "", "", "", "", "B2"]]
    found = read(
        workbook(("基础数据表", [["项目", "金额"], ["合计", (1.5, "0.00")]]), ("数据", listed), ("图", [["图", "1"]]))
    )
    assert len(found.tables) == 1
    assert found.tables[0].cells[-1].text == "1.50"
