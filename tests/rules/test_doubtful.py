"""Findings on doubtful words accuse nobody; a digit that alone explains a contradiction is said to be misread."""

from __future__ import annotations

import pytest

from jixiao.model.document import Doubt
from jixiao.model.finding import Finding
from jixiao.model.place import Place
from jixiao.rules.doubtful import parted


def place(quote, start=0, row=2, column=3, block=4):
    return Place("body", block, start, start + len(quote), quote, row, column)


def finding(*places, expected="", found=""):
    return Finding("FG101", "error", places, expected, found)


def test_without_doubts_every_finding_stands():
    one = finding(place("1107.5"))
    assert parted((one,), ()) == ((one,), ())


def test_a_finding_on_sure_words_stands_beside_a_doubtful_one():
    sure, unsure = finding(place("88.9", row=5)), finding(place("1107.5"))
    found, unclear = parted((sure, unsure), (Doubt(place("1107.5"), 0.6),))
    assert found == (sure,)
    assert [one.finding for one in unclear] == [unsure]


def test_a_finding_is_withheld_when_any_figure_it_rests_on_is_doubtful():
    one = finding(place("300", row=2), place("120", row=3), place("170", row=4))
    assert not parted((one,), (Doubt(place("170", row=4), 0.5),))[0]


def test_other_words_of_the_same_cell_do_not_withhold_it():
    one = finding(place("1107.5", start=0))
    assert parted((one,), (Doubt(place("万元", start=6), 0.5),))[0] == (one,)


@pytest.mark.parametrize(
    ("expected", "found", "doubtful", "misread"),
    [
        ("1107.5万元", "1101.5万元", "1101.5万元", True),  # 7 read as 1 in the sum itself
        ("300", "290", "180", True),  # 190 read as 180 in a part: the sum of the parts is 10 too small
        ("300", "287", "180", False),  # no one digit is worth 13
        ("63.07%", "68.07%", "68.07%", True),
        ("一致", "不一致", "180", False),
        ("1,107.50", "1,101.50", "1,101.50", True),
        ("5", "5", "3", False),
        ("2023年100", "2023年90", "180", False),  # two numbers: not clear which is meant
    ],
)
def test_one_other_digit_explains_it(expected, found, doubtful, misread):
    one = finding(place(doubtful), expected=expected, found=found)
    _, (unclear,) = parted((one,), (Doubt(place(doubtful), 0.5),))
    assert unclear.misread is misread


@pytest.mark.parametrize("quote", ["", "〇", "9" * 500, "1.2.3", "，，，", "-", "①"])
def test_strange_words_are_no_numbers(quote):
    one = finding(place(quote or " "), expected=quote, found="3")
    parted((one,), (Doubt(place(quote or " "), 0.1),))
