"""The report of a form: its parts in order, its tables whole, its figures bound."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from jixiao import pipeline
from jixiao.compose.manuscript import numeral
from jixiao.forms import all_forms, load
from jixiao.model.figure import Figure
from jixiao.model.filing import Signature, SpendingItem
from jixiao.model.manuscript import Break, Grid, Line
from tests.compose.samples import JUNSHAN, NUMBER, SMALL, cells, covered, filing, grid, manuscript, printed
from tests.roundtrip.filings import filings

ALL = (JUNSHAN, *SMALL)
PORTRAIT, LANDSCAPE = 156, 225


def test_the_parts_come_in_order():
    made = manuscript()
    assert [line.text for line in made.lines[:5]] == [
        "2023年度部门整体支出绩效自评报告", "部门（单位）名称：岳阳市君山区行政审批服务局（盖章）", "2024年5月30日",
        "2023年度岳阳市君山区行政审批服务局", "整体支出绩效自评报告",
    ]  # fmt: skip
    assert [line.number for line in made.lines if line.style == "heading1"] == [f"{numeral(n)}、" for n in range(1, 11)]
    assert [table.id for table in made.grids] == [
        "base", "department_sheet", "project_sheet.1", "project_sheet.2", "project_sheet.3", "rubric",
    ]  # fmt: skip
    assert [line.text for line in made.lines if line.style == "attachments"] == [
        "附件：1.部门整体支出绩效评价基础数据表", "2.部门整体支出绩效自评表", "3.项目支出绩效自评表",
    ]  # fmt: skip
    assert [line.text for line in made.lines if line.style == "annex"] == [
        "附件1",
        "附件2",
        "附件3-1",
        "附件3-2",
        "附件3-3",
    ]


def test_each_annex_begins_a_page():
    pieces = manuscript().pieces
    for at, piece in enumerate(pieces):
        if isinstance(piece, Line) and piece.style == "annex":
            assert isinstance(pieces[at - 1], Break)
            assert isinstance(pieces[at + 2], Grid)


def test_the_base_table_as_it_is_printed():
    rows = dict(cells(grid(manuscript(), "base")))
    assert rows["三公经费"] == ["0.51", "1", "0.97"]
    assert rows["项目支出"] == ["991.79", "1000", "885.83"]
    assert rows["2、行政审批专项"] == ["", "530", "262.5"]
    assert rows["4、其他资金"] == ["", "", "153.33"]
    assert rows["其中：办公经费"] == ["14.37", "13.8", "13.8"]
    assert rows["政府采购金额"] == ["——", "", ""]


def test_an_item_that_no_row_is_meant_for_has_one_all_the_same():
    more = (
        *filing().items,
        SpendingItem("抢险救灾", "vehicles"),
        SpendingItem("补助", "city_special"),
        SpendingItem("", ""),
    )
    rows = dict(cells(grid(pipeline.compose(replace(filing(), items=more)), "base")))
    assert {"5、抢险救灾", "3、补助", "6、（未填名称）"} <= rows.keys()


def test_classes_are_merged_down_and_say_their_points():
    table = grid(manuscript(), "department_sheet")
    output = next(slot for slot in table.slots if slot.text == "产出指标\n（50分）")
    assert (output.rows, output.columns) == (9, 1)
    assert [run.id for run in output.runs if isinstance(run, Figure)] == ["department.kind.output.weight"]


def test_indicators_stand_by_class_whatever_the_order_of_entry():
    whole = filing()
    mixed = replace(whole, department=replace(whole.department, indicators=whole.department.indicators[::-1]))
    table = grid(pipeline.compose(mixed), "department_sheet")
    assert [slot.text for slot in table.slots if slot.text.endswith("分）")] == [
        "产出指标\n（50分）", "效益指标\n（30分）", "满意度指标\n（10分）",
    ]  # fmt: skip


def test_a_reference_in_a_cell_is_the_figure_itself():
    table = grid(manuscript(), "department_sheet")
    cost = [slot for slot in table.slots if slot.origin.startswith("department.indicators.9.")]
    assert [slot.text for slot in cost][1:] == ["≤1179.7万元", "1107.5万元", "10", "10", "无偏差"]
    assert cost[1].runs[1] is manuscript().figures["year_funds.initial"]


def test_a_result_far_above_its_target_is_no_agreement():
    whole = filing()
    quiet = replace(whole.department.indicators[0], note="")
    changed = replace(whole, department=replace(whole.department, indicators=(quiet, *whole.department.indicators[1:])))
    notes = [
        s.text
        for s in grid(pipeline.compose(changed), "department_sheet").slots
        if s.origin == "department.indicators.1.note"
    ]
    assert notes == [""]


def test_the_sign_off_of_a_sheet_of_its_own():
    whole = filing()
    own = replace(whole.projects[0], signoff=Signature("赵示例", "0730-0000000", "", "2024-06-01"))
    made = pipeline.compose(replace(whole, projects=(own, *whole.projects[1:])))
    lines = [line for line in made.lines if line.style == "signoff"]
    assert lines[2].text == "填表人：赵示例　填报日期：2024年6月1日　联系电话：0730-0000000　单位负责人签字：　　　　"
    assert lines[2].origin == "projects.1.signoff"
    assert lines[0].origin == "signoff"


def test_attachments_are_those_that_are_there():
    made = pipeline.compose(replace(filing(), projects=()))
    assert [line.text for line in made.lines if line.style == "attachments"][-1] == "2.部门整体支出绩效自评表"
    assert [table.id for table in made.grids] == ["base", "department_sheet", "rubric"]


def test_the_data_travel_with_it():
    made = manuscript()
    assert json.loads(made.data)["unit"] == filing().unit
    assert made.properties["made"] == "2024-05-30"
    assert made.properties["form"] == filing().form
    assert pipeline.compose(filing(), draft=True).draft


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_table_is_whole_and_as_wide_as_the_text(path):
    for table in manuscript(path).grids:
        _whole(table)
        assert sum(table.widths) in (PORTRAIT, LANDSCAPE)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_number_of_a_table_is_bound(path):
    """All but what is words: labels, goals, notes, the bureau's criteria, and lists of the unit's own."""
    for table in manuscript(path).grids:
        loose = [
            slot.text
            for slot in table.slots
            if slot.role == "value" and NUMBER.search(slot.text) and not any(isinstance(run, Figure) for run in slot.runs)
            and not any(part in slot.origin for part in (".goals.", ".note", "texts.", ".name")) and table.id != "rubric"
        ]  # fmt: skip
        assert loose == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_what_is_printed_is_what_the_manuscript_holds(path):
    made = manuscript(path)
    for figure in printed(made):
        assert made.figures[figure.id] == figure


@settings(max_examples=25)
@given(filings(forms=all_forms()))
def test_any_filing_makes_whole_tables_of_one_truth(entered):
    made = pipeline.compose(entered)
    for table in made.grids:
        _whole(table)
    for figure in printed(made):
        assert made.figures[figure.id] == figure
    assert pipeline.compose(entered) == made


def _whole(table: Grid) -> None:
    counts = Counter(covered(table))
    assert set(counts.values()) == {1}
    assert len(counts) == table.height * len(table.widths)
    places = [(slot.row, slot.column) for slot in table.slots]
    assert places == sorted(places)


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三")])
def test_chinese_numerals(number, words):
    assert numeral(number) == words


def test_a_form_with_nothing_but_a_table_begins_with_it():
    made = manuscript(next(path for path in SMALL if path.stem == "cn-project-sheet"))
    assert [type(piece).__name__ for piece in made.pieces] == ["Line", "Grid", "Line"]
    assert load("cn/project-sheet").chapters == ()
