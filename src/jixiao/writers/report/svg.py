"""Charts as SVG: drawn from the definition alone, without a browser, the same bytes every time.

Every bar carries its value as the report prints it; there is no axis to read off. The tones differ in grey too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from jixiao.model.chart import Chart
from jixiao.model.figure import Figure
from jixiao.writers.report.harmless import harmless

WIDTH = 640
_EDGE = 14
_FONTS = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',SimHei,sans-serif"
# From dark to light and back, so that neighbours differ on a grey printer as well.
_TONES = ("#1f4e79", "#e0923a", "#bcd3e8", "#5f7f4f", "#5b2f6b", "#d8cf9a")
_INK, _SOFT, _RULE = "#1d1f23", "#565b63", "#8a9099"
_TITLE, _LABEL, _VALUE = 15, 12.5, 12  # sizes of letters
_LIGHT = 150  # a tone at least as light takes dark letters
_BAR, _GAP = 18, 14  # thickness of a lying bar, room between two categories
_HEIGHT, _WIDEST = 190, 54  # of the field of columns, of one column
_NAMES = 11 * _LABEL  # the room for names of lying bars
_MOST_LINES = 2  # of a name under a group of columns
_NOTHING = "—"
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a value to its place in the drawing: ``low`` lies at ``start``, ``high`` at ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def draw(chart: Chart) -> str:
    """The chart as one SVG element."""
    top, head = _head(chart)
    if chart.kind == "stacked":
        height, body = _stacked(chart, top)
    elif chart.kind == "column" and _columns_fit(chart):
        height, body = _columns(chart, top)
    else:
        height, body = _bars(chart, top)
    name = re.sub(r"[^\w-]", "-", chart.id) or "chart"
    inner = "".join((*head, *body))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_n(height)}" width="{WIDTH}" height="{_n(height)}"'
        f' role="img" aria-labelledby="{name}-title {name}-desc" font-family="{_FONTS}" fill="{_INK}">'
        f'<title id="{name}-title">{_safe(chart.title)}</title><desc id="{name}-desc">{_safe(chart.alt)}</desc>{inner}</svg>'
    )


# --- what all kinds share ------------------------------------------------------------------------------------------


def _head(chart: Chart) -> tuple[float, list[str]]:
    """Title, unit and legend, and where the drawing may begin."""
    out = [_text(WIDTH / 2, 22, chart.title, _TITLE, anchor="middle", weight=True)]
    top = 36.0
    if chart.unit:
        unit = f"单位：{chart.unit}"
        beside = _width(chart.title, _TITLE) / 2 + _width(unit, 11) + 2 * _EDGE < WIDTH / 2
        top += 0 if beside else 16
        out.append(_text(WIDTH - _EDGE, 22 if beside else 40, unit, 11, anchor="end", fill=_SOFT))
    if len(chart.series) > 1:
        rows, row, used = [], list[tuple[int, str, float]](), 0.0
        for index, series in enumerate(chart.series):
            wide = 17 + _width(series.name, _LABEL) + 18
            if row and used + wide > WIDTH - 2 * _EDGE:
                rows.append((row, used))
                row, used = [], 0.0
            row.append((index, series.name, used))
            used += wide
        for entries, total in (*rows, (row, used)):
            left = (WIDTH - total + 18) / 2
            for index, label, x in entries:
                out.append(_box(left + x, top, 12, 12, _tone(index)))
                out.append(_text(left + x + 17, top + 10.5, label, _LABEL))
            top += 20
    return top + 8, out


def _values(chart: Chart) -> list[list[float | None]]:
    """By series and category; a category that a series does not name has nothing."""
    return [[_value(figure) for figure in _padded(series.figures, len(chart.categories))] for series in chart.series]


def _padded(figures: Sequence[Figure | None], count: int) -> list[Figure | None]:
    return [*figures[:count], *([None] * (count - len(figures)))]


def _value(figure: Figure | None) -> float | None:
    return None if figure is None or figure.value is None else float(figure.value)


def _shown(figure: Figure | None) -> str:
    """What is written at a bar."""
    return (figure.text if figure is not None else "") or _NOTHING


def _widest(chart: Chart) -> float:
    """The width of the longest value."""
    return max((_width(_shown(f), _VALUE) for s in chart.series for f in s.figures), default=0)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """From where to where a scale reaches: zero always lies in it."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    return (low, high) if high > low else (0.0, 1.0)


