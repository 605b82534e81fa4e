"""Rates and shares: each is the rounding of its own amounts, and a list adds up as printed wherever it can."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.compose.sentences.working import difference, rate, shares
from jixiao.model.figure import Figure


def figure(text, name="a"):
    return Figure(name, name, text, "万元", Decimal(text))


def parts_of(*amounts):
    parts = [figure(amount, f"p{number}") for number, amount in enumerate(amounts)]
    return parts, figure(f"{sum(map(Decimal, amounts)):f}", "whole")


@pytest.mark.parametrize(
    ("amounts", "printed", "exact"),
    [
        (("221.67", "885.83"), ["20.02", "79.98"], True),
        (("1", "1", "1"), ["33.33", "33.33", "33.33"], False),  # thirds make 100 at no number of decimals
        (("1", "1", "4"), ["16.7", "16.7", "66.7"], False),
        (("50", "50"), ["50", "50"], True),
        (("200.01", "1799.99"), ["10", "90"], True),
        (("12.345", "87.655"), ["12.3", "87.7"], True),  # two halves rounded up make 100.01 at two decimals
    ],
)
def test_shares_add_up_as_printed_or_say_that_they_do_not(amounts, printed, exact):
    found, fits = shares(*parts_of(*amounts))
    assert fits is exact
    if exact:
        assert [one.text for one in found] == printed
        assert sum(one.value for one in found) == 100


def test_parts_that_do_not_make_the_whole_have_nothing_to_add_up_to():
    found, fits = shares([figure("1"), figure("2", "b")], figure("9", "whole"))
    assert ([one.text for one in found], fits) == (["11.11", "22.22"], True)


@given(st.lists(st.integers(1, 10**7), min_size=2, max_size=6))
def test_no_share_is_bent_to_fill_the_hundred(cents):
    parts, whole = parts_of(*(f"{Decimal(one) / 100:f}" for one in cents))
    found, fits = shares(parts, whole)
    for part, share in zip(parts, found, strict=True):
        decimals = max(0, -share.value.as_tuple().exponent)
        step = Decimal(1).scaleb(-max(decimals, 1))
        assert abs(share.value - part.value / whole.value * 100) <= step / 2 + (0 if decimals else Decimal("0.5"))
    assert fits == (sum(one.value for one in found) == 100)


def test_a_difference_is_as_fine_as_the_finer_and_a_rate_has_no_idle_zeros():
    assert difference(figure("20.4"), figure("16.85", "b")).text == "3.55"
    assert difference(figure("20.4"), figure("16.4", "b")).text == "4"
    assert rate(figure("1"), figure("1", "b")).text == "100"
    assert rate(figure("1"), figure("0", "b")) is None
