"""工作表: one table of the report on a sheet, as it is printed."""

from __future__ import annotations

from functools import partial

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.model.manuscript import Grid, Line
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.xlsx.cells import Cells
from jixiao.writers.report.xlsx.looks import TEXT, TITLE, Looks, height, page, pixels
from jixiao.writers.report.xlsx.plan import Plan, Sheet

_FROZEN = 6  # heads of more rows would fill the screen


def draw(sheet: Worksheet, drawn: Sheet, plan: Plan, looks: Looks, *, draft: bool) -> None:
    """The table with the lines above and below it."""
    grid = drawn.grid
    cells = Cells(sheet, drawn.name, plan)
    for number, width in enumerate(grid.widths):
        sheet.set_column_pixels(number, number, pixels(width))
    for number, line in enumerate(drawn.above):
        _line(sheet, line, number, grid, cells, looks)
    for number, points in enumerate(heights(grid), drawn.top):
        sheet.set_row(number, points)
    for slot in grid.slots:
        row, column = drawn.top + slot.row - 1, slot.column - 1
        look = partial(_look, looks, slot.role, slot.align)
        if slot.rows > 1 or slot.columns > 1:
            sheet.merge_range(
                row, column, row + slot.rows - 1, column + slot.columns - 1, "", look("General", quoted=False)
            )
        cells.slot(slot, drawn.top, look)
    for number, line in enumerate(drawn.below, drawn.top + grid.height):
        _line(sheet, line, number, grid, cells, looks)
    page(sheet, sum(grid.widths), draft=draft)
    if grid.header:
        sheet.repeat_rows(drawn.top, drawn.top + grid.header - 1)
        if drawn.top + grid.header <= _FROZEN:
            sheet.freeze_panes(drawn.top + grid.header, 0)


def heights(grid: Grid) -> list[float]:
    """The height of each row, so that every text is seen in full; what is merged downwards lengthens its last row."""
    rows = [0.0] * grid.height
    for slot in sorted(grid.slots, key=lambda one: one.rows):
        width = sum(grid.widths[slot.column - 1 : slot.column - 1 + slot.columns])
        need = height(harmless(slot.text), width, align=slot.align)
        last = slot.row + slot.rows - 2
        have = sum(rows[slot.row - 1 : last])
        rows[last] = max(rows[last], need - have)
    return rows


def _look(looks: Looks, role: str, align: str, number: str, quoted: bool) -> Format:  # noqa: FBT001 - as Cells calls it
    return looks.cell(role, align, number, quoted=quoted)


def _line(sheet: Worksheet, line: Line, row: int, grid: Grid, cells: Cells, looks: Looks) -> None:
    look = looks.line(line.style)
    if len(grid.widths) > 1:
        sheet.merge_range(row, 0, row, len(grid.widths) - 1, "", look)
    cells.words(line.text, row, 0, lambda _number, _quoted: look)
    size = TITLE if line.style == "caption" else TEXT
    sheet.set_row(row, height(harmless(line.text), sum(grid.widths), size))
