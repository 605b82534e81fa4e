"""Every figure once: as it was entered, or worked out of others by a formula that can be followed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.forms import all_forms, load
from jixiao.model.amount import Amount
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, SpendingItem
from tests.compose.samples import SMALL, YUEYANG, filing, manuscript
from tests.roundtrip.filings import filings


def money(text: str) -> Amount:
    return Amount(Decimal(text), "万元", len(text.partition(".")[2]), f"{text}万元")


def figures_of(form: str = YUEYANG, **parts: object) -> dict[str, Figure]:
    return compose.figures(Filing(form, "某县某局", 2023, **parts), load(form))


@pytest.mark.parametrize(("identity", "words"), [
    ("staff_rate", "100%"), ("three_public.last", "0.51万元"), ("three_public.budget", "1万元"), ("three_public.final", "0.97万元"),
    ("project_expenditure.last", "991.79万元"), ("project_expenditure.budget", "1000万元"), ("project_expenditure.final", "885.83万元"),
    ("public_cost.last", "20.4万元"), ("public_cost.final", "16.8万元"), ("basic_expenditure.final", "221.67万元"),
    ("year_funds.executed", "1107.5万元"), ("year_funds.rate", "100%"),
    ("fund.general.basic", "221.67万元"), ("fund.general.project", "732.5万元"), ("fund.general.executed", "954.17万元"),
    ("fund.other.executed", "153.33万元"), ("fund.gov_fund.executed", "万元"),
    ("department.execution.rate", "100%"), ("department.execution.score", "10分"), ("department.score", "100分"),
    ("department.kind.output.weight", "50分"), ("department.kind.benefit.score", "30分"), ("department.grade", "优"),
    ("department.indicators.1.target", "≥30万件"), ("department.indicators.1.actual", "59.49万件"), ("department.indicators.1.score", "5分"),
    ("department.indicators.9.score", "10分"), ("projects.3.funds.total.initial", "439.83万元"), ("projects.3.score", "100分"),
])  # fmt: skip
def test_the_sample_by_figures(identity, words):
    assert manuscript().figures[identity].words == words


def test_what_was_entered_has_no_formula_and_what_was_worked_out_has_one():
    figures = manuscript().figures
    assert figures["reception.final"].formula is None
    assert figures["year_funds.executed"].formula.arguments == ("basic_expenditure.final", "project_expenditure.final")
    assert figures["department.indicators.1.score"].formula.operation == "points"
    assert all(one.formula for name, one in figures.items() if name.endswith((".score", ".rate")) and one.value is not None
               and "indicators" not in name)  # fmt: skip


def test_basic_expenditure_of_last_year_is_unknown_where_staff_cost_is():
    assert manuscript().figures["basic_expenditure.final"].text
    assert (
        "basic_expenditure.last" not in manuscript().figures or not manuscript().figures["basic_expenditure.last"].text
    )


@pytest.mark.parametrize(("parts", "text"), [
    (("470", "262.5", "153.33"), "885.83"), (("14.37", "6.03"), "20.4"), (("1.50", "2.50"), "4.00"), (("1", "2"), "3"),
    (("-3.2", "3.2"), "0"),
])  # fmt: skip
def test_a_sum_is_as_precise_as_its_parts(parts, text):
    items = tuple(SpendingItem(f"专项{n}", final=money(part)) for n, part in enumerate(parts))
    assert figures_of(items=items)["project_expenditure.final"].text == text


def test_money_in_another_unit_is_printed_in_that_of_the_column():
    made = figures_of(figures={"staff_cost.final": Amount(Decimal(2048700), "元", 0, "2048700元")})
    assert (made["staff_cost.final"].text, made["staff_cost.final"].value) == ("204.87", Decimal("204.87"))


def test_a_rate_without_a_base_is_a_dash_and_never_nought():
    made = figures_of(figures={"year_funds.adjusted": money("0")}, items=(SpendingItem("专项", final=money("3")),))
    rate = made["department.execution.rate"]
    assert (rate.words, rate.value) == ("—", None)


def test_a_total_that_has_more_than_its_rows_may_be_entered():
    entered = {"public_cost.final": money("50"), "office_cost.final": money("20"), "staff_cost.final": money("100")}
    made = figures_of(figures=entered)
    assert made["public_cost.final"].formula is None
    assert made["basic_expenditure.final"].text == "150"


def test_points_that_the_unit_gives_itself_stand():
    whole = filing()
    docked = replace(whole.department.indicators[0], points=Decimal("4.5"))
    changed = replace(
        whole, department=replace(whole.department, indicators=(docked, *whole.department.indicators[1:]))
    )
    figures = pipeline.compose(changed).figures
    assert figures["department.indicators.1.score"].text == "4.5"
    assert figures["department.score"].text == "99.5"


def test_the_order_is_fixed():
    again = pipeline.compose(filing()).figures
    assert list(again) == list(manuscript().figures)
    assert again == manuscript().figures


WORKED = {
    "sum": lambda values: sum(values, Decimal(0)),
    "same": lambda values: values[0],
    "difference": lambda values: values[0] - sum(values[1:], Decimal(0)),
    "rate": lambda values: values[0] / values[1] * 100,
    "growth": lambda values: (values[0] - values[1]) / values[1] * 100,
}


@settings(max_examples=25)
@given(filings(forms=all_forms()))
def test_every_formula_gives_the_figure_it_stands_beside(entered):
    figures = pipeline.compose(entered).figures
    assert all(name == one.id for name, one in figures.items())
    for one in figures.values():
        if one.formula is None or one.value is None or one.formula.operation not in WORKED:
            continue
        values = [figures[name].value for name in one.formula.arguments]
        exact = WORKED[one.formula.operation](values)
        step = Decimal(1).scaleb(-len(one.text.partition(".")[2]))
        near = Decimal("0.005") if one.unit == "%" else step / 2
        assert abs(exact - one.value) <= near, one
        assert Decimal(one.text) == one.value


@settings(max_examples=25)
@given(filings(forms=all_forms()))
def test_points_are_those_that_the_audit_computes(entered):
    made = pipeline.compose(entered)
    again = pipeline.score(pipeline.understand(compose.document(made), entered.form))
    sheets = [one for one in again.sheets if one.appraisal.complete]
    assert len(sheets) == len(entered.projects) + (load(entered.form).kind == "department")
    for sheet in sheets:
        told = [points for _, points in sheet.indicators if points.points is not None]
        assert all(points.stated == points.points for points in told)
        full = (
            sheet.appraisal.total_weight.amount.number == 100
        )  # the strategy gives Hubei the weights of the 2020 scheme
        if full and len(told) == len(sheet.indicators):  # a level whose words say another leaves the total open
            assert sheet.stated == sheet.computed


def test_in_a_report_on_projects_the_money_of_the_year_is_theirs():
    whole = filing(next(path for path in SMALL if path.stem == "cn-project-sheet"))
    made = pipeline.compose(replace(whole, form="cn/project", projects=whole.projects * 2))
    assert made.figures["year_funds.executed"].text == "292.2"
    assert made.figures["year_funds.rate"].words == "97.4%"
    assert any("项目资金年初预算240万元" in line.text for line in made.lines)


def test_a_target_that_refers_to_a_figure_reads_as_it():
    figures = manuscript().figures
    assert figures["projects.1.indicators.6.target"].text == "≤173万元"
    actual = figures["projects.1.indicators.6.actual"]
    assert (actual.words, actual.formula.arguments) == ("173万元", ("projects.1.funds.total.executed",))


def test_a_sum_of_sums_needs_no_base_table():
    bought, run = money("12"), money("4")
    entered = {"vehicle_purchase.final": bought, "vehicle_running.final": run, "three_public.last": money("7")}
    made = figures_of("cn/department", figures=entered)
    assert (made["vehicles.final"].text, made["three_public.final"].text) == ("16", "16")
    assert made["three_public.last"].formula is None
