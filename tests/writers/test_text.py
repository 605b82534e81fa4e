import re
from itertools import pairwise
from pathlib import Path

import pytest

from jixiao.writers import write
from jixiao.writers.view import Look
from jixiao.writers.width import columns

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "look"), [("zh-80", Look()), ("en-100", Look("en", columns=100, verbose=True))])
def test_the_terminal_shows_exactly_this(audit, name, look):
    assert "".join(write([audit], "text", look)) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_line_fits_and_every_caret_stands_under_its_words(audit, width):
    lines = "".join(write([audit], "text", Look(columns=width))).splitlines()
    assert all(columns(line) <= width for line in lines)
    carets = [(above, line) for above, line in pairwise(lines) if set(line.strip("│ ")) == {"^"}]
    expected = [f.places[0].quote for f in audit.findings]
    assert len(carets) == len(expected)
    for (above, line), quote in zip(carets, expected, strict=True):
        begin = columns(line[: line.index("^")])
        at = next(n for n in range(len(above) + 1) if columns(above[:n]) == begin)
        assert above[at:].startswith(quote)
        assert line.count("^") == max(1, columns(quote))


def test_colours_change_nothing_but_the_colour(audit):
    coloured = "".join(write([audit], "text", Look(colour=True)))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == "".join(write([audit], "text"))


def test_an_unreadable_file_is_said_in_a_sentence(unreadable):
    text = "".join(write([unreadable], "text"))
    assert "文件有密码，没有读取 [encrypted]" in text
    assert "未能读取" in text


def test_several_reports_end_with_one_line_over_all(audit):
    assert "".join(write([audit, audit], "text")).endswith("共 2 份报告  错误 4  预警 2  提示 2\n")
