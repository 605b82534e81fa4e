import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from jixiao.model.figure import Figure, Formula
from jixiao.model.manuscript import Grid, Line, Manuscript, Slot
from jixiao.writers.report.refused import NotWritten
from jixiao.writers.report.xlsx import write
from jixiao.writers.report.xlsx.cells import shown_as
from tests.writers.report.reading import printed, sheets
from tests.writers.report.sample import manuscript

BASE, SHEET = "部门整体支出绩效评价基础数据表", "部门整体支出绩效自评表"


@pytest.fixture(scope="module")
def book():
    return write(manuscript())


def of_cells(*texts, role="value"):
    slots = tuple(Slot(n, 1, (text,), role=role) for n, text in enumerate(texts, 1))
    return Manuscript("表", (Grid("base", "表", (60.0,), slots),))


def test_every_table_is_a_sheet_then_the_charts_then_all_figures(book):
    assert sheets(book) == [BASE, SHEET, "绩效自评工作考核评分表", "图", "数据"]


def test_every_cell_shows_what_the_report_prints(book):
    assert printed(book, manuscript()) == []


def test_figures_are_live_and_entered_ones_are_numbers(book):
    base, sheet = openpyxl.load_workbook(io.BytesIO(book))[BASE], openpyxl.load_workbook(io.BytesIO(book))[SHEET]
    assert base["D7"].value == "=SUM(D8,D9,D10)"
    assert base["D3"].value == '=IF(B3=0,"—",ROUND(C3/B3*100,2))'
    assert base["D8"].value == 470
    assert sheet["F4"].value == f"=SUM(数据!C13,{BASE}!D7)"


def test_a_figure_that_stands_twice_is_entered_once():
    one = Figure("a", "支出", "5.50", "万元", Decimal("5.50"))
    slots = (Slot(1, 1, (one,)), Slot(2, 1, (one,), with_unit=True), Slot(3, 1, ("≤", one), with_unit=True))
    book = write(Manuscript("表", (Grid("base", "表", (60.0,), slots),), {"a": one}))
    cells = openpyxl.load_workbook(io.BytesIO(book))
    assert [cells["表"][f"A{n}"].value for n in (2, 3, 4)] == [5.5, "=A2", '="≤"&TEXT(A2,"0.00")&"万元"']
    assert cells["数据"]["C4"].value == "=表!A2"
    assert cells["表"]["A3"].number_format == '0.00"万元"'
    assert openpyxl.load_workbook(io.BytesIO(book), data_only=True)["表"]["A4"].value == "≤5.50万元"


@pytest.mark.parametrize(
    ("text", "unit", "form"),
    [("79.98", "", "General"), ("100", "%", 'General"%"'), ("13.80", "", "0.00"), ("1,107.5", "", "#,##0.0"), ("10.0", "万元", '0.0"万元"'),
     ("123456789012", "", "0")],
)  # fmt: skip
def test_a_number_is_shown_with_the_decimals_it_is_printed_with(text, unit, form):
    assert shown_as(text, unit) == form


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\0="])
def test_words_never_become_a_formula_or_a_link(start):
    texts = (
        f"{start}1+1",
        f"{start}cmd|' /C calc'!A0",
        f'{start}HYPERLINK("x")',
        "www.example.com",
        "mailto:a@example.com",
    )
    made = write(of_cells(*texts))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not [name for name in archive.namelist() if "_rels/sheet" in name]
    cells = openpyxl.load_workbook(io.BytesIO(made))["表"]
    assert all(cells[f"A{n}"].data_type == "s" for n in range(2, 7))


def test_words_beside_a_figure_stay_out_of_formulas():
    one = Figure("a", "支出", "5", "万元", Decimal(5))
    slot = Slot(1, 1, ('"&HYPERLINK("x")&"', one))
    made = openpyxl.load_workbook(
        io.BytesIO(write(Manuscript("表", (Grid("base", "表", (60.0,), (slot,)),), {"a": one})))
    )
    assert made["表"]["A2"].value == '"&HYPERLINK("x")&"5'
    assert made["表"]["A2"].data_type == "s"


