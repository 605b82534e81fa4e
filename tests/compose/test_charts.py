"""Charts stand only where there is something to see, and say in words what they show."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from jixiao import pipeline
from jixiao.compose.charts import charts
from jixiao.forms import load
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, SheetEntry
from tests.roundtrip.filings import filings

FORM = load("430000-hunan/430600-yueyang/department")


def drawn(projects=(), form=FORM, unit="万元", **amounts):
    figures = {}
    for name, text in amounts.items():
        key = name.replace("__", ".")
        figures[key] = Figure(key, key, text, unit, Decimal(text) if text else None)
    return {chart.id: chart for chart in charts(Filing(form.path, "某局", 2023, projects=projects), figures, form)}


def test_one_fund_is_no_chart_and_two_are():
    assert drawn(fund__general__executed="954.17", fund__other__executed="0") == {}
    chart = drawn(fund__general__executed="954.17", fund__other__executed="153.33")["execution_by_fund"]
    assert chart.categories == ("一般公共预算", "其他资金")
    assert chart.alt == "2023年度支出的资金来源：一般公共预算954.17万元；其他资金153.33万元。"
    assert (chart.kind, chart.unit) == ("bar", "万元")


def test_projects_are_drawn_with_budget_beside_result():
    one = {f"projects__{n}__funds__total__{stage}": "10" for n in (1, 2) for stage in ("adjusted", "executed")}
    chart = drawn((SheetEntry("甲"), SheetEntry("乙")), **one)["execution_by_project"]
    assert [series.name for series in chart.series] == ["全年预算数", "全年执行数"]
    assert "execution_by_project" not in drawn((SheetEntry("甲"),), **one)


def test_points_stand_beside_weights_class_by_class():
    known = {
        f"department__kind__{kind}__{what}": "30" for kind in ("output", "benefit") for what in ("weight", "score")
    }
    chart = drawn(**known, unit="分")["score_by_class"]
    assert chart.categories == ("产出指标", "效益指标")
    assert [series.name for series in chart.series] == ["分值", "得分"]


@pytest.mark.parametrize(
    ("known", "kind", "categories", "names"),
    [
        (
            {"reception__last": "0.51", "reception__budget": "1", "reception__final": "0.97"},
            "column",
            ("2022年决算数", "2023年预算数", "2023年决算数"),
            ["公务接待费"],
        ),
        (
            {"reception__last": "1", "reception__final": "1", "vehicles__last": "3", "vehicles__final": "2"},
            "stacked",
            ("2022年决算数", "2023年决算数"),
            ["公务用车购置及运行维护费", "公务接待费"],
        ),
    ],
)
def test_three_public_by_year_stacked_where_there_are_several_kinds(known, kind, categories, names):
    chart = drawn(**known)["three_public"]
    assert (chart.kind, chart.categories, [series.name for series in chart.series]) == (kind, categories, names)


def test_nothing_spent_is_nothing_to_see():
    assert drawn(reception__last="0", reception__budget="0", reception__final="0") == {}
    assert drawn(reception__final="3") == {}


@settings(max_examples=20, deadline=None)
@given(filing=filings())
def test_every_chart_has_two_categories_a_value_and_series_of_its_length(filing):
    for chart in pipeline.compose(filing).charts:
        assert len(chart.categories) > 1
        assert all(len(series.figures) == len(chart.categories) for series in chart.series)
        assert any(figure and figure.value for series in chart.series for figure in series.figures)
        assert chart.alt.startswith(chart.title)
