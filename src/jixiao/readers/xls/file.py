"""A .xls from its bytes: the cells that xlrd finds, handed to what reads the sheets of a .xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

import xlrd
from xlrd.biffh import error_text_from_code

from jixiao.readers import limits
from jixiao.readers.common.ole import Container, opened
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.xlsx.cells import Area, Budget, Cells, Entry, letters
from jixiao.readers.xlsx.file import TO_FILL_IN, Out, Sheet, finished, put
from jixiao.readers.xlsx.printed import printed, wording
from jixiao.readers.xlsx.strings import shown
from jixiao.readers.xlsx.styles import BUILTIN, GENERAL, Look

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as Held

_LOCAL = frozenset((14, 22, *range(27, 37), *range(50, 59)))  # formats that are shown as a Chinese Excel does
_SIDES = ("left_line_style", "right_line_style", "top_line_style", "bottom_line_style")
_STREAMS = ("Workbook", "Book")
_MACROS = ("_VBA_PROJECT_CUR", "_VBA_PROJECT", "Macros")


def read(data: bytes) -> Content:
    """The content of a .xls."""
    container = opened(data)
    stream = next((found for name in _STREAMS if container and (found := container.stream(name))), None)
    if container is None or stream is None:
        return Content(unread=(note("ole_damaged", fatal=True),))
    try:
        book = xlrd.open_workbook(
            file_contents=stream, formatting_info=True, on_demand=True, ragged_rows=True, logfile=StringIO()
        )
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - of a damaged file xlrd says so by whatever its parsing came upon
        return Content(unread=(note("encrypted" if "ncrypted" in str(error) else "ole_damaged", fatal=True),))
    return _content(book, container)


def _content(book: Book, container: Container) -> Content:
    out, looks, budget = Out(), _looks(book), Budget()
    sheets: list[Sheet] = []
    read: list[tuple[Sheet, Cells]] = []
    names = book.sheet_names()
    if TO_FILL_IN in names:
        return Content(unread=(note("to_fill_in", fatal=True),))
    if len(names) > limits.SHEETS:
        out.warn(note("sheets", limit=limits.SHEETS))
    for number, name in enumerate(names[: limits.SHEETS]):
        try:
            sheet = book.sheet_by_index(number)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - as above
            out.warn(note("part_lost", part=name))
            continue
        sheets.append(Sheet(name, "", bool(sheet.visibility)))
        if not sheet.visibility:
            read.append((sheets[-1], _cells(sheet, looks, budget, from_1904=bool(book.datemode))))
        book.unload_sheet(number)
    put(read, out)
    finished(out, sheets)
    if not container.names.isdisjoint(_MACROS):
        out.warn(note("macros"))
    if objects := sum(name.startswith("MBD") and "/" not in name for name in container.names):
        out.warn(note("embedded", count=objects))
    return Content(tuple(out.blocks), tuple(out.unread), container.properties())


def _looks(book: Book) -> list[Look]:
    """The look of each style: its number format, and whether it frames a cell."""
    found = []
    for style in book.xf_list:
        key = style.format_key
        given = book.format_map.get(key)
        code = BUILTIN[key] if key in _LOCAL else given.format_str if given else BUILTIN.get(key, GENERAL)
        found.append(Look(code or GENERAL, any(getattr(style.border, side) for side in _SIDES)))
    return found


def _cells(sheet: Held, looks: list[Look], budget: Budget, *, from_1904: bool) -> Cells:
    cells = Cells((), looks, budget, from_1904)
    for row, column, cell in _filled(sheet, cells):
        look = looks[cell.xf_index] if cell.xf_index is not None and 0 <= cell.xf_index < len(looks) else Look()
        if cell.ctype == xlrd.XL_CELL_ERROR:
            cells.wrong.append(f"{letters(column)}{row}")
        text = _text(cell, look, from_1904=from_1904)
        budget.words -= len(text)
        if budget.words < 0:
            cells.limit = "sheet_text"
            break
        if text or look.framed:
            cells.found[row, column] = Entry(text, look.framed)
    cells.hidden_rows |= {at + 1 for at, info in sheet.rowinfo_map.items() if info.hidden}
    cells.hidden_columns |= {at + 1 for at, info in sheet.colinfo_map.items() if info.hidden}
    for top, bottom, left, right in sheet.merged_cells[: max(0, budget.merges)]:
        if 0 <= top < bottom and 0 <= left < right:
            cells.merges.append(Area(top + 1, left + 1, bottom, right))
    if len(sheet.merged_cells) > budget.merges:
        cells.limit = cells.limit or "sheet_merges"
    budget.merges = max(0, budget.merges - len(sheet.merged_cells))
    return cells


def _filled(sheet: Held, cells: Cells) -> Iterator[tuple[int, int, Cell]]:
    """The cells with their rows and columns from 1, until a limit is reached."""
    for row in range(sheet.nrows):
        for at, kind in enumerate(sheet.row_types(row)):
            if not kind:
                continue
            cells.budget.cells -= 1
            if cells.budget.cells < 0:
                cells.limit = "sheet_cells"
                return
            yield row + 1, at + 1, sheet.cell(row, at)


def _text(cell: Cell, look: Look, *, from_1904: bool) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return wording(shown(cell.value), look.format)
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return printed(repr(cell.value), look.format, from_1904=from_1904)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(error_text_from_code.get(cell.value, "#N/A"))
    return ""
