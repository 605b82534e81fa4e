"""Numbers of a running text: what is one, what is none, and how precise it is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.quantities import quantities, single
from jixiao.model.words import plain


def read(text):
    return [q.amount.text for q in quantities(plain(text))]


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1107.5万元", "11075000", "1000"),
        ("１，１０７．５０万元", "11075000", "100"),
        ("1, 537.4万元", "15374000", "1000"),
        ("1.537.4万元", "15374000", "1000"),
        ("3.2亿元", "320000000", "10000000"),
        ("39万2696元", "392696", "1"),
        ("1亿2000万元", "120000000", "10000"),
        ("59.49万件", "594900", "100"),
        ("5千件", "5000", "1000"),
        ("14个", "14", "0"),
        ("0万元", "0", "0"),
        ("98.5％", "98.5", "0.1"),
        ("877.39 万元", "8773900", "100"),
    ],
)
def test_a_number_has_a_value_and_the_precision_of_its_print(text, value, step):
    (found,) = quantities(plain(text))
    assert (found.amount.value, found.amount.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    "text",
    [
        "2023年度", "2022—2024年", "2024年5月30日", "2024.5.30", "财预〔2020〕10号", "第3条", "联系电话：0730-8690000", "13900000000",
        "“12345”热线", "1、", "（2）", "12月底", "A4纸",
    ],
)  # fmt: skip
def test_years_dates_and_codes_are_no_quantities(text):
    assert read(text) == []


def test_sign_range_and_looseness():
    assert [(q.sign, q.amount.text) for q in quantities("≥30万件，≤0次")] == [(">=", "≥30万件"), ("<=", "≤0次")]
    assert [q.loose for q in quantities("约100万元，100余万元，近5万人，100万元")] == [True, True, True, False]
    assert [q.loose for q in quantities("较预算节约2.72万元，签约3个")] == [False, False]


def test_a_list_number_is_not_glued_to_what_follows():
    assert read("1.支出100万元\n2、支出50万元") == ["100万元", "50万元"]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1,107.50", "万元", "11075000"), ("１１０７．５万元", "", "11075000"), ("100％", "", "100"), ("　0.97", "万元", "9700"),
        ("59.49万件", "", "594900"), ("-5.2", "%", "-5.2"), ("12.5万", "万元", "125000"), ("¥1,200", "元", "1200"),
    ],
)  # fmt: skip
def test_a_cell_with_one_number(text, unit, value):
    amount = single(text, unit)
    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize("text", ["", "—", "——", "/", "无", "2023年", "80-90", "≥30万件", "提升", "1、", "12 34"])
def test_a_cell_without_one_number(text):
    assert single(text) is None


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["元", "万元", "亿元", "%", "件", "万件"]))
def test_what_was_printed_is_read_back(number, unit):
    for spelling in (f"{number}{unit}", f"{number:,}{unit}", f"支出{number} {unit}。"):
        (found,) = quantities(plain(spelling))
        assert (found.amount.number, found.amount.unit) == (number, unit)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    for found in quantities(plain(text)):
        assert 0 <= found.start < found.end <= len(text)
