"""图: the charts as native ones of the office program, each over a small table that takes its figures from theirs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from jixiao.model.chart import Chart
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.xlsx.cells import Cells
from jixiao.writers.report.xlsx.looks import Looks, page, pixels
from jixiao.writers.report.xlsx.plan import CHARTS, Plan

_KINDS: dict[str, dict[str, str]] = {
    "bar": {"type": "bar"},
    "column": {"type": "column"},
    "stacked": {"type": "column", "subtype": "stacked"},
}
_COLOURS = ("#1F5A8A", "#C9772B", "#5B8C5A", "#8C6BB1", "#7F7F7F", "#B5495B")
_NAMES, _VALUES = 84.0, 30.0  # mm
_WIDE, _HIGH, _ROW = 620, 300, 20  # pixels
_A_PAGE = 2  # charts on a page
_FONT = {"name": "宋体", "size": 10}


def draw(book: Workbook, sheet: Worksheet, charts: Iterable[Chart], plan: Plan, looks: Looks, *, draft: bool) -> None:
    """Each chart below the one before, its figures above it."""
    cells, row, most, breaks = Cells(sheet, CHARTS, plan), 0, 1, []
    for number, chart in enumerate(charts):
        if number and number % _A_PAGE == 0:
            breaks.append(row)
        _table(sheet, cells, chart, row, looks)
        _picture(book, sheet, chart, row)
        most = max(most, len(chart.series))
        row += len(chart.categories) + 3 + _HIGH // _ROW + 2
    sheet.set_h_pagebreaks(breaks)
    sheet.set_column_pixels(0, 0, pixels(_NAMES))
    sheet.set_column_pixels(1, most, pixels(_VALUES))
    page(sheet, _NAMES + most * _VALUES, draft=draft)


def _table(sheet: Worksheet, cells: Cells, chart: Chart, top: int, looks: Looks) -> None:
    title = looks.look(font_name="黑体", align="left", text_wrap=False)
    cells.words(chart.title + (f"（{chart.unit}）" if chart.unit else ""), top, 0, lambda _n, _q: title)
    head = looks.cell("head", "center")
    sheet.write_blank(top + 1, 0, None, head)
    for column, series in enumerate(chart.series, 1):
        cells.words(series.name, top + 1, column, lambda _n, _q: head)
    for row, category in enumerate(chart.categories, top + 2):
        sheet.set_row_pixels(row, _ROW)
        cells.words(category, row, 0, lambda _n, quoted: looks.cell("label", "left", quoted=quoted))
        for column, series in enumerate(chart.series, 1):
            one = series.figures[row - top - 2]
            if one is None or one.value is None:
                sheet.write_blank(row, column, None, looks.cell("empty", "center"))
            else:
                cells.figure(
                    one, row, column, lambda number, quoted: looks.cell("value", "right", number, quoted=quoted)
                )


def _picture(book: Workbook, sheet: Worksheet, chart: Chart, top: int) -> None:
    first, last = top + 2, top + 1 + len(chart.categories)
    made = book.add_chart(_KINDS[chart.kind])
    for column, series in enumerate(chart.series, 1):
        if not any(one and one.value is not None for one in series.figures):
            continue
        made.add_series(
            {
                "name": [CHARTS, top + 1, column], "categories": [CHARTS, first, 0, last, 0],
                "values": [CHARTS, first, column, last, column], "fill": {"color": _COLOURS[(column - 1) % len(_COLOURS)]},
                "data_labels": {"value": True, "font": _FONT}, "gap": 60,
            }
        )  # fmt: skip
    made.set_title(
        {"name": harmless(chart.title), "name_font": {"name": "黑体", "size": 12, "bold": False}, "overlay": False}
    )
    across: dict[str, Any] = {"num_font": _FONT}
    upward: dict[str, Any] = {
        "num_font": _FONT, "min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        "name": chart.unit, "name_font": {"name": "宋体", "size": 10, "bold": False},
    }  # fmt: skip
    if any(one.value < 0 for series in chart.series for one in series.figures if one and one.value is not None):
        del upward["min"]
    if chart.kind == "bar":
        across["reverse"] = True  # the first category on top, as one reads
        upward["label_position"] = "high"  # and so the numbers stand below
    made.set_x_axis(upward if chart.kind == "bar" else across)
    made.set_y_axis(across if chart.kind == "bar" else upward)
    made.set_legend({"position": "bottom", "font": _FONT} if len(made.series) > 1 else {"none": True})
    made.set_size({"width": _WIDE, "height": _HIGH})
    sheet.insert_chart(last + 1, 0, made, {"description": harmless(chart.alt), "object_position": 1, "y_offset": 6})
