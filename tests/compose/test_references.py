"""A figure named in braces in the unit's own words is that figure; a wrong name is told with the names near it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao import pipeline
from jixiao.compose.references import References
from jixiao.model.figure import Figure
from tests.compose.samples import filing, manuscript


@pytest.fixture
def references():
    return References(filing(), manuscript().figures)


@pytest.mark.parametrize(("reference", "scope", "identity"), [
    ("项目支出", "", "project_expenditure.final"), ("项目支出:预算", "", "project_expenditure.budget"),
    ("项目支出：上年决算数", "", "project_expenditure.last"), ("“三公”经费", "", "three_public.final"), ("公务接待费:预算数", "", "reception.budget"),
    ("整体支出", "", "year_funds.executed"), ("年度资金总额:年初预算数", "", "year_funds.initial"), ("支出合计:全年预算数", "", "year_funds.adjusted"),
    ("行政审批专项", "", "items.2.final"), ("行政审批专项:预算", "", "items.2.budget"), ("其他资金", "", "items.3.final"),
    ("一般公共预算", "", "fund.general.executed"), ("编制数", "", "establishment"), ("控制率", "", "staff_rate"),
    ("自评得分", "", "department.score"), ("自评得分", "projects.2", "projects.2.score"),
    ("本项目:年初预算数", "projects.2", "projects.2.funds.total.initial"), ("本项目", "projects.1", "projects.1.funds.total.executed"),
    ("本项目:执行率", "projects.1", "projects.1.execution.rate"), ("本部门:得分", "department", "department.score"),
    ("政务大厅服务运转经费", "", "projects.2.funds.total.executed"), ("政务大厅服务运转经费:得分", "", "projects.2.score"),
    ("reception.final", "", "reception.final"), (" 固定资产净值 ", "", "net_assets.final"),
])  # fmt: skip
def test_what_a_reference_names(references, reference, scope, identity):
    assert references.find(reference, scope).id == identity


@pytest.mark.parametrize(
    "reference", ["项目支岀", "项目支出:明年", "", "本项目", ":预算", "items.9.final", "{", "一个不存在的项目"]
)
def test_what_names_nothing(references, reference):
    assert references.find(reference) is None


def test_words_keep_everything_around_a_reference(references):
    runs = references.runs("支出{项目支出}，其中{行政审批专项}。")
    assert [run.id if isinstance(run, Figure) else run for run in runs] == [
        "支出", "project_expenditure.final", "，其中", "items.2.final", "。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["没有引用", "不成对{项目支出", "不成对}", "{没有这个数}", "{}", "{{", "{a\nb}", "{{项目支岀}}"]
)
def test_what_cannot_be_read_stays_as_it_was_written(references, text):
    assert references.runs(text) == (text,)


def mistakes(**texts: str):
    return pipeline.check(replace(filing(), texts=texts))


def test_the_sample_has_no_mistake():
    assert pipeline.check(filing()) == ()


def test_a_wrong_name_is_told_with_the_names_near_it():
    (one,) = mistakes(project="年初预算{行政审批专款:预算}")
    assert (one.address, one.value, one.rule) == ("texts.project", "{行政审批专款:预算}", "reference_unknown")
    assert "{行政审批专项}" in one.message


def test_an_empty_figure_cannot_be_referred_to():
    (one,) = mistakes(other="出国{因公出国（境）费}")
    assert one.rule == "reference_empty"
    assert "因公出国" in one.message


@pytest.mark.parametrize("text", ["{项目支出", "项目支出}", "{项目支出}}", "{{项目支出}"])
def test_braces_that_do_not_close(text):
    assert [one.rule for one in mistakes(other=text)] == ["reference_open"]


def test_mistakes_of_sheets_have_their_address():
    whole = filing()
    bad = replace(whole.projects[1].indicators[0], actual="{本项目:全年}")
    project = replace(whole.projects[1], indicators=(bad, *whole.projects[1].indicators[1:]))
    found = pipeline.check(replace(whole, projects=(whole.projects[0], project, whole.projects[2])))
    assert [one.address for one in found] == ["projects.2.indicators.1.actual"]


def test_an_open_total_is_not_less_than_its_parts():
    whole = filing()
    less = whole.figures["office_cost.budget"]
    (one,) = pipeline.check(
        replace(whole, figures=whole.figures | {"public_cost.budget": replace(less, number=less.number - 10)})
    )
    assert (one.address, one.rule) == ("figures.public_cost.budget", "total_below_parts")
