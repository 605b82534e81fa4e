from __future__ import annotations

import itertools
import re

import pytest
from lxml import etree

from jixiao.model.chart import Chart, Series
from jixiao.writers.report.svg import WIDTH, draw
from tests.writers.report.sample import figure, manuscript

KINDS = ("bar", "column", "stacked")


def chart(kind, *rows, categories=("甲", "乙", "丙"), title="题"):
    series = tuple(
        Series(f"系列{n}", tuple(None if one is None else figure("x", "x", one) for one in row))
        for n, row in enumerate(rows, 1)
    )
    return Chart("c.1", kind, title, "万元", categories, series, "说明")


def bars(text):
    """Widths and heights of all boxes but those of the legend."""
    boxes = re.findall(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"', text)
    return [tuple(map(float, box)) for box in boxes if box[2:] != ("12", "12")]


def words(text):
    return [node.text for node in etree.fromstring(text).iter("{*}text")]


@pytest.mark.parametrize("one", manuscript().charts, ids=lambda one: one.id)
def test_every_value_is_written(one):
    shown = words(draw(one))
    for series in one.series:
        assert all(figure.text in shown for figure in series.figures if figure and figure.text)


def test_it_can_be_told_to_those_who_cannot_see_it():
    root = etree.fromstring(draw(manuscript().charts[0]))
    assert root.get("role") == "img"
    ids = root.get("aria-labelledby").split()
    assert [node.get("id") for node in root[:2]] == ids
    assert root[1].text == manuscript().charts[0].alt


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_gives_the_same_bytes(kind):
    assert draw(chart(kind, ("1", "2", None))) == draw(chart(kind, ("1", "2", None)))


def test_lengths_are_as_the_values():
    widths = [box[2] for box in bars(draw(chart("bar", ("10", "20", "40"))))]
    assert widths == pytest.approx([widths[2] / 4, widths[2] / 2, widths[2]], abs=0.2)


def test_nothing_is_a_dash_and_zero_is_a_zero():
    shown = words(draw(chart("column", (None, "0", "3"))))
    assert "—" in shown
    assert "0" in shown
    assert len(bars(draw(chart("column", (None, "0", "3"))))) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_below_zero_lies_on_the_other_side(kind):
    first, second = bars(draw(chart(kind, ("-5", "5"), categories=("甲", "乙"))))
    axis = 0 if kind == "bar" else 1
    low = first if kind == "bar" else second
    high = second if kind == "bar" else first
    assert low[axis] + low[axis + 2] == pytest.approx(high[axis], abs=0.2)


def test_parts_too_thin_for_their_value_have_it_beside():
    shown = words(draw(chart("stacked", ("100",), ("0.05",), ("0.04",), categories=("甲",))))
    assert {"100", "0.05", "0.04"} <= set(shown)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [(), ((),), ((None,),), (("0",),), (("≥30万件",),), (("1",) * 9,)])
def test_whatever_comes_is_drawn_within_the_picture(kind, rows):
    root = etree.fromstring(draw(chart(kind, *rows)))
    assert all(0 <= float(node.get("x")) <= WIDTH for node in root.iter("{*}text"))
    assert "nan" not in etree.tostring(root).decode()


def test_columns_too_narrow_for_their_values_lie_down():
    many = chart("column", *[("10000.55",) * 9] * 4, categories=tuple(f"第{n}类" for n in range(9)))
    boxes = bars(draw(many))
    assert len(boxes) == 36
    assert all(width > height for _, _, width, height in boxes)


def test_words_are_never_read_as_markup():
    text = draw(chart("bar", ("1",), categories=("<script>x</script>&\x00\ufffe",), title='"><svg onload=x>'))
    assert "<script>x" not in text
    assert "onload=x" in "".join(words(text))
    etree.fromstring(text)


def test_long_names_are_broken_and_lose_nothing():
    name = "政务服务一体化平台运行维护及网络安全等级保护测评经费"
    assert name in "".join(words(draw(chart("bar", ("1",), categories=(name,)))))


def test_the_tones_differ_in_grey():
    from jixiao.writers.report import svg

    shades = [svg._lightness(tone) for tone in svg._TONES]
    assert all(abs(a - b) > 35 for a, b in itertools.pairwise(shades))
