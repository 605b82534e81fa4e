"""Marking (标出错误): a copy of a workbook with a comment and a colour in each bad cell and a sheet that lists the mistakes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from jixiao.filing.workbook.guard import packed
from jixiao.filing.workbook.plan import ERRORS
from jixiao.model.filing import Mistake

_PLACE = re.compile(r"「(.+)」!([A-Z]{1,3})(\d{1,7})")
_BAD, _ENTRY = PatternFill("solid", fgColor="FF7C80"), PatternFill("solid", fgColor="FFFBE0")
_AUTHOR = "jixiao"
_HEADS = (("序号", 7), ("工作表", 16), ("单元格", 10), ("填的内容", 28), ("问题和改法", 80), ("规则", 18))
_COMMENT_WIDTH, _COMMENT_LINE = 320, 22


def mark(parts: Mapping[str, bytes], mistakes: Sequence[Mistake]) -> bytes:
    """The workbook in the parts of a package that was read before, marked; marks of an earlier time are taken off."""
    book = load_workbook(packed(parts), keep_links=False)
    _clean(book)
    said: dict[tuple[str, str], list[str]] = {}
    for one in mistakes:
        title, cell = place(one)
        if title in book.sheetnames and cell:
            said.setdefault((title, cell), []).append(one.message)
    for (title, cell), messages in said.items():
        _mark(book[title][cell], messages)
    _list(book, mistakes)
    book.active = book.sheetnames.index(ERRORS)
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == ERRORS
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def place(mistake: Mistake) -> tuple[str, str]:
    """Sheet and cell of a mistake, "" where it has none."""
    found = _PLACE.fullmatch(mistake.where)
    return (found[1], found[2] + found[3]) if found else (mistake.where.strip("「」"), "")


def _clean(book: Any) -> None:  # noqa: ANN401 - a workbook of openpyxl
    if ERRORS in book.sheetnames:
        del book[ERRORS]
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == _AUTHOR:
                    cell.comment = None
                    cell.fill = copy(_ENTRY)


def _mark(cell: Any, messages: list[str]) -> None:  # noqa: ANN401 - a cell of openpyxl
    text = "\n".join(dict.fromkeys(messages))
    if isinstance(cell, MergedCell):
        return  # it hides under another; the list names it
    comment = Comment(text, _AUTHOR)
    comment.width = _COMMENT_WIDTH
    comment.height = _COMMENT_LINE * (2 + sum(len(line) // 20 + 1 for line in text.split("\n")))
    cell.comment = comment
    cell.fill = copy(_BAD)


def _list(book: Any, mistakes: Sequence[Mistake]) -> None:  # noqa: ANN401 - a workbook of openpyxl
    sheet = book.create_sheet(ERRORS)
    sheet["A1"] = "errors"
    sheet.column_dimensions["A"].hidden = True
    for at, (head, width) in enumerate(_HEADS, 2):
        cell = sheet.cell(1, at, head)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E2F3")
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row, one in enumerate(mistakes, 2):
        title, cell = place(one)
        for at, value in enumerate((str(row - 1), title, cell, one.value, one.message, one.rule), 2):
            written = sheet.cell(row, at)
            written.value, written.data_type = value, "s"  # whatever was typed, it is no formula here
            written.alignment = Alignment(wrap_text=True, vertical="top")
        if cell:
            link = sheet.cell(row, 4)
            link.hyperlink = f"#'{title}'!{cell}"
            link.font = Font(color="0563C1", underline="single")
    sheet.auto_filter.ref = f"B1:{get_column_letter(len(_HEADS) + 1)}{len(mistakes) + 1}"
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
