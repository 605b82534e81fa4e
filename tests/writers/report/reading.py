"""Reads a workbook that we wrote as a person sees it, and tells where that differs from the manuscript."""

from __future__ import annotations

import io
import re

import openpyxl

from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.xlsx.plan import plan

_FORM = re.compile(r"""(General|[#,]*0[.0]*)(.*)""")


def sheets(book: bytes) -> list[str]:
    """The names of the sheets."""
    return openpyxl.load_workbook(io.BytesIO(book)).sheetnames


def printed(book: bytes, manuscript: Manuscript) -> list[str]:
    """Every cell of a table, and every figure of the list, that shows something else than the manuscript prints."""
    loaded, layout, wrong = openpyxl.load_workbook(io.BytesIO(book), data_only=True), plan(manuscript), []
    for sheet in layout.sheets:
        for slot in sheet.grid.slots:
            cell = loaded[sheet.name].cell(sheet.top + slot.row, slot.column)
            if shown(cell) != harmless(slot.text):
                wrong.append(f"{sheet.name}!{cell.coordinate}: {shown(cell)!r}, not {slot.text!r}")
    for row, one in enumerate(layout.figures.values(), 4):
        cell = loaded["数据"].cell(row, 3)
        if shown(cell) != one.text:
            wrong.append(f"数据!{cell.coordinate} ({one.id}): {shown(cell)!r}, not {one.text!r}")
    return wrong


def shown(cell) -> str:
    """What a cell shows, for the few number formats that we write."""
    value, form = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    form = form.partition(";")[0]
    number, unit = _FORM.fullmatch(form).groups()
    if number == "General":
        text = f"{round(value, 9):.11g}"
    else:
        places = len(re.sub(r".*?(?:\.|$)", "", number, count=1))
        text = f"{value:,.{places}f}" if "," in number else f"{value:.{places}f}"
    return text + re.sub(r'["\\]', "", unit)  # LibreOffice writes \\% for "%"
