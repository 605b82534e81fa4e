"""Tables as other provinces lay them out: what each layout under layouts/ means."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.extract import understand
from jixiao.model.report import Report
from jixiao.readers import read

HERE = Path(__file__).parent / "layouts"


def report(name: str) -> Report:
    return understand(read(HERE / f"{name}.txt"))


def money(sheet, fund: str) -> tuple[str, ...]:
    line = next(f for f in sheet.funds if f.fund == fund)
    entries = (line.initial, line.adjusted, line.executed, line.weight, line.rate, line.score)
    return tuple(e.text if e is not None else "" for e in entries)


def rows(sheet) -> list[tuple[str, str, str, str]]:
    return [
        (i.name.text, i.kind2, i.goal.sign, f"{i.goal.low.number}{i.goal.low.unit}" if i.goal.low else i.goal.text)
        for i in sheet.indicators
    ]


def test_sign_and_unit_in_columns_of_their_own():
    sheet = report("signs_in_columns").projects[0]
    assert rows(sheet) == [
        ("巡护面积", "quantity", ">=", "30万亩"),
        ("火情处置率", "quality", "=", "100%"),
        ("完成时间", "timeliness", "text", "2022年12月底前"),
        ("火灾发生率", "social", "<=", "0.9‰"),
        ("林农满意度", "satisfaction", ">=", "90%"),
    ]
    assert sheet.indicators[0].actual.amount.unit == "万亩"
    assert money(sheet, "fiscal") == ("120.00", "130.00", "127.00", "—", "—", "—")
    assert (sheet.supervisor.text, sheet.implementer.text) == ("某某市林业局", "某某市林业局机关")


def test_rate_of_a_over_b_without_points():
    sheet = report("ratio_a_over_b").department
    assert money(sheet, "total") == ("", "1292.7", "1266.85", "", "98%", "19.6")
    assert [i.weight for i in sheet.indicators] == [None, None, None]
    assert sheet.total_score.text == "99.6"


def test_title_inside_the_table_and_worded_targets():
    found = report("title_in_table")
    sheet = found.department
    assert found.year == 2023
    assert found.unit.text == "某某区教育局"
    assert rows(sheet) == [
        ("保障学校数", "quantity", ">=", "25所"),
        ("教师培训合格率", "quality", ">=", "95%"),
        ("经费拨付及时率", "timeliness", "", "100%"),
        ("适龄儿童入学率", "social", "range", "99%"),
        ("家长满意度", "satisfaction", ">=", "90%"),
    ]
    assert [i.stated1 for i in sheet.indicators] == [50, 50, 50, 30, 10]
    assert money(sheet, "project")[2] == "450.85"
    assert sheet.signoff.phone.text == "0771-1234567"
    assert sheet.signoff.head is None


def test_no_points_at_all():
    sheet = report("without_points").department
    assert all(i.weight is None and i.score is None for i in sheet.indicators)
    assert rows(sheet)[2] == ("影响年限", "sustained", ">=", "5年")


def test_transfer_payment_by_level_of_government():
    sheet = report("transfer_payment").projects[0]
    assert [f.fund for f in sheet.funds] == ["total", "central", "county", "other"]
    assert sheet.name.text == "水利发展资金"
    assert sheet.goals[0].achieved.text == "治理河道12.4公里"


def test_cost_as_a_class_of_the_first_level():
    found = report("cost_first")
    assert (found.form.path, found.form.pack) == ("cn/project-2021", "CN-2021-LINEAR")
    cost = found.projects[0].indicators[0]
    assert (cost.kind1, cost.kind2, cost.goal.low.number, cost.actual.amount.number) == (
        "cost",
        "cost_economic",
        Decimal(5),
        Decimal("4.8"),
    )


def test_two_sheets_in_one_grid():
    sheets = report("two_in_one_grid").projects
    assert [(s.name.text, s.total_score.text, len(s.indicators)) for s in sheets] == [
        ("甲项目", "100", 3),
        ("乙项目", "99", 3),
    ]


def test_one_sheet_over_two_tables():
    found = report("split_over_tables")
    assert len(found.appraisals) == 1
    assert len(found.department.indicators) == 5
    assert found.department.total_weight.text == "90"


def test_two_sided_table_has_two_sides_and_each_caption_its_unit():
    ledgers = report("two_sided").ledgers
    assert [(t.side, len(t.rows)) for t in ledgers] == [("income", 6), ("expenditure", 6), ("", 6)]
    assert ledgers[0].rows[3].columns[0].amount.value == Decimal(12600000)
    three_public = ledgers[2].rows[0]
    assert (three_public.concept, three_public.columns[1].amount.value) == ("three_public", Decimal(41000))


@pytest.mark.parametrize(
    ("concept", "number"),
    [("total_expenditure", "640.20"), ("basic_expenditure", "520.10"), ("project_expenditure", "120.10")],
)
def test_columns_that_say_what_is_counted(concept, number):
    table = report("spending_by_columns").ledgers[0]
    assert {f.concept: f.amount.text for f in table.rows[0].columns}[concept] == number
    assert {f.context.scope for f in table.rows[1].columns} == {"一般公共服务支出"}


def test_three_public_in_one_row():
    row = report("three_public_in_one_row").ledgers[0].rows[0]
    figures = {(f.concept, f.context.stage): f.amount.text for f in row.columns}
    assert figures["three_public", "budget"] == "8.00"
    assert figures["vehicles", "final"] == "4.70"
    assert figures["reception", "final"] == "1.50"


def test_indicators_that_sentences_state():
    sheet = report("indicators_in_prose").appraisals[0]
    assert not sheet.complete
    assert rows(sheet) == [
        ("工程资金金额", "quantity", ">=", "43万元"),
        ("验收合格率", "quality", "", "100%"),
        ("培训", "", ">=", "500人次"),
        ("网络故障次数", "", "<=", "0次"),
        ("成本控制", "cost", "<=", "30万元"),
        ("完工及时率", "timeliness", "text", "及时率"),
        ("满意度", "satisfaction", ">=", "90%"),
    ]
    cost = sheet.indicators[4]
    assert (cost.weight.text, cost.score.text, cost.note.text) == ("10", "9.5", "节约资金")
    assert [(f.fund, f.sole.text) for f in sheet.funds] == [("total", "0"), ("fiscal", "90万元")]


def test_rows_of_a_pdf_only_where_nothing_is_in_doubt():
    sheet = report("rows_of_a_pdf").appraisals[0]
    assert money(sheet, "total") == ("1179.7", "1107.5", "1107.5", "10", "100%", "10")
    assert [(i.name.text, i.weight.text, i.score.text) for i in sheet.indicators] == [
        ("培训人次", "10", "10"), ("培训合格率", "10", "10"), ("带动就业", "10", "9.3"), ("学员满意度", "10", "10"),
    ]  # fmt: skip


def test_form_of_the_budget_system_with_three_kinds_of_money():
    sheet = report("system_form").projects[0]
    assert money(sheet, "total") == ("238.93", "251.89", "251.89", "10", "100.00%", "10")
    assert [f.fund for f in sheet.funds] == ["total", "fiscal", "special", "own", "other"]
    assert len(sheet.goals) == 1
    assert sheet.indicators[0].goal.sign == "="


def test_numbered_indicators_and_empty_rows():
    sheet = report("numbered_indicators").projects[0]
    assert [(i.kind1, i.name.text) for i in sheet.indicators] == [
        ("output", "指标1：完成节水改造项目数量"), ("output", "指标1：工程质量合格"), ("benefit", "指标1：保护人口"), ("satisfaction", "指标1：服务对象满意度"),
    ]  # fmt: skip
