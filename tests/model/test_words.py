"""One spelling for the same character, and never another length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.words import plain, squeezed


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("１１０７．５", "1107.5"),
        ("100％", "100%"),
        ("(万元)", "（万元）"),
        ("其中:甲,乙;丙?丁!", "其中：甲，乙；丙？丁！"),
        ("≧30≦5", "≥30≤5"),
        ("－3 –4", "-3 -4"),
        ("甲\u3000乙\u00a0丙\t丁", "甲 乙 丙 丁"),
        ("ＡＢｃ＋＝＜＞", "ABc+=<>"),
        ("支出合计", "支出合计"),
        ("", ""),
    ],
)
def test_spellings(written, spelled):
    assert plain(written) == spelled


@given(st.text())
def test_the_length_stays_and_once_is_enough(text):
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_labels_broken_over_lines():
    assert squeezed(" 年初\n 预算数　(万元) ") == "年初预算数（万元）"
