"""A whole sheet: the total, the grade, and when there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.model.document import Document
from jixiao.model.report import FormMatch, Report
from jixiao.score import score
from jixiao.score.sheet import sheet
from tests.score.build import appraisal, indicator, line

MONEY = line("1107.5", "1107.5")


def rows(cost_score="9.4"):
    return [
        indicator("办件量", "≥30万件", "59.49万件", "40", "40"),
        indicator("财政资金支出", "≤1179.7万元", "1107.5万元", "10", cost_score),
        indicator("服务水平", "提升", "有效提升", "30", "30"),
        indicator("群众满意度", "98%", "98%", "10", "10"),
    ]


def test_a_met_limit_that_was_docked_is_given_back(national):
    found = sheet(appraisal(rows(), [MONEY], "99.4"), national)
    assert (found.stated, found.computed, found.grade) == (Decimal("99.4"), Decimal(100), "优")


def test_exactly_ninety_is_the_best_grade(national):
    lower = [*rows("10")[:3], indicator("群众满意度", "98%", "0%", "10", "0")]
    found = sheet(appraisal(lower, [MONEY], "90"), national)
    assert (found.computed, found.grade) == (90, "优")


def test_weights_of_a_hundred_do_not_count_the_money_row_again(national):
    full = [*rows("10"), indicator("按时办结率", "100%", "100%", "10", "10")]
    assert sheet(appraisal(full, [MONEY]), national).computed == 100


def test_a_row_that_cannot_be_computed_keeps_its_stated_points_and_the_trace_says_so(national):
    given = [*rows("10")[:3], indicator("群众满意度", "98%", "满意", "10", "9")]
    found = sheet(appraisal(given, [MONEY]), national)
    assert found.computed == 99
    assert ("其中取填报得分的项数（定性或无法重算）", "2") in found.trace[0].numbers


@pytest.mark.parametrize(
    "changed",
    [
        appraisal(rows(), [MONEY], complete=False),
        appraisal([], [MONEY]),
        appraisal(rows()[:3], [MONEY]),
        appraisal([*rows()[:3], indicator("群众满意度", "满意", "部分满意意见未完成", "10", "10")], [MONEY]),
    ],
    ids=["part of a table", "no rows", "weights short", "outside its band"],
)
def test_no_total_where_a_part_is_missing(national, changed):
    found = sheet(changed, national)
    assert (found.computed, found.grade) == (None, "")


def test_full_marks_in_words_are_the_weight(national):
    found = sheet(appraisal([indicator("故障次数", "≤0次", "0次", "10", "满分")]), national)
    assert found.indicators[0][1].stated == 10


def test_an_empty_form_is_not_scored(national):
    document = Document("a.txt", "txt", "0" * 64)
    form = FormMatch("", "", "", "")
    filled = Report(document, form, appraisals=(appraisal(rows(), [MONEY]),))
    blank = Report(document, form, appraisals=filled.appraisals, blank_form=True)
    assert (len(score(filled, national).sheets), score(blank, national).sheets) == (1, ())
    assert score(filled, national).pack_hash == national.pack_hash


def test_weights_printed_as_parts_of_one_are_points_of_a_hundred(national):
    parts = [
        indicator("办件量", "≥30万件", "30万件", "0.5", "50"),
        indicator("一次办结率", "≥90%", "92%", "0.3", "30"),
        indicator("群众满意度", "98%", "98%", "0.1", "10"),
    ]
    found = sheet(appraisal(parts, [MONEY]), national)
    assert [points.weight for _, points in found.indicators] == [50, 30, 10]
    assert found.computed == 100


def test_a_column_that_cannot_be_weights_is_left_out(national):
    shifted = [
        indicator("安装监控探头", "≥63个", "63个", "63", "7"),
        indicator("受益群众满意度", "≥96%", "96%", "96", "10"),
    ]
    found = sheet(appraisal(shifted, [MONEY]), national)
    assert [points.why_not for _, points in found.indicators] == ["没有分值", "没有分值"]
    assert found.computed is None


def test_a_row_without_a_weight_stays_so_among_parts_of_one(national):
    rows_ = [indicator("办件量", "≥30件", "30件", "0.9", "90"), indicator("其他", "≥3件", "3件", "", "")]
    assert [points.weight for _, points in sheet(appraisal(rows_), national).indicators] == [90, 0]
