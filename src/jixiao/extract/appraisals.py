"""Appraisals (自评表): finds every 自评表 in the tables of a document, also several in one grid or one over several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jixiao.extract.funds import money_columns, unit_in
from jixiao.extract.lines import Line
from jixiao.extract.sheet import Sheet, indicator_columns
from jixiao.model.appraisal import Appraisal
from jixiao.model.document import Paragraph, Table
from jixiao.model.place import Place

_TITLE = re.compile(r"(自评|绩效|评价|自我评价).{0,12}表|目标.{0,6}自评|绩效自评|自评情况")
_LONGEST = 60


def kind_of_title(squeezed: str) -> str:
    """department, project or "" by the title of a 自评表."""
    if "项目" in squeezed and "部门整体" not in squeezed:
        return "project"
    return (
        "department"
        if "整体" in squeezed or "部门支出" in squeezed
        else "project"
        if "专项" in squeezed or "转移支付" in squeezed
        else ""
    )


def appraisals(tables: Sequence[tuple[Table, list[Line], Sequence[Paragraph]]]) -> tuple[list[Appraisal], set[int]]:
    """Every 自评表, and the blocks of the tables that they were read from.

    ``tables`` holds each table with its lines and the paragraphs right before it.
    """
    found: list[Appraisal] = []
    blocks: set[int] = set()
    sheet: Sheet | None = None
    for table, rows, captions in tables:
        title = _title_of(captions)
        heads = [i for i, line in enumerate(rows) if indicator_columns(line)]
        money = [i for i, line in enumerate(rows) if money_columns(line)]
        if title is not None or heads or money:
            follows = (
                sheet is not None
                and not sheet.ended
                and title is None
                and (not money or not sheet.funds)
                and (not heads or not sheet.indicators)
            )
            follows = follows and not _named(rows)
            if not follows:
                _close(sheet, found)
                sheet = None
            if heads or money:
                sheet = _read(table, rows, title, sheet, captions, found)
                blocks.add(table.block)
            elif _named(rows) and title is not None:
                sheet = _read(table, rows, title, None, captions, found)
        elif sheet is not None and sheet.state == "indicators" and not sheet.ended and _goes_on(sheet, rows):
            sheet = _read(table, rows, None, sheet, captions, found)
            blocks.add(table.block)
        elif sheet is not None and not captions and len(rows) <= 2 and any(sheet.take(line) for line in rows[:1]):  # noqa: PLR2004
            blocks.add(table.block)
    _close(sheet, found)
    return found, blocks


def _title_of(captions: Sequence[Paragraph]) -> tuple[str, Place] | None:
    """The title right above a table: kind and place."""
    for item in reversed(captions):
        squeezed = "".join(item.plain.split())
        if 0 < len(squeezed) <= _LONGEST and _TITLE.search(squeezed) and not squeezed.endswith(("。", "；")):
            return kind_of_title(squeezed), item.place()
    return None


def _named(rows: Iterable[Line]) -> bool:
    return any(marks.get("keys") == "name" for line in rows if line.marked for marks in line.roles)


def _goes_on(sheet: Sheet, rows: Sequence[Line]) -> bool:
    """Whether a table without a head continues the indicator rows of the sheet: as many cells in most rows."""
    if sheet.head is None:
        return False
    width = len(sheet.head.cells)
    return sum(len(line.cells) == width for line in rows) * 2 > len(rows)


def _read(
    table: Table,
    rows: Sequence[Line],
    title: tuple[str, Place] | None,
    sheet: Sheet | None,
    captions: Sequence[Paragraph],
    found: list[Appraisal],
) -> Sheet:
    unit = unit_in(*("".join(c.plain.split()) for c in captions[-2:] if "单位" in c.plain))
    if sheet is None:
        kind, place = title or ("", table.cells[0].place())
        sheet = Sheet(kind, place, table.block, unit)
    for line in rows:
        filled = line.filled
        if filled and _begins(sheet, line, filled):
            _close(sheet, found)
            words = line.texts[filled[0]]
            sheet = Sheet(kind_of_title(words), line.cells[filled[0]].place(), table.block, unit)
            if len(filled) == 1:
                continue
        sheet.take(line)
    return sheet


def _begins(sheet: Sheet, line: Line, filled: list[int]) -> bool:
    """Whether a row begins the next sheet of the same grid."""
    used = bool(sheet.indicators or sheet.funds)
    words = line.texts[filled[0]]
    if (
        len(filled) == 1
        and len(words) <= _LONGEST
        and _TITLE.search(words)
        and "表" in words
        and not words.endswith("。")
    ):
        return used or not sheet.keys
    if not used:
        return False
    key = line.roles[filled[0]].get("keys")
    if key == "name" and "name" in sheet.keys and (sheet.state != "indicators" or sheet.ended):
        return True
    if sheet.ended and key in ("name", "department"):
        return True
    return bool(sheet.ended and (money_columns(line) or indicator_columns(line)))


def _close(sheet: Sheet | None, found: list[Appraisal]) -> None:
    if sheet is not None and (done := sheet.appraisal()) is not None:
        found.append(done)
