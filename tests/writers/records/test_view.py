"""How the parts of an indicator are summed up and printed."""

from decimal import Decimal

import pytest

from jixiao.writers.records.view import grouped, part, printed


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("99.9999", "%", "99.99%"), ("100", "%", "100.00%"), ("100.004", "%", "100.00%"), ("66.666666", "%", "66.67%"),
        ("591260", "件", "591,260件"), ("1107.5", "万元", "1,107.5万元"), ("-0.5", "个", "-0.5个"), ("0", "%", "0.00%"),
    ],
)  # fmt: skip
def test_a_value_is_printed_so_that_less_than_all_never_looks_like_all(value, unit, text):
    assert printed(Decimal(value), unit) == text


def test_months_of_different_size_weigh_by_their_cases():
    whole = part("全年", "rate", "%", [(Decimal(1), Decimal(2), 2), (Decimal(98), Decimal(98), 98)], 1)
    assert (whole.text, whole.rows) == ("99.00%", 100)


def test_a_month_without_cases_has_no_rate_rather_than_none_in_time():
    assert part("2023-02", "rate", "%", [(Decimal(0), Decimal(0), 0)], 1).text == "—"


def test_money_in_yuan_is_summed_before_it_is_told_in_ten_thousands():
    money = part("民政局", "total", "万元", [(Decimal("10000.10"), None, 1), (Decimal("4999.90"), None, 1)], 10_000)
    assert (money.text, money.denominator) == ("1.5万元", None)


def test_thousands_are_parted_and_signs_kept():
    assert [grouped(Decimal(n)) for n in ("1234567.80", "-1234", "-0.25", "0")] == [
        "1,234,567.8",
        "-1,234",
        "-0.25",
        "0",
    ]
