"""The workbook out and in: without a difference, tolerant of how people fill in, clear about what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from jixiao import forms, pipeline
from jixiao.filing.carry import carried
from jixiao.filing.data import canonical
from jixiao.filing.workbook import write
from jixiao.filing.workbook.plan import apart, joined
from jixiao.model.filing import Filing, IndicatorEntry, SheetEntry
from tests.filing.books import changed, find
from tests.filing.conftest import YUEYANG
from tests.roundtrip.filings import filings


def rules(found):
    return [one.rule for one in found.mistakes]


def book_of(filing):
    return write(filing.form, filing.year, filing.unit, len(filing.projects), filing)


@pytest.fixture
def edited(filled, read):
    """The sample's workbook, edited and read."""
    return lambda change: read(changed(filled, change), "填报.xlsx")


# ── out and in ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_sample_comes_back_without_a_difference(filled, filing, read):
    found = read(filled, "填报.xlsx")
    assert found.ok
    assert found.format == "xlsx"
    assert found.filing == filing
    assert canonical(found.filing) == canonical(filing)
    assert not found.understood


@given(filings())
@settings(max_examples=15, deadline=None)
def test_any_filing_comes_back_without_a_difference(filing):
    found = pipeline.read_filing_bytes(book_of(filing), "填报.xlsx")
    assert found.filing == filing
    assert not [one for one in found.mistakes if one.rule not in ("reference_empty", "total_below_parts")]
    assert not found.understood


def test_the_same_filing_gives_the_same_bytes(filled, filing):
    assert book_of(filing) == filled


@pytest.mark.parametrize("form", forms.all_forms())
def test_every_form_has_a_workbook_that_is_read(form, read):
    found = read(write(form, 2024, "某某局", 2), "填报.xlsx")
    assert rules(found) == ["nothing"]
    assert (found.filing.form, found.filing.year, found.filing.unit) == (form, 2024, "某某局")


def test_every_place_that_can_be_filled_in_is_known(read):
    places = read(write(YUEYANG, 2024, "", 1), "填报.xlsx").places
    assert places["figures.reception.final"].startswith("「基础数据」!F")
    assert places["figures.three_public.final"].startswith("「基础数据」!F")
    assert places["figures.year_funds.adjusted"].startswith("「部门自评表」!G")
    assert places["items.1.label"].startswith("「基础数据」!B")
    assert places["department.indicators.1.note"].startswith("「部门自评表」!M")
    assert places["projects.1.funds.fiscal.initial"].startswith("「项目1」!F")
    assert places["texts.problems"].startswith("「各章文字」!C")
    assert places["signoff.preparer"].startswith("「基础数据」!D")


@pytest.mark.parametrize(
    ("target", "actual", "cells"),
    [
        ("≥30万件", "59.49万件", ("≥", "30", "59.49", "万件")),
        ("≥80个", "80", ("≥", "80个", "80", "")),
        ("98%", "98%", ("", "98", "98", "%")),
        ("≥30万件", "", ("≥", "30", "", "万件")),
        ("提升", "有效提升", ("", "提升", "有效提升", "")),
        ("≤{本项目:年初预算数}", "{本项目:全年执行数}", ("≤", "{本项目:年初预算数}", "{本项目:全年执行数}", "")),
        ("80%-90%", "85%", ("", "80%-90%", "85%", "")),
        ("", "", ("", "", "", "")),
        ("30", "30", ("", "30", "30", "")),
    ],
)
def test_target_and_actual_stand_in_cells_of_their_own(target, actual, cells):
    assert apart(target, actual) == cells
    assert joined(*cells) == (target, actual)


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("≥", "≥30", "40", "件"), ("≥30件", "40件")),
        (("≥", "≥30万件", "40", "万件"), ("≥30万件", "40万件")),
        (("定性", "提升", "有效提升", ""), ("提升", "有效提升")),
        (("≥", "98%", "99%", "%"), ("≥98%", "99%")),
        (("", "３０", "４０", "件"), ("３０件", "４０件")),
        (("≥", "1,000", "1,200", "件"), ("≥1,000件", "1,200件")),
    ],
)
def test_cells_filled_in_their_own_way_make_the_same(cells, wanted):
    assert joined(*cells) == wanted


