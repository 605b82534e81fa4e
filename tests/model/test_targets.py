"""What a target field states."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.targets import target


@pytest.mark.parametrize(
    ("text", "sign", "low", "unit"),
    [
        ("≥30万件", ">=", "30", "万件"), ("＞5", ">", "5", ""), ("不低于90%", ">=", "90", "%"), ("达到25所", ">=", "25", "所"),
        ("95%以上", ">=", "95", "%"),
        ("30万元以内", "<=", "30", "万元"), ("不超过30万元", "<=", "30", "万元"), ("大于等于90%", ">=", "90", "%"), ("小于3次", "<", "3", "次"),
        ("=100%", "=", "100", "%"), ("100%", "", "100", "%"), ("0", "", "0", ""), ("≤ 1,179.7万元", "<=", "1179.7", "万元"),
        ("≤5万元/公里", "<=", "5", "万元"), ("控制在30万元以内", "<=", "30", "万元"), ("≥9０％", ">=", "90", "%"), ("至少12次", ">=", "12", "次"),
    ],
)  # fmt: skip
def test_sign_and_bound(text, sign, low, unit):
    from jixiao.model.words import plain

    found = target(plain(text))
    assert (found.sign, found.low.number, found.low.unit) == (sign, Decimal(low), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("80-90", "80", "90"),
        ("80%～90%", "80", "90"),
        ("80%-90%", "80", "90"),
        ("3至5个", "3", "5"),
        ("≥80%且≤90%", "80", "90"),
    ],
)
def test_range(text, low, high):
    found = target(text)
    assert (found.sign, found.low.number, found.high.number) == ("range", Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["定性", "提升", "及时率", "2023年12月底前", "12月31日前完成", "有效提高", "——", "达成年度指标"]
)
def test_words_keep_their_wording(text):
    found = target(text)
    assert (found.sign, found.low, found.text) == ("text", None, text)


def test_sign_and_unit_of_other_columns():
    found = target("90", ">=", "%")
    assert (found.sign, found.low.number, found.low.unit) == (">=", Decimal(90), "%")


@given(
    st.sampled_from(["≥", "≤", ">", "<", "="]),
    st.decimals(0, 10**6, places=2),
    st.sampled_from(["万元", "%", "个", "人次", ""]),
)
def test_any_printed_number_is_found_again(sign, number, unit):
    found = target(f"{sign}{number}{unit}")
    assert (found.low.number, found.low.unit, found.sign) == (number, unit, {"≥": ">=", "≤": "<="}.get(sign, sign))


@given(st.text(max_size=40))
def test_never_raises(text):
    target(text)
