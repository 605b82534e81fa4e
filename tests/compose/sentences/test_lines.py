"""Chapters as they read: words that fit the sign, clauses that leave when their figure is missing, the unit's own paragraphs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jixiao.compose import sentences
from jixiao.forms import load
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, SheetEntry, SpendingItem

FORM = load("430000-hunan/430600-yueyang/department")


def figure(name, text, unit="万元"):
    return Figure(name, name, text, unit, Decimal(text) if text else None)


def said(section, texts=None, form=FORM, items=(), projects=(), **amounts):
    """The paragraphs of a chapter, from amounts whose ids have _ for the dot before the column."""
    named = {key.replace("__", "."): text for key, text in amounts.items()}
    figures = {name: figure(name, text) for name, text in named.items()}
    filing = Filing(FORM.path, "某局", 2023, texts=texts or {}, items=items, projects=projects)
    return [line.text for line in sentences.lines(section, filing, figures, form)]


def patterned(section, *clauses, **sentence):
    """The form with one sentence of its own for a chapter."""
    return replace(FORM, sentences={section: {"paragraphs": [[{"clauses": list(clauses), **sentence}]]}})


THREE = patterned("other", {"change": ["a.final", "a.last"], "as": "比上年"}, {"reason": "why"}, subject="三公经费")


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ("0.97", "0.51", "三公经费比上年0.51万元增加0.46万元，增长90.2%，主要原因是来客增多。"),
        ("0.51", "0.97", "三公经费比上年0.97万元减少0.46万元，下降47.42%，主要原因是来客增多。"),
        ("0.5", "0.50", "三公经费与上年持平。"),
        ("2", "0", "三公经费比上年0万元增加2万元，主要原因是来客增多。"),
        ("0", "2", "三公经费为0万元，比上年2万元减少2万元，下降100%，主要原因是来客增多。"),
        ("100000.01", "100000", "三公经费比上年100000万元增加0.01万元，主要原因是来客增多。"),
        ("6", "1", "三公经费比上年1万元增加5万元，增长500%，主要原因是来客增多。"),
    ],
)
def test_the_word_fits_the_sign_and_a_rate_needs_a_base(now, then, words):
    assert said("other", {"why": "主要原因是来客增多。"}, THREE, a__final=now, a__last=then) == [words]


@pytest.mark.parametrize(
    ("result", "words"),
    [("0.97", "三公经费比预算节约0.03万元。"), ("1", "三公经费与预算持平。"), ("1.2", "三公经费比预算增加0.2万元。")],
)
def test_what_was_saved_is_said_as_it_is(result, words):
    form = patterned("other", {"saved": ["a.final", "a.budget"], "as": "预算"}, subject="三公经费")
    assert said("other", form=form, a__final=result, a__budget="1") == [words]


def test_a_clause_without_its_figure_leaves_and_the_rest_still_reads():
    known = {"three_public__final": "0.97", "three_public__last": "0.51"}
    (text,) = said("performance", **known)
    assert text == "从经费控制看，2023年度“三公”经费决算0.97万元，比上年0.51万元增加0.46万元，增长90.2%。"
    (text,) = said("performance", three_public__budget="1")
    assert text == "从经费控制看，2023年度“三公”经费预算1万元。"


def test_a_chapter_with_nothing_says_so_and_one_that_holds_others_does_not():
    assert said("gov_fund") == ["无"]
    assert said("gov_fund", fund__gov_fund__executed="") == ["无"]
    assert said("general_budget") == []


def test_nothing_spent_on_three_public_is_one_sentence():
    zero = {f"three_public__{column}": "0" for column in ("last", "budget", "final")}
    assert said("performance", **zero) == ["从经费控制看，2023年度没有发生“三公”经费支出。"]


def test_a_list_leaves_out_what_is_zero_and_says_all_where_one_part_is_the_whole():
    items = (SpendingItem("堤防加固", fund="gov_fund"), SpendingItem("移民后扶", fund="gov_fund"))
    known = {"fund__gov_fund__executed": "30", "items__1__final": "30", "items__2__final": "0"}
    assert said("gov_fund", items=items, **known) == ["2023年度政府性基金预算支出30万元，全部为堤防加固。"]
    both = known | {"items__1__final": "20", "items__2__final": "10"}
    assert said("gov_fund", items=items, **both) == [
        "2023年度政府性基金预算支出30万元，其中堤防加固20万元，移民后扶10万元。"
    ]


def test_own_paragraphs_follow_with_their_address_or_come_first_where_the_form_says_so():
    filing = Filing(
        FORM.path,
        "某局",
        2023,
        texts={"basic": "第一段。\n\n第二段{人员经费}。", "overview_unit": "某局成立于2019年。"},
    )
    figures = {name: figure(name, "8") for name in ("basic_expenditure.final", "staff_cost.final")}
    basic = sentences.lines("basic", filing, figures, FORM)
    assert [line.text for line in basic] == ["2023年度基本支出8万元，全部为人员经费。", "第一段。", "第二段8万元。"]
    assert [line.origin for line in basic] == ["", "texts.basic", "texts.basic"]
    assert figures["staff_cost.final"] in basic[2].runs
    people = sentences.lines("overview_unit", filing, {"staff": figure("staff", "36", "人")}, FORM)
    assert [line.text for line in people] == ["某局成立于2019年。", "年末在职36人。"]


def test_every_number_of_a_composed_sentence_is_a_figure():
    known = {"year_funds__initial": "1179.7", "year_funds__adjusted": "1107.5", "year_funds__executed": "1107.5"}
    figures = {name.replace("__", "."): figure(name.replace("__", "."), text) for name, text in known.items()}
    (line,) = sentences.lines("overview_spending", Filing(FORM.path, "某局", 2023), figures, FORM)
    words = "".join(run for run in line.runs if isinstance(run, str)).replace("2023年度", "")
    assert not [char for char in words if char.isdigit()]
    derived = {run.id: run for run in line.runs if isinstance(run, Figure) and run.formula}
    assert derived["rate.year_funds.executed.year_funds.adjusted"].words == "100%"
    gap = "difference.year_funds.initial.year_funds.adjusted"
    assert derived[gap].words == "72.2万元"
    assert derived[f"growth.{gap}.year_funds.initial"].formula.operation == "rate"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("主要原因是因合同续签推迟。", "主要原因是合同续签推迟。"),
        ("由于来客增多", "主要原因是来客增多。"),
        ("主要是因为来客增多", "主要原因是来客增多。"),
        ("因公出国团组增加", "主要原因是因公出国团组增加。"),
        ("为民服务增加", "主要原因是为民服务增加。"),
        ("系统升级", "主要原因是系统升级。"),
        ("主要系统升级", "主要原因是主要系统升级。"),
    ],
)
def test_a_reason_that_says_because_itself_says_it_once(written, words):
    (line,) = said("other", {"why": written}, THREE, a__final="2", a__last="1")
    assert line.endswith(words)


def test_what_cannot_be_reckoned_is_left_out():
    base = figure("staff", "0", "人"), Figure("staff_rate", "在职人员控制率", "—", "")
    weight, score = (
        figure("department.kind.output.weight", "50", "分"),
        figure("department.kind.output.score", "45", "分"),
    )
    figures = {one.id: one for one in (*base, weight, score)}
    filing = Filing(FORM.path, "某局", 2023)

    def told(section):
        return [line.text for line in sentences.lines(section, filing, figures, FORM)]

    assert told("overview_unit") == ["年末在职0人。"]
    assert told("performance") == ["从绩效目标看，产出指标（50分）得45分。"]


def test_other_funds_that_spent_nothing_are_not_spoken_of():
    assert said("project", **{"fund.general.project": "0", "fund.other.project": "0"}) == [
        "2023年度一般公共预算项目支出0万元。"
    ]


def test_a_report_on_one_project_says_how_it_did():
    form = load("cn/project")
    known = {
        "projects.1.funds.total.executed": ("12.5", "万元"), "projects.1.score": ("91.5", "分"),
        "projects.1.kind.output.weight": ("50", "分"), "projects.1.kind.output.score": ("41.5", "分"),
    }  # fmt: skip
    figures = {name: figure(name, *amount) for name, amount in known.items()}
    figures["projects.1.grade"] = Figure("projects.1.grade", "评价等级", "优", "")
    filing = Filing(form.path, "某局", 2023, projects=(SheetEntry("甲"),))
    told = [line.text for line in sentences.lines("performance", filing, figures, form)]
    assert told == ["项目支出12.5万元，自评得91.5分，评价等级为优，其中产出指标（50分）得41.5分。"]


def test_projects_are_counted_and_named_with_their_points():
    sheets = (SheetEntry("河道清淤"), SheetEntry("没有资金"))
    known = {"projects.1.funds.total.executed": ("12.5", "万元"), "projects.1.score": ("98.5", "分")}
    figures = {name: figure(name, *value) for name, value in known.items()}
    filing = Filing(FORM.path, "某局", 2023, projects=sheets)
    (line,) = sentences.lines("performance", filing, figures, FORM)
    assert line.text == "从项目自评看，本年度开展绩效自评的项目共1个：河道清淤支出12.5万元，自评得98.5分。"
