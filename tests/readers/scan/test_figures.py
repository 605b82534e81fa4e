"""Signs that only look like digits: inside figures they are digits and doubtful, elsewhere they stay what they are."""

from __future__ import annotations

import pytest

from jixiao.readers.scan.decoding import Letter
from jixiao.readers.scan.figures import mended, tokens


def read(text: str) -> list[Letter]:
    return mended([Letter(char, 0.99, 0.0) for char in text])


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("2O4.87", "204.87"),
        ("l,204.87", "1,204.87"),
        ("885。83", "885.83"),
        ("12I.5万元", "121.5万元"),
        ("1S0", "150"),
        ("1.204.87", "1,204.87"),
    ],
)
def test_what_looks_like_a_digit_in_a_figure_is_one_and_doubtful(seen, meant):
    letters = read(seen)
    assert "".join(one.char for one in letters) == meant
    assert min(one.confidence for one in letters) < 0.9


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("1，204.87", "1,204.87"), ("９７．５％", "97.5%"), ("(一)", "（一）"), ("（2)", "（2）"), ("9一11分", "9—11分")],
)
def test_signs_of_another_width_are_put_right_and_sure(seen, meant):
    letters = read(seen)
    assert "".join(one.char for one in letters) == meant
    assert min(one.confidence for one in letters) > 0.9


@pytest.mark.parametrize(
    "text", ["PM2.5", "2023.5.30", "1.1.2", "A4", "SO2", "共3项，5个", "第1条。2023年", "OK", "12，34", "(2)"]
)
def test_everything_else_stays(text):
    assert "".join(one.char for one in read(text)) == text


def test_a_figure_is_one_word_with_its_unit():
    assert [("共支出1,204.8万元"[a:b], figure) for a, b, figure in tokens("共支出1,204.8万元")][-1] == (
        "1,204.8万元",
        True,
    )