def test_a_longer_list_than_prepared_is_read(filing, read):
    one = IndicatorEntry("output", "quantity", "办件", "≥1件", "2件", None)
    many = replace(filing, department=SheetEntry(indicators=tuple(replace(one, name=f"办件{n}") for n in range(120))))
    assert read(book_of(many), "填报.xlsx").filing.department == many.department


# ── as a clerk fills it in ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_clerk_fills_in_and_all_is_understood(read):
    def fill(book):
        base = book["基础数据"]
        row = find(base, "figures:reception")
        base.cell(row, 4).value = "１，１０７．５"
        base.cell(row, 5).value = "1107.5万元"
        base.cell(row, 6).value = 0.1 + 0.2
        base.cell(find(base, "figure:staff"), 4).value = "36人"
        base.cell(find(base, "one:date"), 4).value = date(2025, 5, 30)
        base.cell(find(base, "one:signoff.phone"), 4).value = 13900000000
        item = find(base, "item")
        for column, value in ((2, "窗口服务"), (4, "—"), (5, 12), (6, 11.5), (7, "运行维护经费"), (8, "其他资金")):
            base.cell(item, column).value = value
        sheet = book["部门自评表"]
        row = find(sheet, "indicator")
        for column, value in ((4, "办件量"), (5, "≥"), (6, 30), (7, "59.49"), (8, "万件"), (9, 50)):
            sheet.cell(row, column).value = value
        for column, value in ((4, "满意度"), (6, 1), (7, 0.985), (9, "10分")):
            cell = sheet.cell(row + 1, column)
            cell.value = value
            if column in (6, 7):
                cell.number_format = "0.0%" if column == 7 else "0%"
        sheet.cell(row + 2, 4).value = "完成时间"
        sheet.cell(row + 2, 6).value = date(2024, 12, 31)
        text = book["各章文字"]
        row = find(text, "text:problems")
        text.cell(row, 3).value = "　　一是甲。\n"
        text.cell(row + 1, 3).value = "　　二是乙。"

    found = read(changed(write(YUEYANG, 2024, "某某局", 1), fill), "填报.xlsx")
    filing = found.filing
    assert {key: amount.text for key, amount in filing.figures.items()} == {
        "staff": "36人",
        "reception.last": "1107.5万元",
        "reception.budget": "1107.5万元",
        "reception.final": "0.3万元",
    }
    assert (filing.date, filing.signoff.phone) == ("2025-05-30", "13900000000")
    assert (filing.items[0].concept, filing.items[0].fund, filing.items[0].last) == ("running_special", "other", None)
    first, second, third = filing.department.indicators
    assert (first.target, first.actual, first.weight) == ("≥30万件", "59.49万件", 50)
    assert (second.target, second.actual, second.weight) == ("100%", "98.5%", 10)
    assert third.target == "2024-12-31"
    assert filing.texts["problems"] == "一是甲。\n\n二是乙。"
    assert {one.taken for one in found.understood} == {"1107.5万元", "（空，没有填）", "10分"}
    assert {(one.rule, one.address) for one in found.mistakes} == {
        ("missing", "department.indicators.3.actual"),
        ("missing", "department.indicators.3.weight"),
    }


def test_all_mistakes_at_once_each_at_its_cell(edited):
    def spoil(book):
        base, sheet, project = book["基础数据"], book["部门自评表"], book["项目2"]
        row = find(base, "figures:reception")
        base.cell(row, 4).value, base.cell(row, 5).value = "#REF!", "约1万元"
        base.cell(row, 4).data_type = "e"
        base.cell(row, 6).value = "9700元"
        base.cell(find(base, "figure:staff"), 4).value = True
        row = find(sheet, "indicator")
        sheet.cell(row, 3).value = "别的指标"
        sheet.cell(row, 9).value = "很多"
        sheet.cell(row + 1, 4).value = None
        sheet.cell(row + 2, 11).value = "优秀"
        project.cell(find(project, "fund:fiscal"), 8).value = date(2024, 1, 5)
        project.cell(find(project, "one:name"), 4).value = None

    found = edited(spoil)
    at = {(one.rule, one.where.partition("!")[0], one.where.partition("!")[2][0]) for one in found.mistakes}
    assert at == {
        ("cell_error", "「基础数据」", "D"), ("amount_loose", "「基础数据」", "E"), ("amount_yuan", "「基础数据」", "F"), ("cell_true", "「基础数据」", "D"),
        ("choice", "「部门自评表」", "C"), ("points_unclear", "「部门自评表」", "I"), ("missing", "「部门自评表」", "D"), ("choice", "「部门自评表」", "K"),
        ("amount_is_date", "「项目2」", "H"), ("missing", "「项目2」", "D"), ("reference_empty", "「项目2」", "G"),
    }  # fmt: skip
    assert len(found.mistakes) == 11
    assert len(found.filing.projects) == 3


