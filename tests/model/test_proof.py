"""A value is printed so that nobody is misled."""

from datetime import datetime
from decimal import Decimal

import pytest

from jixiao.model.proof import Proof, Source, printed

YEAR = datetime(2023, 1, 1), datetime(2024, 1, 1)  # noqa: DTZ001 - wall time


def proof(value, unit="%", measure="rate", sources=()):
    return Proof(
        "CS03", "办件按时办结率", unit, measure, value, "", Decimal(1), Decimal(1), *YEAR, 1, sources, "SELECT 1", "口径",
        "自拟口径", verified=False, names=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(100), "100.00%"),
        (Decimal("99.999"), "99.99%"),  # not 100.00%
        (Decimal("99.995"), "99.99%"),
        (Decimal("100.004"), "100.00%"),
        (Decimal(200) / 3, "66.67%"),
        (Decimal("0.005"), "0.01%"),
        (None, "—"),
    ],
)
def test_a_share_has_two_decimals_and_is_100_only_where_it_is(value, text):
    assert proof(value).text == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal(594900), "件", "594900件"),
        (Decimal("0.97"), "万元", "0.97万元"),
        (Decimal("877.391234"), "万元", "877.391234万元"),
        (Decimal("1E+3"), "件", "1000件"),
        (Decimal(0), "件", "0件"),
    ],
)
def test_a_sum_keeps_every_digit(value, unit, text):
    assert proof(value, unit, "total").text == text


def test_a_mean_has_two_decimals():
    assert printed(Decimal("1.5"), "天") == "1.50天"


def test_rows_are_counted_over_all_sources():
    sources = (Source("review", "甲.csv", "", 10, 1, 0), Source("review", "乙.csv", "", 5, 2, 1))
    assert (proof(Decimal(1), sources=sources).read, proof(Decimal(1), sources=sources).refused) == (15, 3)
