"""Indicators and money that sentences state, in the wordings of the field; and the year of a text without a title."""

from __future__ import annotations

import pytest

from jixiao.extract import understand
from jixiao.model.report import Report
from jixiao.readers import read_bytes


def report(text: str) -> Report:
    return understand(read_bytes(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "（一）数量指标：培训人次，指标值≥500人次，完成520人次，满分10分，自评9.2分。",
            "培训人次 ≥500人次 520人次 10 9.2",
        ),
        ("成本指标：项目总成本≤30万元，实际支出28万元，满分10分，得10分。", "项目总成本 ≤30万元 28万元 10 10"),
        ("产出数量：开展检查，目标值≥2次，实际1次，分值5分，得2.5分。", "开展检查 ≥2次 1次 5 2.5"),
        ("指标“群众满意度”指标值≥90%，完成值95%，分值10分，得10分。", "群众满意度 ≥90% 95% 10 10"),
        ("生态改善，指标值：定性，完成值：提升，分值10分，得分8分。", "生态改善 定性 提升 10 8"),
        ("工程质量，指标值合格，完成值合格，得10分。", "工程质量 合格 合格 - 10"),
        ("巡查次数目标值12次，实际值13次。", "巡查次数 12次 13次 - -"),
        ("计划培训8期，实际完成9期，分值5分，得5分。", "培训 8期 9期 5 5"),
        ("巡查次数≥12次，实际完成「≥12次」。", "巡查次数 ≥12次 ≥12次 - -"),
    ],
)
def test_an_indicator_in_a_sentence(text, expected):
    (found,) = report(text).appraisals
    (one,) = found.indicators
    entries = (one.name, one.target, one.actual, one.weight, one.score)
    assert " ".join("-" if entry is None else entry.text for entry in entries) == expected
    assert all(text[e.place.start : e.place.end] == e.text for e in entries if e)
    assert not found.complete


@pytest.mark.parametrize("text", [
    "计划培训8期，实际完成9期。", "本年预算100万元，实际支出98万元，完成预算的98%。", "全年预算数100万元，全年执行数90万元，执行率90%。",
])  # fmt: skip
def test_sentences_that_are_no_indicators(text):
    assert not report(text).appraisals


def test_money_of_the_year_with_its_points():
    (found,) = report("全年预算数100万元，全年执行数90万元，执行率90%，分值10分，得9分。").appraisals
    line = found.fund
    assert (line.adjusted.text, line.executed.text) == ("100万元", "90万元")
    assert (line.rate.text, line.weight.text, line.score.text) == ("90%", "10", "9")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2020年“三公”经费支出43.1万元，比2019年43.3万元减少0.2万元。2020年公务接待费支出12万元。", 2020),
        ("2022年度“三公”经费预算21.8万元。2021年度“三公”经费决算20.1万元。", None),
        ("根据2018年印发的办法，购置设备3台。", None),
    ],
)
def test_the_year_of_a_text_without_a_title(text, year):
    found = report(text)
    assert found.year == year
    assert (found.year_place is None) == (year is None)


def test_what_is_said_of_targets_is_no_indicator():
    assert not report("2. 部分绩效指标的目标值定得偏低，原因是沿用了上线前的老口径。").appraisals
