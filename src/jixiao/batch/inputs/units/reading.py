"""The list of units as a file (单位名单): a CSV or text file in UTF-8 or GBK, a workbook, or a table in any report format."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from jixiao import readers
from jixiao.batch.inputs.limits import LIST_BYTES
from jixiao.batch.inputs.told import not_input
from jixiao.batch.inputs.units.matching import Register
from jixiao.batch.inputs.units.spelling import bare
from jixiao.batch.inputs.units.unit import Unit
from jixiao.model.document import Document, Paragraph
from jixiao.readers.common.decoding import decoded

_TEXT = (".csv", ".tsv", ".txt")
_HEADS = {
    "name": re.compile(
        r"(?:预算|填报|部门|基层|报送)?(?:单位|部门)(?:[（(](?:单位|部门)[）)])?(?:名称|全称)?|名称|name|unit",
        re.IGNORECASE,
    ),
    "code": re.compile(r"(?:预算)?(?:单位|部门)?(?:代码|编码|编号)|code", re.IGNORECASE),
    "parent": re.compile(r"(?:一级)?主管(?:部门|单位)|上级(?:部门|单位)|归口(?:部门|单位|科室)|parent", re.IGNORECASE),
    "region": re.compile(r"(?:所属|所在)?(?:地区|区域|行政区划|区划|县市区|县区)(?:名称)?|region", re.IGNORECASE),
}
_NO_UNIT = re.compile(r"合\s*计|总\s*计|小\s*计|填表|注[：:]|说明|共.{0,6}[个家]|.*名单$")
_LETTER = re.compile(r"[一-鿿A-Za-z]")
_LONGEST = 60  # characters of a name


def read(path: str) -> Register:
    """The units of a list; ``NotInput`` where it cannot be read or holds no names."""
    file = Path(path)
    if not file.is_file():
        raise not_input("no_such", name=path)
    if file.stat().st_size > LIST_BYTES:
        raise not_input("list_large", name=path, limit=LIST_BYTES >> 20)
    rows = list(_text_rows(file)) if file.suffix.lower() in _TEXT else list(_rows(path))
    units = tuple(dict.fromkeys(_units(rows)))
    if not units:
        raise not_input("units_no_names", name=path)
    return Register(units)


def _text_rows(file: Path) -> Iterator[list[str]]:
    text = decoded(file.read_bytes())[0].lstrip("\ufeff").replace("\0", "")
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    yield from csv.reader(text.splitlines(), delimiter=delimiter)


def _rows(path: str) -> Iterator[list[str]]:
    document = readers.read(path, pictures=False)
    if not document.readable:
        note = next(one for one in document.unread if one.fatal)
        refusal = not_input("units_unread", name=path, why=note.message)
        refusal.message_en = not_input("units_unread", name=path, why=note.message_en).message_en
        raise refusal
    yield from _rows_of(document)


def _rows_of(document: Document) -> Iterator[list[str]]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield [block.text]
        else:
            yield from ([cell.text if cell else "" for cell in line] for line in block.grid)


def _units(rows: list[list[str]]) -> Iterator[Unit]:
    """The units below the head row; below the first row where there is none. What stands above a head is a title."""
    cleaned = [[" ".join(cell.split()) for cell in row] for row in rows]
    first = next((n for n, row in enumerate(cleaned) if _heads(row) is not None), 0)
    columns: dict[str, int] | None = None
    for cells in cleaned[first:]:
        if (heads := _heads(cells)) is not None:
            columns = heads
        elif not any(_NO_UNIT.match(cell) for cell in cells):
            unit = _unit(cells, columns or {"name": _likely(cells)})
            if unit is not None:
                yield unit


def _heads(cells: list[str]) -> dict[str, int] | None:
    """Which column holds what, where a row is a head row."""
    found: dict[str, int] = {}
    for i, cell in enumerate(cells):
        kind = next((kind for kind, head in _HEADS.items() if head.fullmatch("".join(cell.split()))), None)
        if kind:
            found.setdefault(kind, i)
    return found if "name" in found else None


def _likely(cells: list[str]) -> int:
    """The column of the name where there is no head row: the first that holds words."""
    return next((i for i, cell in enumerate(cells) if _LETTER.search(cell)), 0)


def _unit(cells: list[str], columns: dict[str, int]) -> Unit | None:
    held = {kind: cells[i] for kind, i in columns.items() if i < len(cells)}
    name = held.pop("name", "")
    if not 1 < len(bare(name)) <= _LONGEST or not _LETTER.search(name):
        return None
    return Unit(name, **held)
