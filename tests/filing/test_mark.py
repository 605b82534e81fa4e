"""The marked copy: each mistake in its cell and in a list, and gone again when it is mended."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from jixiao import pipeline
from tests.filing.books import changed, find


def spoil(book):
    base = book["基础数据"]
    base.cell(find(base, "figures:reception"), 6).value = "约1万元"
    sheet = book["部门自评表"]
    sheet.cell(find(sheet, "indicator"), 4).value = None
    sheet.cell(find(sheet, "indicator"), 13).value = "=SUM(1)"
    sheet.cell(find(sheet, "indicator"), 13).data_type = "s"


def test_mistakes_are_marked_in_their_cells_and_listed(filled, read):
    data = changed(filled, spoil)
    found = read(data, "填报.xlsx")
    book = load_workbook(BytesIO(pipeline.mark_workbook(data, found)))
    assert book.active.title == "错误信息"
    base = book["基础数据"]
    cell = base.cell(find(base, "figures:reception"), 6)
    assert "大概的数" in cell.comment.text
    assert cell.fill.fgColor.rgb.endswith("FF7C80")
    assert cell.value == "约1万元"
    listed = book["错误信息"]
    assert [one.value for one in listed[1]][1:] == ["序号", "工作表", "单元格", "填的内容", "问题和改法", "规则"]
    rows = [[one.value for one in row] for row in listed.iter_rows(min_row=2, min_col=3)]
    assert ["基础数据", cell.coordinate, "约1万元"] == rows[[row[4] for row in rows].index("amount_loose")][:3]
    assert listed.auto_filter.ref == f"B1:G{len(found.mistakes) + 1}"
    assert base.cell(find(base, "figures:three_public"), 6).value.startswith("=")


def test_a_marked_copy_is_read_as_the_original(filled, read):
    data = changed(filled, spoil)
    found = read(data, "填报.xlsx")
    again = read(pipeline.mark_workbook(data, found), "填报-标错.xlsx")
    assert again.filing == found.filing
    assert [(one.rule, one.where) for one in again.mistakes] == [(one.rule, one.where) for one in found.mistakes]


def test_marks_go_when_the_mistakes_are_mended(filled, read, filing):
    data = changed(filled, spoil)
    marked = pipeline.mark_workbook(data, read(data, "填报.xlsx"))

    def mend(book):
        base, sheet = book["基础数据"], book["部门自评表"]
        base.cell(find(base, "figures:reception"), 6).value = 0.97
        row = find(sheet, "indicator")
        sheet.cell(row, 4).value = filing.department.indicators[0].name
        sheet.cell(row, 13).value = filing.department.indicators[0].note

    mended = changed(marked, mend)
    found = read(mended, "填报-标错.xlsx")
    assert found.ok
    assert found.filing == filing
    book = load_workbook(BytesIO(pipeline.mark_workbook(mended, found)))
    assert not [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.comment]
    assert book["错误信息"].max_row == 1


def test_what_was_typed_is_never_a_formula_in_the_list(filled, read):
    def formula(book):
        base = book["基础数据"]
        base.cell(find(base, "figures:reception"), 6).value = "=1+"
        base.cell(find(base, "figures:reception"), 6).data_type = "s"

    data = changed(filled, formula)
    book = load_workbook(BytesIO(pipeline.mark_workbook(data, read(data, "填报.xlsx"))))
    assert all(cell.data_type != "f" for row in book["错误信息"].iter_rows() for cell in row)