def test_numbers_that_are_words_elsewhere_are_numbers_here_and_codes_stay_words():
    made = openpyxl.load_workbook(io.BytesIO(write(of_cells("10", "-5", "0.50", "007", "13900000000"))))["表"]
    assert [made[f"A{n}"].value for n in range(2, 7)] == [10, -5, 0.5, "007", "13900000000"]
    assert made["A4"].number_format == "0.00"


def test_a_text_that_no_cell_can_hold_is_told_and_not_cut():
    with pytest.raises(NotWritten, match="32767"):
        write(of_cells("长" * 32_768))


def test_names_of_sheets_are_allowed_short_and_each_its_own():
    grids = tuple(
        Grid(identity, title, (30.0,), (Slot(1, 1, ("x",)),))
        for identity, title in (
            ("project_sheet.1", "2023年度项目支出绩效自评表"), ("project_sheet.2", "2023年度项目支出绩效自评表"),
            ("a", "数据"), ("b", "[坏]名:*?/\\"), ("c", "很" * 40), ("d", "很" * 40), ("e", "'"),
        )
    )  # fmt: skip
    names = sheets(write(Manuscript("表", grids)))
    assert names[:4] == ["项目支出绩效自评表（1）", "项目支出绩效自评表（2）", "数据（2）", "坏名"]
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) <= 31


def test_pages_are_a4_lie_where_the_table_is_wide_and_repeat_the_head(book):
    loaded = openpyxl.load_workbook(io.BytesIO(book))
    rubric, base = loaded["绩效自评工作考核评分表"], loaded[BASE]
    assert (rubric.page_setup.orientation, base.page_setup.orientation) == ("landscape", "portrait")
    assert rubric.page_setup.paperSize == base.page_setup.paperSize == 9
    assert rubric.page_setup.fitToHeight == 0
    assert rubric.print_title_rows == "$2:$2"
    assert "&P" in rubric.oddFooter.center.text
    assert rubric.oddHeader.center.text is None


def test_a_draft_says_so_on_every_page():
    loaded = openpyxl.load_workbook(io.BytesIO(write(replace(manuscript(), draft=True))))
    assert all("草" in sheet.oddHeader.center.text for sheet in loaded)


def test_charts_are_native_and_say_what_they_show(book):
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert len(charts) == 2
    assert "业务工作经费470万元" in drawing


def test_lines_of_the_table_stand_with_it(book):
    base = openpyxl.load_workbook(io.BytesIO(book))[BASE]
    assert base["A1"].value == "2023年度部门整体支出绩效评价基础数据表"
    assert base["A12"].value.startswith("说明")
    assert base["A13"].value.startswith("填表人")


def test_every_figure_is_listed_once_with_its_working(book):
    data = openpyxl.load_workbook(io.BytesIO(book))["数据"]
    ids = [row[0].value for row in data.iter_rows(min_row=4)]
    assert ids == list(manuscript().figures)
    row = next(row for row in data.iter_rows(min_row=4) if row[0].value == "project_expenditure.share")
    assert row[4].value == "「项目支出（2023年决算数）」÷「年度资金总额（全年执行数）」×100%"
    assert row[5].value == "本表"


def test_the_same_manuscript_gives_the_same_bytes_whatever_the_day(book):
    assert write(manuscript()) == book
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-05-30T00:00:00Z" in archive.read("docProps/core.xml")
    assert write(replace(manuscript(), properties={"made": "无"}))


def test_a_rate_of_nothing_is_a_dash_until_there_is_something():
    nothing = Figure("b", "预算", "0", "万元", Decimal(0))
    rate = Figure("r", "执行率", "—", "%", None, Formula("rate", ("a", "b")))
    some = Figure("a", "执行", "5", "万元", Decimal(5))
    slots = tuple(Slot(n, 1, (one,)) for n, one in enumerate((some, nothing, rate), 1))
    figures = {one.id: one for one in (some, nothing, rate)}
    book = write(Manuscript("表", (Line("body", ("无",)), Grid("base", "表", (60.0,), slots)), figures))
    assert openpyxl.load_workbook(io.BytesIO(book))["表"]["A4"].value.startswith("=IF(A3=0")
    assert openpyxl.load_workbook(io.BytesIO(book), data_only=True)["表"]["A4"].value == "—"