def test_a_copied_project_sheet_is_another_project(edited, filing):
    def copy(book):
        sheet = book.copy_worksheet(book["项目1"])
        sheet.title = "项目1 (2)"
        sheet.cell(find(sheet, "one:name"), 4).value = "另一个项目"

    found = edited(copy)
    assert found.ok
    assert [one.name for one in found.filing.projects][3] == "另一个项目"
    assert found.filing.projects[3].indicators == filing.projects[0].indicators


def test_an_empty_project_sheet_between_others_is_no_project(filing, read):
    def clear(book):
        for row in book["项目1"].iter_rows(min_col=2):
            for cell in row:
                if not isinstance(cell, MergedCell) and not cell.protection.locked:
                    cell.value = None

    found = read(changed(book_of(filing), clear), "填报.xlsx")
    assert [one.name for one in found.filing.projects] == [one.name for one in filing.projects[1:]]
    assert found.places["projects.1.name"].startswith("「项目2」")


def test_inserted_and_pasted_rows_belong_to_their_list(edited, filing):
    def more(book):
        base, sheet = book["基础数据"], book["部门自评表"]
        row = max(row for row in range(1, base.max_row + 1) if base.cell(row, 1).value == "item")
        for at in (row + 1, row + 2):
            base.cell(at, 2).value, base.cell(at, 6).value = f"专项{at}", 3
        row = find(sheet, "indicator", 3)
        sheet.insert_rows(row)
        for column, value in ((2, "产出指标"), (3, "数量指标"), (4, "插入的指标"), (6, "≥3个"), (7, "3个"), (9, 0)):
            sheet.cell(row, column).value = value

    found = edited(more)
    assert [item.final.text for item in found.filing.items[-2:]] == ["3万元", "3万元"]
    assert found.filing.department.indicators[2].name == "插入的指标"
    assert len(found.filing.department.indicators) == len(filing.department.indicators) + 1
    assert not found.mistakes


def test_rows_that_were_pasted_one_off_are_noticed(edited):
    def shift(book):
        sheet = book["部门自评表"]
        row = find(sheet, "indicator")
        for column in range(9, 2, -1):
            sheet.cell(row, column).value = sheet.cell(row, column - 1).value
        base = book["基础数据"]
        row = find(base, "figures:reception")
        base.cell(row, 2).value = base.cell(row - 1, 2).value

    found = edited(shift)
    assert rules(found).count("shifted") == 2
    assert "一级指标" in next(one.message for one in found.mistakes if one.rule == "shifted" and "部门" in one.where)


def test_two_signs_for_one_target_are_asked_back(edited):
    def write_twice(book):
        sheet = book["部门自评表"]
        sheet.cell(find(sheet, "indicator"), 6).value = "≤30"

    assert "sign_twice" in rules(edited(write_twice))


def test_merged_cells_that_hide_entries_are_noticed(edited):
    def merge(book):
        sheet = book["部门自评表"]
        row = find(sheet, "indicator")
        sheet.merge_cells(start_row=row, end_row=row + 2, start_column=2, end_column=2)

    found = edited(merge)
    assert "merged" in rules(found)


def test_a_lost_or_foreign_sheet_is_told(edited):
    def other(book):
        del book["各章文字"]
        book.create_sheet("我的草稿")["B2"] = "合计"

    assert sorted(rules(edited(other))) == ["sheet_lost", "sheet_unknown"]


def test_words_that_look_like_formulas_stay_words(filing, read):
    odd = replace(filing, texts={**filing.texts, "other": "=1+1\n\n+5\n\n@x\n\n-8"}, unit="=局")
    found = read(book_of(odd), "填报.xlsx")
    assert found.filing == odd
    book = load_workbook(BytesIO(book_of(odd)))
    assert all(cell.data_type != "f" for row in book["各章文字"].iter_rows() for cell in row)


