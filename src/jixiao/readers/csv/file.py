"""A sheet of values from its bytes: the same paragraphs and tables as the sheet of a workbook."""

from __future__ import annotations

import csv
from io import StringIO

from jixiao.model.document import Unread
from jixiao.readers import limits
from jixiao.readers.common.decoding import decoded
from jixiao.readers.csv.telling import delimiter_of
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.xlsx.blocks import Room, blocks_of
from jixiao.readers.xlsx.grid import Page, Spot

_NAME = "CSV"


def read(data: bytes) -> Content:
    """The content of a sheet of values."""
    text, lost = decoded(data)
    unread = [note("decoding", count=lost)] if lost else []
    spots, inner, full = _spots(text.replace("\0", ""), delimiter_of(data) or ",")
    rows, columns = sorted({one.row for one in spots}), sorted({one.column for one in spots})
    room = Room()
    page = Page(tuple(spots), tuple(rows), tuple(columns), frozenset(inner), hides=False)
    blocks = tuple(blocks_of(page, 1, room))
    if room.full:
        full.append(note(room.full, limit=limits.TABLES if room.full == "tables" else limits.SHEET_CELLS))
    return Content(blocks, (*unread, *full))


def _spots(text: str, delimiter: str) -> tuple[list[Spot], set[int], list[Unread]]:
    """The values with the lines and columns where they stand, the lines inside of values, and the limit that was reached."""
    found: list[Spot] = []
    inner: set[int] = set()
    line = 1
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    while line <= limits.SHEET_ROWS and len(found) <= limits.SHEET_CELLS:
        try:
            row = next(rows, None)
        except csv.Error:  # a value longer than any cell
            return found, inner, [note("sheet_text", limit=csv.field_size_limit())]
        if row is None:
            return found, inner, []
        found += [
            Spot(line, column, line, column, value.strip()[: limits.CELL_TEXT].replace("\r\n", "\n"), framed=False)
            for column, value in enumerate(row[: limits.SHEET_COLUMNS], 1)
            if value.strip()
        ]
        inner |= set(range(line + 1, rows.line_num + 1))
        if len(row) > 1 and not any(map(str.strip, row)):
            inner.add(line)  # a row of a form that was left empty ends no table
        line = rows.line_num + 1
    if line > limits.SHEET_ROWS:
        return found, inner, [note("sheet_rows", sheet=_NAME, limit=limits.SHEET_ROWS)]
    return found[: limits.SHEET_CELLS], inner, [note("sheet_cells", limit=limits.SHEET_CELLS)]
