"""Excel: every sheet that has headings, by what its cells show; formulas count by the value that was saved."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from jixiao.records.raw import Raw
from jixiao.records.sources.spool import Numbered, spooled, unique
from jixiao.records.sources.unreadable import Unreadable, fatal
from jixiao.records.store import digest
from jixiao.records.trouble import Trouble

_MOST = 2 << 30  # bytes that a workbook may unpack to; our own choice
_LOOKED_AT = 20  # rows among which the headings are looked for


def read(connection: duckdb.DuckDBPyConnection, path: Path, name: str, place: Path) -> Iterator[Raw | Trouble]:
    """A table a sheet; sheets without headings are passed over."""
    _refuse_bombs(path, name)
    hash_, many = digest(path), 0
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        for number, sheet in enumerate(book.worksheets):
            sheet.reset_dimensions()  # what a file says of its size is not to be trusted
            title = name if len(book.worksheets) == 1 else f"{name}·{sheet.title}"
            relation = f"raw_{place.name.replace('-', '_')}_{number}"
            headings = _spool(connection, sheet, title, place / f"{number}.csv", relation)
            if headings:
                many += 1
                hint = path.stem if len(book.worksheets) == 1 else sheet.title
                yield Raw(title, hash_, relation, dict.fromkeys(headings, "VARCHAR"), hint)
        book.close()
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError, TypeError, AttributeError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        yield _damaged(name)
        return
    if not many:
        yield fatal(
            name, "各工作表都没有列名", "第一行写列名", "no sheet has headings", "write headings in the first row"
        )


def _refuse_bombs(path: Path, name: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Unreadable(_damaged(name)) from error
    if size > _MOST:
        raise Unreadable(
            fatal(
                name,
                f"解压后有 {size >> 20:,} MB，超过 {_MOST >> 20:,} MB 的限度",
                "分成几个文件，或导出为 CSV",
                f"unpacks to {size >> 20:,} MB, more than {_MOST >> 20:,}",
                "split it, or export it as CSV",
            )
        )


def _damaged(name: str) -> Trouble:
    return fatal(
        name, "不是完整的 Excel 文件（.xlsx），可能没有传完、加了密码或改过扩展名",
        "用 Excel 或 WPS 打开后另存为 .xlsx",
        "is no whole .xlsx: cut off, with a password, or of another kind", "open it in Excel or WPS and save it as .xlsx",
    )  # fmt: skip


def _spool(
    connection: duckdb.DuckDBPyConnection, sheet: Any, title: str, path: Path, relation: str  # noqa: ANN401 - of openpyxl
) -> list[str]:  # fmt: skip
    """Headings of a sheet, whose rows are then a view; none where it has none."""
    rows = _rows(sheet)
    for _, (number, cells) in zip(range(_LOOKED_AT), rows, strict=False):
        if sum(bool(cell) for cell in cells) > 1:  # what has one cell is a title
            last = max(place for place, cell in enumerate(cells, 1) if cell)
            headings = unique(title, cells[:last])
            below = ((count, _fit(row, last)) for count, row in rows if count > number)
            spooled(connection, chain(below), headings, path, relation)
            return headings
    return []


def _rows(sheet: Any) -> Iterator[Numbered]:  # noqa: ANN401 - openpyxl's sheets
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield number, [_shown(value) for value in row]


def _fit(row: Sequence[str], width: int) -> list[str]:
    """As many cells as there are headings; what stands beside the table is no part of it."""
    return [*row[:width], *[""] * (width - len(row))]


def _shown(value: object) -> str:
    """A cell as its owner reads it: no time where there is none, no tail of a binary fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"  # noqa: PLR2004
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time(0) else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)
