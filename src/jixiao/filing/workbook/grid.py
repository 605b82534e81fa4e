"""Grid (读出的表格): the sheets of a workbook as rows of words with the keys of column A, within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook

from jixiao.filing.workbook.cells import Held, held
from jixiao.filing.workbook.guard import merges, packed

_ROWS, _COLUMNS = 3_000, 20  # of one sheet; what lies beyond is no entry
_SHEETS = 210
_LOST = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, the key of column A, and what stands in its cells by column (from 1)."""

    number: int
    key: str
    cells: Mapping[int, Held]

    def text(self, column: int) -> str:
        """The words of a cell."""
        return self.cells[column].text if column in self.cells else ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its title, its kind (the key of its first cell), its rows, its merged ranges."""

    title: str
    kind: str
    rows: tuple[Row, ...]
    merged: tuple[str, ...] = field(default=())


def sheets(parts: Mapping[str, bytes]) -> list[Sheet]:
    """The sheets of a package that was checked. Read twice as a stream: once the values, once where there are formulas."""
    values = load_workbook(packed(parts), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(packed(parts), read_only=True, data_only=False, keep_links=False)
    found = []
    for one, other in zip(values.worksheets[:_SHEETS], formulas.worksheets[:_SHEETS], strict=True):
        rows = tuple(_rows(one, other))
        kind = rows[0].key if rows and rows[0].number == 1 else ""
        path = str(getattr(one, "_worksheet_path", "")).lstrip("/")
        found.append(Sheet(one.title, kind, rows, tuple(merges(parts.get(path, b"")))))
    return found


def _rows(values: Any, formulas: Any) -> Iterator[Row]:  # noqa: ANN401 - read-only sheets of openpyxl
    bounds = {"min_row": 1, "max_row": _ROWS, "min_col": 1, "max_col": _COLUMNS}
    for number, (one, other) in enumerate(
        zip(values.iter_rows(**bounds), formulas.iter_rows(**bounds), strict=False), 1
    ):
        cells = {}
        key = ""
        for column, (cell, twin) in enumerate(zip(one, other, strict=True), 1):
            if cell.value is None and twin.value is None:
                continue
            found = held(cell.value, cell.data_type, cell.number_format, twin.data_type == "f")
            if column == 1:
                key = found.text
            elif found.text or found.trouble:
                cells[column] = found
        if key or cells:
            yield Row(number, key, cells)
