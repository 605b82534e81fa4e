"""Qualitative results: the band that their wording allows, and the stated points within it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.score.indicator import points
from jixiao.score.qualitative import level
from tests.score.build import indicator

LEVELS = {
    "达成年度指标": "met", "达成": "met", "完成": "met", "已完成": "met", "达标": "met", "合格": "met", "有效提升": "met",
    "持续优化": "met", "显著减少": "met", "部分达成年度指标并具有一定效果": "partly", "部分完成": "partly",
    "未达成年度指标且效果较差": "unmet", "未完成": "unmet", "尚未启动": "unmet", "不合格": "unmet",
    "基本完成": "loose", "有所提升": "loose", "群众反映热烈": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEVELS.items())
def test_level_of_a_wording(text, expected):
    assert level(text) == expected


@pytest.mark.parametrize(
    ("actual", "score", "taken"),
    [
        ("有效提升", "10", "10"), ("有效提升", "8", "8"), ("有效提升", "7.99", None), ("部分完成", "8", "8"), ("部分完成", "6", "6"),
        ("部分完成", "10", None), ("未完成", "0", "0"), ("未完成", "6.01", None), ("群众反映热烈", "3", "3"), ("基本完成", "7", "7"),
        ("群众反映热烈", "11", None),
    ],
)  # fmt: skip
def test_stated_points_are_taken_within_the_band(national, actual, score, taken):
    found = points(indicator("服务水平", "提升", actual, score=score), national)
    assert found.points == (None if taken is None else Decimal(taken))


def test_hubei_draws_the_lower_line_at_half(national, hubei):
    row = indicator("服务水平", "提升", "部分完成", score="5")
    assert points(row, national).points is None
    assert points(row, hubei).points == 5


def test_without_a_weight_there_are_no_points(national):
    assert points(indicator("服务水平", "提升", "有效提升", weight="", score=""), national).why_not == "没有分值"
