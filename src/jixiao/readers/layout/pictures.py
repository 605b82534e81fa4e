"""Charts that no tag tells (图表): coloured bars that hold no words, and the words beside them that are no sentences."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.readers.layout.lines import Line
from jixiao.readers.layout.page import Box, Glyph

_THICK = 4.0  # points: what is thinner is a line
_BARS = 2  # so few bars make a chart
_APART = 45.0  # points between the bars, the names of an axis, and the legend of one chart
_ABOVE = 1.6  # ems above a bar in which its figure stands
_BELOW = 2.2  # ems below the bars in which their names stand
_SENTENCE = "。；;！？"
_LONG = 30  # characters: no label is so long


def without_charts(
    lines: Sequence[Line], shapes: Sequence[Box], tables: Sequence[Box], glyphs: Sequence[Glyph]
) -> list[Line]:
    """The lines that stand beside no bars."""
    bars = [one for one in shapes if min(one.x1 - one.x0, one.bottom - one.top) > _THICK and not _in_table(one, tables)]
    bands = [
        (top, bottom) for top, bottom, boxes in _bands(bars)
        if len(boxes) >= _BARS and not any(box.holds((one.x0 + one.x1) / 2, one.base) for box in boxes for one in glyphs)
    ]  # fmt: skip
    return [line for line in lines if not _is_label(line, bands)]


def _in_table(shape: Box, tables: Sequence[Box]) -> bool:
    return any(table.holds((shape.x0 + shape.x1) / 2, (shape.top + shape.bottom) / 2) for table in tables)


def _bands(bars: Sequence[Box]) -> list[tuple[float, float, list[Box]]]:
    """Bars near to each other from top to bottom: where they begin and end."""
    found: list[tuple[float, float, list[Box]]] = []
    for bar in sorted(bars, key=lambda one: one.top):
        if found and bar.top - found[-1][1] <= _APART:
            top, bottom, boxes = found[-1]
            found[-1] = (top, max(bottom, bar.bottom), [*boxes, bar])
        else:
            found.append((bar.top, bar.bottom, [bar]))
    return found


def _is_label(line: Line, bands: Sequence[tuple[float, float]]) -> bool:
    if len(line.text) > _LONG or line.text[-1] in _SENTENCE:
        return False
    return any(top - _ABOVE * line.em <= line.base <= bottom + _BELOW * line.em for top, bottom in bands)
