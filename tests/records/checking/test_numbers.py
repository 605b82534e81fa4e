"""Amounts, numbers and counts as people and systems write them."""

from decimal import Decimal

import pytest

from tests.records.checking.asked import kept


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("1234.5", "1234.50"), ("1,234.50", "1234.50"), ("￥1,234.50", "1234.50"), ("¥1234.5元", "1234.50"), ("(1,234.50)", "-1234.50"),
        ("（500）", "-500.00"), ("-500", "-500.00"), ("12.5万元", "125000.00"), ("12.5万", "125000.00"), ("1.2亿元", "120000000.00"),
        ("１２３．４", "123.40"), ("人民币100元", "100.00"), ("0", "0.00"), ("1234.5600000001", "1234.56"), (" 9 700 ", "9700.00"),
    ],
)  # fmt: skip
def test_an_amount_in_yuan(text, yuan):
    assert kept("money", text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text", ["十元", "12a", "1,2,3.4.5", "%5", "万元", "99999999999999999999", "", "见附件", "1'; --"]
)
def test_what_is_no_amount_is_none(text):
    assert kept("money", text) is None


@pytest.mark.parametrize(
    ("heading", "text", "yuan"),
    [
        ("金额（万元）", "0.97", "9700.00"),
        ("金额(亿元)", "1", "100000000.00"),
        ("金额（元）", "0.97", "0.97"),
        ("金额（万元）", "9700元", "9700.00"),  # the cell says it itself
        ("金额（万元）", "0.97万元", "9700.00"),
    ],
)
def test_a_heading_may_say_what_amounts_are_counted_in(heading, text, yuan):
    assert kept("money", text, heading=heading) == Decimal(yuan)


@pytest.mark.parametrize(("type_", "value"), [("DOUBLE", 0.1 + 0.2), ("DECIMAL(10,4)", Decimal("0.3")), ("BIGINT", 3)])
def test_numbers_that_a_file_has_as_such(type_, value):
    assert kept("money", value, type_) == round(Decimal(value), 2)
    assert kept("money", value, type_, heading="金额（万元）") == round(Decimal(value) * 10_000, 2)


@pytest.mark.parametrize(("text", "many"), [("3", 3), ("3.0", 3), ("1,000", 1000), ("-2", -2), ("１２", 12)])
def test_a_count(text, many):
    assert kept("integer", text) == many


@pytest.mark.parametrize("text", ["3.5", "三", "1e400", "3 4 x"])
def test_what_is_no_count_is_none(text):
    assert kept("integer", text) is None


STARS = {"5": ("非常满意", "五星"), "1": ("非常不满意",)}


@pytest.mark.parametrize(
    ("text", "stars"), [("5", 5), ("五星", 5), ("非常不满意", 1), ("1.0", 1), ("3", None), ("满意", None)]
)
def test_stars_and_their_words(text, stars):
    assert kept("integer", text, values=STARS) == stars


def test_a_number_keeps_six_decimals():
    assert kept("number", "12.345678") == Decimal("12.345678")
