"""Points of one indicator: every convention of domain.md as a table, and each boundary by name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.score.indicator import points
from tests.score.build import indicator

FORWARD = [  # name, target, actual, points of 10, met, ratio
    ("办件量", "≥30万件", "59.49万件", "10", True, "198.3"),
    ("办件量", "≥100件", "100件", "10", True, "100"),
    ("办件量", ">100件", "100件", "10", True, "100"),
    ("办件量", "≥100件", "99件", "9.9", False, "99"),
    ("办件量", "≥3件", "2件", "6.67", False, "66.7"),
    ("办件量", "≥100件", "0件", "0", False, "0"),
    ("增长率", "≥5%", "-2%", "0", False, "-40"),
    ("跨省通办事项", "180项", "186项", "10", True, "103.3"),
    ("培训人次", "200人次", "150人次", "7.5", False, "75"),
    ("达标项数", "=5项", "5项", "10", True, "100"),
    ("达标项数", "=5项", "6项", "10", True, "120"),
    ("达标项数", "=5项", "4项", "8", False, "80"),
    ("安全事故次数", "=0次", "0次", "10", True, None),
    ("安全事故次数", "=0次", "1次", "0", False, None),
]
REVERSE = [  # name, target, actual, linear, ratio
    ("项目总成本", "≤100万元", "94.7万元", "10", "10"),
    ("项目总成本", "≤100万元", "100万元", "10", "10"),
    ("项目总成本", "≤100万元", "150万元", "5", "6.67"),
    ("项目总成本", "<100万元", "199万元", "0.1", "5.03"),
    ("项目总成本", "≤100万元", "200万元", "0", "5"),
    ("项目总成本", "≤100万元", "300万元", "0", "3.33"),
    ("投诉次数", "3次", "4次", "6.67", "7.5"),
    ("网络故障次数", "≤0次", "0次", "10", "10"),
    ("网络故障次数", "≤0次", "1次", "0", "0"),
    ("网络故障发生率", "0", "0", "10", "10"),
    ("平均成本变动", "≤5%", "-3%", "10", "10"),
]
SAME = [  # pairs that say the same in other units
    ("≥30万件", "590千件", "≥30万件", "59万件"),
    ("≥98%", "0.97", "≥98%", "97%"),
    ("0.98", "97%", "98%", "97%"),
    ("80个", "72", "80个", "72个"),
    ("≤100万元", "1500000元", "≤100万元", "150万元"),
    ("≥30万件", "285000", "≥30万件", "28.5万件"),
    ("≥20个", "18家", "≥20个", "18个"),
]


@pytest.mark.parametrize(("name", "target", "actual", "expected", "met", "ratio"), FORWARD)
def test_forward_and_equal(national, name, target, actual, expected, met, ratio):
    found = points(indicator(name, target, actual), national)
    assert (found.points, found.met) == (Decimal(expected), met)
    assert (None if found.ratio is None else f"{found.ratio:.1f}") == (
        None if ratio is None else f"{Decimal(ratio):.1f}"
    )


@pytest.mark.parametrize(("name", "target", "actual", "linear", "ratio"), REVERSE)
def test_reverse_by_both_conventions(national, hubei, name, target, actual, linear, ratio):
    row = indicator(name, target, actual)
    assert points(row, national).points == Decimal(linear)
    assert points(row, hubei).points == Decimal(ratio)


@pytest.mark.parametrize(("target", "actual", "same_target", "same_actual"), SAME)
def test_units_do_not_change_the_points(national, target, actual, same_target, same_actual):
    one = points(indicator("成本" if "元" in target else "办理", target, actual), national)
    other = points(indicator("成本" if "元" in target else "办理", same_target, same_actual), national)
    assert one.points is not None
    assert (one.points, one.ratio) == (other.points, other.ratio)


@pytest.mark.parametrize(
    ("name", "actual", "expected", "ratio"),
    [
        ("覆盖率", "85%", 10, 100), ("覆盖率", "80%", 10, 100), ("覆盖率", "90%", 10, 100), ("覆盖率", "72%", 9, 90),
        ("覆盖率", "99%", None, 110), ("故障占比", "99%", 9, 110),
    ],
)  # fmt: skip
def test_range(national, name, actual, expected, ratio):
    found = points(indicator(name, "80%-90%", actual), national)
    assert (found.points, found.ratio) == (expected, ratio)


@pytest.mark.parametrize(
    ("name", "target", "actual", "reason"),
    [
        ("验收合格率", "100%", "完成", "不是一个数"),
        ("资金拨付时间", "12月底前", "11月", "日期"),
        ("验收合格率", "100%", "", "没有填"),
        ("服务水平", "提升", "", "没有填"),
        ("办件量", "≥100件", "98%", "单位不同"),
        ("完成时间", "30天", "35天", "方向不明"),
        ("成本", "=100万元", "110万元", "方向不明"),
        ("增长率", "≥-5%", "-8%", "方向不明"),
        ("检查次数", "0次", "3次", "方向不明"),
    ],
)
def test_what_cannot_be_told_is_not_computed(national, name, target, actual, reason):
    found = points(indicator(name, target, actual), national)
    assert found.points is None
    assert reason in found.why_not


def test_a_sentence_without_weight_still_tells_whether_it_was_met(national):
    found = points(indicator("培训", "≥500人次", "1,120人次", weight="", score=""), national)
    assert (found.points, found.met, found.ratio) == (None, True, Decimal(224))


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("项目总成本", -1), ("投诉次数", -1), ("投诉办结率", 1), ("故障修复率", 1), ("成本节约率", 1), ("群众满意度", 1),
        ("平均办理时限", -1), ("不合格率", -1), ("办件量", 1), ("工期", 0),
    ],
)  # fmt: skip
def test_direction_by_wording(national, name, way):
    from jixiao.score.direction import direction

    assert direction(indicator(name, "10", "8")) == way


def test_cost_class_is_reverse_whatever_the_name():
    from jixiao.score.direction import direction

    assert direction(indicator("甲类", "10", "8", kind2="cost_economic")) == -1


def test_every_computed_point_has_its_trace(national):
    (step,) = points(indicator("项目总成本", "≤1179.7万元", "1107.5万元"), national).trace
    assert step.result == "10"
    assert ("完成值", "1107.5万元") in step.numbers
    assert step.cite in national.citations