def test_a_total_typed_over_its_formula_is_told_unless_it_has_no_parts(edited):
    def write_over(book):
        base = book["基础数据"]
        base.cell(find(base, "figures:three_public"), 6).value = 5
        base.cell(find(base, "figures:vehicles"), 5).value = 3

    found = edited(write_over)
    assert rules(found) == ["worked_out"]
    assert found.filing.figures["vehicles.budget"].text == "3万元"


# ── whose workbook ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "rule"),
    [
        ("_jixiao", "B1", "another tool", "workbook_foreign"),
        ("_jixiao", "B2", "0", "workbook_version"),
        ("_jixiao", "B3", "cn/nothing", "workbook_changed"),
        ("_jixiao", "B4", "2024", "workbook_changed"),
        ("_jixiao", "B5", "另一个局", "workbook_changed"),
        ("基础数据", "D6", "2024", "workbook_other_year"),
        ("基础数据", "D5", "另一个局", "workbook_other_unit"),
    ],
)
def test_a_workbook_of_another_year_unit_or_version_is_refused_with_the_reason(edited, sheet, cell, value, rule):
    found = edited(lambda book: book[sheet].__setitem__(cell, value))
    assert rules(found) == [rule]
    assert found.filing is None
    assert found.mistakes[0].where == "填报.xlsx"


def test_a_workbook_for_any_unit_takes_the_unit_that_is_filled_in(read):
    found = read(
        changed(write(YUEYANG, 2024, "", 1), lambda book: book["基础数据"].__setitem__("D5", "某某局")), "填报.xlsx"
    )
    assert found.filing.unit == "某某局"


# ── last year ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_goals_and_indicators_carry_over_and_results_do_not(filing):
    this = carried(filing, filing.form, 2024)
    assert this.figures["reception.last"].text == "0.97万元"
    assert "reception.final" not in this.figures
    assert [item.last.text for item in this.items] == ["470万元", "262.5万元", "153.33万元"]
    assert all(one.final is one.budget is None for one in this.items)
    for old, new in zip((filing.department, *filing.projects), (this.department, *this.projects), strict=True):
        assert [(one.name, one.target, one.weight) for one in new.indicators] == [
            (one.name, one.target, one.weight) for one in old.indicators
        ]
        assert not any(
            (one.actual, one.level, one.points, one.note, one.evidence) != ("", "", None, "", "")
            for one in new.indicators
        )
        assert not any(goal.achieved for goal in new.goals)
        assert not new.funds
    assert not this.texts


def test_last_years_figures_stand_beside_this_years(filing):
    data = pipeline.new_workbook(filing.form, 2024, filing.unit, None, filing, as_last_year=True)
    book = load_workbook(BytesIO(data))
    base, sheet = book["基础数据"], book["部门自评表"]
    assert base.cell(find(base, "figures:reception"), 4).value == 0.97
    assert base.cell(find(base, "figures:reception"), 10).value == "0.97"
    assert sheet.cell(find(sheet, "indicator"), 16).value == "59.49万件"
    assert len([name for name in book.sheetnames if name.startswith("项目")]) == 3


# ── the look ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_sheets_are_protected_where_nothing_is_entered(filled):
    book = load_workbook(BytesIO(filled))
    assert book.sheetnames == ["填写说明", "基础数据", "部门自评表", "项目1", "项目2", "项目3", "各章文字", "_jixiao"]
    assert book["_jixiao"].sheet_state == "veryHidden"
    for sheet in book.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
    base = book["基础数据"]
    row = find(base, "figures:reception")
    assert [base.cell(row, column).protection.locked for column in (2, 3, 4, 5, 6, 7)] == [
        True,
        True,
        False,
        False,
        False,
        True,
    ]
    assert base.column_dimensions["A"].hidden
    lists = [one.formula1 for one in book["部门自评表"].data_validations.dataValidation if one.type == "list"]
    assert any("数量指标" in one for one in lists)
    assert any("≥" in one for one in lists)


def test_a_filing_of_nothing_at_all_makes_a_workbook():
    assert write(YUEYANG, 2024, "", 0, Filing(YUEYANG, "", 2024))