def _tone(index: int) -> str:
    return _TONES[index % len(_TONES)]


# --- lying bars ----------------------------------------------------------------------------------------------------


def _bars(chart: Chart, top: float) -> tuple[float, list[str]]:
    values = _values(chart)
    names = [_wrapped(name, _NAMES, _LABEL) for name in chart.categories]
    left = _EDGE + max((_width(line, _LABEL) for lines in names for line in lines), default=0) + 10
    room = _widest(chart) + 8
    low, high = _ends([v for row in values for v in row if v is not None])
    scale = _Scale(low, high, left + (room if low < 0 else 0), WIDTH - _EDGE - room)
    out, y = [], top
    for index, lines in enumerate(names):
        thick = max(1, len(chart.series)) * (_BAR + 2)
        height = max(thick, len(lines) * 16)
        middle = y + height / 2
        for number, line in enumerate(lines):
            base = middle + (number - (len(lines) - 1) / 2) * 16 + 4.5
            out.append(_text(left - 10, base, line, _LABEL, anchor="end"))
        for number, series in enumerate(chart.series):
            figure = _padded(series.figures, len(names))[index]
            at = middle - thick / 2 + number * (_BAR + 2) + 1
            out += _bar(figure, values[number][index], scale, at, _tone(number))
        y += height + _GAP
    out.append(_rule(scale.at(0), top - 4, scale.at(0), y - _GAP + 4))
    return y - _GAP + 14, out


def _bar(figure: Figure | None, value: float | None, scale: _Scale, y: float, tone: str) -> Iterator[str]:
    zero = scale.at(0)
    end = scale.at(value or 0)
    if value:
        yield _box(min(zero, end), y, abs(end - zero), _BAR, tone)
    side, anchor = (-5, "end") if value is not None and value < 0 else (5, "start")
    yield _text(end + side, y + _BAR / 2 + 4.3, _shown(figure), _VALUE, anchor=anchor)


# --- standing columns ----------------------------------------------------------------------------------------------


def _slots(chart: Chart) -> float:
    return (WIDTH - 2 * _EDGE) / max(1, len(chart.categories))


def _columns_fit(chart: Chart) -> bool:
    """Whether every value can be written above its column, and every name under its group."""
    each = _slots(chart) * 0.86 / max(1, len(chart.series))
    return _widest(chart) + 4 <= each and all(
        len(_wrapped(c, _slots(chart) - 8, _LABEL)) <= _MOST_LINES for c in chart.categories
    )


def _columns(chart: Chart, top: float) -> tuple[float, list[str]]:
    values = _values(chart)
    low, high = _ends([v for row in values for v in row if v is not None])
    bottom = top + 16 + _HEIGHT
    scale = _Scale(low, high, bottom - (18 if low < 0 else 0), top + 16)
    slot = _slots(chart)
    room = slot * 0.86 / max(1, len(chart.series))
    wide = min(_WIDEST, room * 0.84)
    each = min(room, max(wide + 6, _widest(chart) + 8))
    out: list[str] = []
    for index in range(len(chart.categories)):
        middle = _EDGE + slot * (index + 0.5)
        for number, series in enumerate(chart.series):
            centre = middle + (number - (len(chart.series) - 1) / 2) * each
            figure = _padded(series.figures, len(chart.categories))[index]
            out += _column(figure, values[number][index], scale, (centre, wide), _tone(number))
    return _feet(chart, out, scale, bottom)


def _column(
    figure: Figure | None, value: float | None, scale: _Scale, where: tuple[float, float], tone: str
) -> Iterator[str]:
    centre, wide = where
    zero, end = scale.at(0), scale.at(value or 0)
    if value:
        yield _box(centre - wide / 2, min(zero, end), wide, abs(zero - end), tone)
    below = value is not None and value < 0
    yield _text(centre, end + 14 if below else end - 5, _shown(figure), _VALUE, anchor="middle")


