"""Amounts as people write them: none is taken wrongly, and what is not sure is asked back."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.filing.amounts import UNITS, Unclear, entered, take, take_points
from jixiao.filing.mistakes import rules
from tests.filing.spellings import ASKED, TAKEN


def test_there_are_enough_spellings():
    assert len({spelling[:2] for spelling in (*TAKEN, *ASKED)}) >= 150


@pytest.mark.parametrize(("dimension", "written", "wanted"), TAKEN)
def test_amount_is_taken_for_what_it_is(dimension, written, wanted):
    taken = take(written, dimension)
    assert (taken.amount.text if taken.amount else None) == wanted
    if taken.amount:
        assert f"{taken.amount.number:f}{taken.amount.unit}" == taken.amount.text
        assert taken.amount.decimals == len(f"{taken.amount.number:f}".partition(".")[2])


@pytest.mark.parametrize(("dimension", "written", "rule"), ASKED)
def test_amount_that_is_not_sure_is_asked_back(dimension, written, rule):
    with pytest.raises(Unclear) as asked:
        take(written, dimension)
    assert asked.value.rule == rule
    assert rules()[rule]["zh"].format(**asked.value.words)


@pytest.mark.parametrize("written", ["1,107.50", "１１０７．５", "11075000元", "—", "'1107.5", "1.1075E3", "0.1234567"])
def test_what_was_understood_as_something_else_is_told(written):
    assert take(written, "money").told


@pytest.mark.parametrize("written", ["1107.5", "1107.5万元", " 1107.5 ", "", "0"])
def test_what_was_read_as_it_stands_is_not_told(written):
    assert not take(written, "money").told


@given(st.decimals(-(10**7), 10**7, allow_nan=False, allow_infinity=False, places=4), st.sampled_from(["money"]))
@settings(max_examples=200)
def test_what_we_write_we_take_for_the_same(number, dimension):
    amount = entered(number, UNITS[dimension])
    found = take(amount.text, dimension)
    assert (found.amount.number, found.amount.unit) == (number, amount.unit)


@given(st.text(max_size=12) | st.text("0123456789.,，．%万元亿人 -+≥约", max_size=12), st.sampled_from(sorted(UNITS)))
@settings(max_examples=300)
def test_nothing_that_is_typed_breaks_it(written, dimension):
    with suppress(Unclear):
        take(written, dimension)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("5", 5),
        ("5分", 5),
        ("５", 5),
        ("7.5", Decimal("7.5")),
        ("5%", 5),
        ("", None),
        ("—", None),
        ("0", 0),
        ("100", 100),
    ],
)
def test_points(written, wanted):
    assert take_points(written)[0] == wanted


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("101", "points_range"),
        ("-1", "points_range"),
        ("五", "points_unclear"),
        ("5.5.5", "points_unclear"),
        ("5-10", "points_unclear"),
        ("5个", "points_unclear"),
    ],
)
def test_points_that_are_none(written, rule):
    with pytest.raises(Unclear) as asked:
        take_points(written)
    assert asked.value.rule == rule
