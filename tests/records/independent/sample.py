"""The sample's exports and workbooks read in the plainest way, row by row, with their dirt put aside: no code of ours."""

from __future__ import annotations

import csv
import importlib
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.records import direct
from tests.records.independent.plain import Row, World

HERE = Path(__file__).parents[3] / "examples/junshan-2023"
KEYS = {"up_pro_accept": ("project_no",), "up_pro_result": ("project_no",), "hotline_order": ("order_no",)}
NEEDED = {"up_pro_accept": ("project_no", "accept_date"), "hotline_order": ("order_no", "accept_time")}


def generator() -> tuple[Any, Any]:
    """The modules that draw the sample: cases and books."""
    sys.path.insert(0, str(HERE))
    try:
        return importlib.import_module("records"), importlib.import_module("books")
    finally:
        sys.path.remove(str(HERE))


def world(folder: Path) -> World:
    """Every record table of the folder, typed; of rows with one number the last that was sent."""
    made: World = {}
    for name, kinds in direct.layout().items():
        rows = [row for row in (_typed(name, cells, kinds) for cells in _lines(folder, name)) if row is not None]
        rows.sort(key=lambda row: row["sent"])
        latest = {tuple(row[column] for column in KEYS[name]): row for row in rows} if name in KEYS else {}
        made[name] = [{key: row[key] for key in row if key != "sent"} for row in (latest.values() if latest else rows)]
    return made


def _lines(folder: Path, name: str) -> Iterator[dict[str, str]]:
    file, book = folder / f"{name}.csv", folder / f"{name}.xlsx"
    if file.exists():
        data = file.read_bytes()
        text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030")
        yield from csv.DictReader(text.splitlines())
    elif book.exists():
        head, *rows = load_workbook(book, read_only=True).active.iter_rows(values_only=True)
        for row in rows:
            yield {str(key): "" if cell is None else str(cell) for key, cell in zip(head, row, strict=True)}


def _typed(name: str, cells: dict[str, str], kinds: dict[str, str]) -> Row | None:
    """The row; None for dirt."""
    try:
        row: Row = {column: _cell(cells.get(column, ""), kind) for column, kind in kinds.items()}
    except ValueError:
        return None
    if not all(row[column] for column in NEEDED.get(name, ())):
        return None
    if name == "up_pro_accept" and row["promise_date"] and row["promise_date"] < row["accept_date"]:
        return None
    return row | {"sent": cells.get("cd_time", "")}


def _cell(text: str, kind: str) -> Any:
    if text == "":
        return None
    if kind == "flag":
        return {"是": True, "否": False}[text]
    if kind == "day":
        return date.fromisoformat(text[:10])
    if kind == "deadline" and len(text) == len("2023-05-06"):
        return datetime.fromisoformat(f"{text} 23:59:59")
    return datetime.fromisoformat(text) if kind in {"moment", "deadline"} else text
