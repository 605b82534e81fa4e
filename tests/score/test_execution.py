"""Points of the execution rate: linear and in steps, capped, and the cases without a rate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.score.execution import execution
from tests.score.build import appraisal, line


@pytest.mark.parametrize(
    ("adjusted", "executed", "linear", "steps"),
    [
        ("1107.5", "1107.5", "10", "10"), ("94.8", "89.8", "9.47", "7"), ("100", "80", "8", "7"), ("100", "79.99", "8", "5"),
        ("100", "60", "6", "5"), ("100", "59.99", "6", "0"), ("100", "0", "0", "0"), ("100", "130", "10", "10"),
    ],
)  # fmt: skip
def test_linear_and_stepped(national, stepped, adjusted, executed, linear, steps):
    sheet = appraisal((), [line(adjusted, executed)])
    assert execution(sheet, national).points == Decimal(linear)
    assert execution(sheet, stepped).points == Decimal(steps)


def test_a_budget_of_zero_gives_a_reason_and_never_130_points(national):
    found = execution(appraisal((), [line("0", "130")]), national)
    assert found.points is None
    assert found.why_not == "全年预算数为0，执行率无法计算"


def test_a_total_row_of_zero_takes_the_sum_of_its_parts(national):
    parts = [line("0", "0", score="0"), line("90", "90", weight="", score="", fund="fiscal")]
    found = execution(appraisal((), parts), national)
    assert (found.points, found.ratio, found.stated) == (10, 100, 0)


@pytest.mark.parametrize(("rate", "expected"), [("94.7%", "9.47"), ("0.947", "9.47"), ("94.7", "9.47"), ("100%", "10")])
def test_the_printed_rate_serves_where_amounts_are_missing(national, rate, expected):
    assert execution(appraisal((), [line(rate=rate)]), national).points == Decimal(expected)


def test_without_a_money_row_or_amounts(national):
    assert execution(appraisal(()), national) is None
    assert execution(appraisal((), [line()]), national).why_not == "没有全年预算数或全年执行数"


def test_the_weight_of_the_pack_where_none_is_printed(national, hubei):
    sheet = appraisal((), [line("100", "50", weight="")])
    assert execution(sheet, national).points == 5
    assert execution(sheet, hubei).points == 10
