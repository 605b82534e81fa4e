"""Tables (表格) that Word, WPS and LibreOffice show alike.

WPS goes by w:gridCol, Word by w:tcW and w:tblW: all three agree in every row, the layout is fixed, every merge is written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from jixiao.model.manuscript import Grid, Slot
from jixiao.writers.report.docx.binding import Binding
from jixiao.writers.report.docx.fit import SIDE, Size, size
from jixiao.writers.report.docx.page import Side, twips
from jixiao.writers.report.docx.text import attribute

_HIGHEST = 700  # characters in a cell above which its row may break over pages: it could fill one
_TOGETHER = 3  # rows at the end of a table that are never left without the line below
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_RIM = 'w:val="single" w:sz="8" w:space="0" w:color="auto"'
_PROPERTIES = (
    '<w:jc w:val="center"/>'
    f"<w:tblBorders><w:top {_RIM}/><w:left {_RIM}/><w:bottom {_RIM}/><w:right {_RIM}/><w:insideH {_LINE}/><w:insideV {_LINE}/>"
    '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{pad}" w:type="dxa"/>'
    '<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="{pad}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
)
_EMPTY = Slot(1, 1, role="empty")
_Placed = tuple[int, int, Slot, bool]  # column from 0, columns, slot, whether it begins in this row


def widths(grid: Grid, measure: float) -> list[int]:
    """The columns in twips: as they are given, made narrower together where they are wider than the page."""
    total = sum(grid.widths)
    scale = min(1.0, measure / total) if total > 0 else 1.0
    ends = [0, *(twips(end * scale) for end in accumulate(grid.widths))]
    return [max(1, right - left) for left, right in pairwise(ends)]


def table(grid: Grid, binding: Binding, side: Side, *, followed: bool = False) -> str:
    """The w:tbl of a grid; ``followed``: its last rows stay on the page of the line below (表注, 填报签字)."""
    columns = widths(grid, side.measure)
    whole = sum(columns)
    chosen = size(grid, columns, twips(side.depth))
    properties = _PROPERTIES.replace("{pad}", str(chosen.pad)).replace("{side}", str(SIDE))
    rows = _rows(grid, len(columns))
    tail = len(rows) - _TOGETHER if followed else len(rows)
    caption = f'<w:tblCaption w:val="{attribute(grid.title)}"/>' if grid.title else ""
    first = 1 if grid.header else 0
    body = "".join(
        _row(placed, columns, binding, chosen, repeated=index < grid.header, keep=index >= tail)
        for index, placed in enumerate(rows)
    )
    lines = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/>{properties}<w:tblLook w:val="0{first * 2}20" '
        f'w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr>'
        f"<w:tblGrid>{lines}</w:tblGrid>{body}</w:tbl>"
    )


def _rows(grid: Grid, width: int) -> list[list[_Placed]]:
    """What stands in each row, merged cells in each row that they cover; a place that no slot covers is an empty cell."""
    held: list[list[_Placed]] = [[] for _ in range(max(1, grid.height))]
    for slot in grid.slots:
        for row in range(slot.row, slot.row + slot.rows):
            held[row - 1].append((slot.column - 1, slot.columns, slot, row == slot.row))
    return [list(_filled(sorted(row, key=lambda one: one[0]), width)) for row in held]


def _filled(row: list[_Placed], width: int) -> Iterator[_Placed]:
    at = 0
    for column, columns, slot, begins in row:
        if column > at:
            yield at, column - at, _EMPTY, True
        yield column, columns, slot, begins
        at = column + columns
    if at < width:
        yield at, width - at, _EMPTY, True


def _row(row: list[_Placed], columns: list[int], binding: Binding, chosen: Size, *, repeated: bool, keep: bool) -> str:
    whole = "" if any(len(slot.text) > _HIGHEST for _, _, slot, _ in row) else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if repeated else ""
    cells = "".join(
        _cell(
            slot,
            sum(columns[at : at + span]),
            span,
            _content(slot, binding, chosen.style, begins=begins, keep=keep),
            begins=begins,
        )
        for at, span, slot, begins in row
    )
    return f'<w:tr><w:trPr>{whole}<w:trHeight w:val="{chosen.row}" w:hRule="atLeast"/>{head}</w:trPr>{cells}</w:tr>'


def _cell(slot: Slot, width: int, span: int, content: str, *, begins: bool) -> str:
    """One w:tc; it does not begin where it only goes on from the row above."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = "" if slot.rows == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    place = f'<w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{content}</w:tc>"


def _content(slot: Slot, binding: Binding, style: str, *, begins: bool, keep: bool) -> str:
    """The one paragraph of a cell; below the beginning of a merged one it is empty, and as high as the words around."""
    name = f"{style}Head" if slot.role == "head" and begins else style
    together = "<w:keepNext/>" if keep else ""
    align = f'<w:jc w:val="{slot.align}"/>' if slot.align != "center" else ""
    words = binding.runs(slot.runs, unit=slot.with_unit) if begins else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{together}{align}</w:pPr>{words}</w:p>'
