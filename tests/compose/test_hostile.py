"""Whatever a filing holds, a report comes of it or a plain sentence: never a traceback, never half a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from jixiao import compose, pipeline
from jixiao.forms import FormError, all_forms
from jixiao.model.amount import Amount
from jixiao.model.filing import Filing, FundEntry, GoalEntry, IndicatorEntry, SheetEntry, SpendingItem
from tests.compose.samples import YUEYANG, covered, filing, grid


def money(number: str) -> Amount:
    return Amount(Decimal(number), "万元", 0, f"{number}万元")


def whole(entered: Filing, *, strict: bool = True):
    """The manuscript, its tables whole, audited without an accident."""
    made = pipeline.compose(entered)
    for table in made.grids:
        counts = Counter(covered(table))
        assert set(counts.values()) == {1}
        assert len(counts) == table.height * len(table.widths)
    assert pipeline.audit_document(compose.document(made), strict=strict) is not None
    return made


@pytest.mark.parametrize("form", all_forms())
def test_nothing_entered(form):
    made = whole(Filing(form, "", 2023))
    assert all(not one.text for name, one in made.figures.items() if name.endswith(".executed"))


@pytest.mark.parametrize("form", all_forms())
def test_empty_sheets(form):
    sheet = SheetEntry("", goals=(GoalEntry("", ""),), indicators=(IndicatorEntry("", "", "", "", "", None),))
    whole(Filing(form, "某局", 2023, department=sheet, projects=(sheet, sheet)))


def test_budgets_of_nought():
    nought = money("0")
    project = SheetEntry("专项", funds=(FundEntry("fiscal", nought, nought, nought),))
    figures = {"year_funds.adjusted": nought, "staff_cost.final": nought, "establishment": Amount(Decimal(0), "人", 0, "0人"),
               "staff": Amount(Decimal(3), "人", 0, "3人"), "reception.last": nought, "reception.final": money("2")}  # fmt: skip
    made = whole(Filing(YUEYANG, "某局", 2023, figures=figures, projects=(project,)))
    for name in ("staff_rate", "department.execution.rate", "projects.1.execution.rate"):
        assert made.figures[name].words == "—"
    assert made.figures["projects.1.execution.score"].text == ""


@pytest.mark.parametrize("number", ["1E+30", "-1E+30", "99999999999999999999999999999999999999.99", "-0.01", "1E-20"])
def test_huge_tiny_and_negative_amounts(number):
    amount = money(number)
    sheet = SheetEntry(
        "专项", funds=(FundEntry("fiscal", amount, amount, amount), FundEntry("other", money("1"), money("1"), amount))
    )
    figures = {
        "staff_cost.final": amount,
        "office_cost.final": amount,
        "year_funds.adjusted": money("0.01"),
        "year_funds.initial": amount,
    }
    items = (SpendingItem("甲", final=amount, budget=money("3")), SpendingItem("乙", final=money("1")))
    made = whole(Filing(YUEYANG, "某局", 2023, figures=figures, items=items, projects=(sheet,)), strict=False)
    assert not any("E" in one.text for one in made.figures.values() if one.value is not None)


def test_sixty_projects_and_two_hundred_indicators():
    one = filing().department.indicators
    many = tuple(replace(one[n % len(one)], name=f"第{n}项") for n in range(200))
    projects = tuple(replace(filing().projects[n % 3], name=f"项目{n}") for n in range(60))
    made = whole(replace(filing(), department=replace(filing().department, indicators=many), projects=projects))
    assert len(made.grids) == 63
    assert grid(made, "department_sheet").height > 200


@pytest.mark.parametrize(
    "text", ["{", "}", "{}", "{项目支出", "{没有}", "{{{{", "{department.score", "{" * 2000, "a{\n}b"]
)
def test_braces_anywhere(text):
    goal = GoalEntry(text, text)
    entry = IndicatorEntry("output", "quantity", text, text, text, Decimal(5), note=text)
    sheet = SheetEntry(text, text, text, goals=(goal,), indicators=(entry,))
    texts = dict.fromkeys(("overview_unit", "problems", "savings", "other"), text)
    made = whole(Filing(YUEYANG, text, 2023, text, texts=texts, department=sheet, projects=(sheet,)))
    assert pipeline.check(Filing(YUEYANG, "某局", 2023, texts=texts))
    assert any(text.strip() in line.text for line in made.lines)


@pytest.mark.parametrize("kind", ["", "other", "execution", "产出指标"])
def test_kinds_that_the_form_does_not_have(kind):
    entries = tuple(
        IndicatorEntry(one, two, "名", "≥1个", "1个", Decimal(10))
        for one in (kind, "output", kind)
        for two in ("", kind)
    )
    made = whole(Filing(YUEYANG, "某局", 2023, department=SheetEntry(indicators=entries)))
    assert made.figures["department.weight"].text == "70"


def test_items_of_an_unknown_fund_or_concept():
    items = (
        SpendingItem("甲", "no_such", "no_such", money("1"), money("1"), money("1")),
        SpendingItem("甲", final=money("2")),
    )
    made = whole(Filing(YUEYANG, "某局", 2023, items=items))
    assert made.figures["project_expenditure.final"].text == "3"


def test_a_form_that_does_not_exist():
    with pytest.raises(FormError, match="没有这个格式"):
        pipeline.compose(Filing("999999-nowhere/department", "某局", 2023))
