"""数据: every figure of the report once, with its id, what it is called, and how it is worked out."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from jixiao.writers.report.workings import words
from jixiao.writers.report.xlsx.cells import Cells
from jixiao.writers.report.xlsx.looks import TEXT, TITLE, Looks, height, page, pixels
from jixiao.writers.report.xlsx.plan import DATA, DATA_TOP, DATA_VALUE, Plan

_HEADS = ("编号", "名称", "数值", "单位", "怎样得来", "所在的格")
_WIDTHS = (54.0, 74.0, 26.0, 16.0, 88.0, 74.0)
_NOTE = "全部数字各列一次。「所在的格」是填写或计算它的地方，别处都引用那一格：改一处，处处随之改变。"


def draw(sheet: Worksheet, plan: Plan, looks: Looks, *, draft: bool) -> None:
    """The list."""
    cells = Cells(sheet, DATA, plan)
    for number, width in enumerate(_WIDTHS):
        sheet.set_column_pixels(number, number, pixels(width))
    sheet.merge_range(0, 0, 0, len(_WIDTHS) - 1, "数据", looks.look(font_name="黑体", font_size=TITLE, align="center"))
    sheet.merge_range(1, 0, 1, len(_WIDTHS) - 1, _NOTE, looks.look(align="left"))
    for number, head in enumerate(_HEADS):
        sheet.write_string(DATA_TOP - 1, number, head, looks.cell("head", "center"))
    for row, one in enumerate(plan.figures.values(), DATA_TOP):
        worked = words(one, plan.figures)
        texts = {0: one.id, 1: one.name, 3: one.unit, 4: worked, 5: _home(one.id, plan)}
        for column, text in texts.items():
            cells.words(text, row, column, lambda _number, quoted: looks.cell("value", "left", quoted=quoted))
        cells.figure(one, row, DATA_VALUE, lambda number, quoted: looks.cell("value", "right", number, quoted=quoted))
        sheet.set_row(row, max(height(text, _WIDTHS[column], TEXT) for column, text in texts.items()))
    page(sheet, sum(_WIDTHS), draft=draft)
    sheet.repeat_rows(DATA_TOP - 1)
    sheet.freeze_panes(DATA_TOP, 2)
    sheet.autofilter(DATA_TOP - 1, 0, DATA_TOP - 1 + len(plan.figures), len(_WIDTHS) - 1)


def _home(one: str, plan: Plan) -> str:
    name, row, column = plan.homes[one]
    return "本表" if name == DATA else f"{name}!{xl_rowcol_to_cell(row, column)}"