def _feet(chart: Chart, out: list[str], scale: _Scale, bottom: float) -> tuple[float, list[str]]:
    """The line at zero and the names under the groups."""
    slot, deepest = _slots(chart), 0
    out.append(_rule(_EDGE, scale.at(0), WIDTH - _EDGE, scale.at(0)))
    for index, name in enumerate(chart.categories):
        lines = _wrapped(name, slot - 8, _LABEL)
        deepest = max(deepest, len(lines))
        for number, line in enumerate(lines):
            out.append(_text(_EDGE + slot * (index + 0.5), bottom + 18 + number * 16, line, _LABEL, anchor="middle"))
    return bottom + 12 + max(1, deepest) * 16, out


# --- stacked columns -----------------------------------------------------------------------------------------------


def _stacked(chart: Chart, top: float) -> tuple[float, list[str]]:
    values = _values(chart)
    each = range(len(chart.categories))
    ups = [sum(max(0.0, row[i] or 0.0) for row in values) for i in each]
    downs = [sum(min(0.0, row[i] or 0.0) for row in values) for i in each]
    low, high = _ends([*ups, *downs])
    bottom = top + 8 + _HEIGHT
    scale = _Scale(low, high, bottom, top + 8)
    out: list[str] = []
    for index in each:
        centre = _EDGE + _slots(chart) * (index + 0.5)
        figures = [_padded(series.figures, len(chart.categories))[index] for series in chart.series]
        out += _pile(figures, scale, centre, min(_WIDEST * 1.5, _slots(chart) * 0.45))
    return _feet(chart, out, scale, bottom)


def _pile(figures: Sequence[Figure | None], scale: _Scale, centre: float, wide: float) -> Iterator[str]:
    """One column of parts; what is too thin for its value has it on the right, one above the other."""
    up = down = 0.0
    free = scale.at(0) + 4  # the lowest line on which nothing stands yet
    for number, figure in enumerate(figures):
        value = _value(figure)
        if not value:
            continue
        start = up if value > 0 else down
        ends = sorted((scale.at(start), scale.at(start + value)))
        yield _box(centre - wide / 2, ends[0], wide, ends[1] - ends[0], _tone(number))
        middle = (ends[0] + ends[1]) / 2 + 4.3
        if ends[1] - ends[0] >= _VALUE + 3 and _width(_shown(figure), _VALUE) <= wide - 4:
            ink = _INK if _lightness(_tone(number)) >= _LIGHT else "#ffffff"
            yield _text(centre, middle, _shown(figure), _VALUE, anchor="middle", fill=ink)
        else:
            free = min(middle, free - 13)
            yield _text(centre + wide / 2 + 5, free, _shown(figure), _VALUE)
        if value > 0:
            up += value
        else:
            down += value
    if not any(map(_value, figures)):
        shown = next((_shown(f) for f in figures if _value(f) is not None), _NOTHING)
        yield _text(centre, scale.at(0) - 5, shown, _VALUE, anchor="middle")


def _lightness(tone: str) -> float:
    red, green, blue = (int(tone[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


# --- strokes and letters -------------------------------------------------------------------------------------------


def _wrapped(text: str, room: float, size: float) -> list[str]:
    """A name in lines that fit."""
    lines = [""]
    for char in harmless(text).replace("\n", ""):
        if lines[-1] and _width(lines[-1] + char, size) > room:
            lines.append("")
        lines[-1] += char
    return lines


def _width(text: str, size: float) -> float:
    """About as wide as the text will be; rather too much than too little."""
    return sum(0.6 if c.isascii() else 1.0 for c in text) * size


def _box(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"/>'


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{_RULE}"/>'


def _text(
    x: float, y: float, words: str, size: float, *, anchor: str = "start", fill: str = "", weight: bool = False
) -> str:
    more = (f' text-anchor="{anchor}"' if anchor != "start" else "") + (f' fill="{fill}"' if fill else "")
    more += ' font-weight="600"' if weight else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{more}>{_safe(words)}</text>'


def _safe(text: str) -> str:
    return escape(_ILLEGAL.sub("�", harmless(text)))


def _n(value: float) -> str:
    """One decimal, none where it is zero."""
    return f"{value:.1f}".removesuffix(".0")
