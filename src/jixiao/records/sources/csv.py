"""CSV: GBK and UTF-8, with or without a mark, with titles above the headings; whole or told where it is broken."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb

from jixiao.records.raw import Raw
from jixiao.records.sources.spool import Numbered, spooled, unique, viewed
from jixiao.records.sources.unreadable import Unreadable, fatal
from jixiao.records.store import digest
from jixiao.records.trouble import Trouble

_CHUNK = 1 << 20
_DELIMITERS = ",\t;|，"
_LOOKED_AT = 20  # rows among which the headings are looked for
_LONGEST_CELL = 16 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SHOWN = 40


def read(connection: duckdb.DuckDBPyConnection, path: Path, name: str, place: Path) -> Iterator[Raw | Trouble]:
    """The one table of a file. Rows with too many or too few cells are told and left out, the others go on."""
    encoding = _encoding(path, name)
    clean = path if encoding == "utf-8" else _as_utf8(path, encoding, place / "text.csv")
    delimiter, skip, headings = _shape(clean, name)
    relation = f"raw_{place.name.replace('-', '_')}"
    try:
        viewed(connection, clean, headings, relation, place / "rows.parquet", skip=skip, delimiter=delimiter)
    except (
        duckdb.InvalidInputException,
        duckdb.ConversionException,
    ):  # rows of other lengths, quotes without their pair
        uneven = list[Trouble]()
        spooled(
            connection, _even(clean, delimiter, skip, headings, name, uneven), headings, place / "even.csv", relation
        )
        yield from uneven
    yield Raw(name, digest(path), relation, dict.fromkeys(headings, "VARCHAR"), path.stem)


def _encoding(path: Path, name: str) -> str:
    """By its mark, else whichever of UTF-8 and GBK the whole file is."""
    with path.open("rb") as file:
        head = file.read(4)
    if not head:
        raise Unreadable(fatal(name, "文件是空的", "重新导出", "the file is empty", "export it again"))
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    utf8, gbk = _first_wrong(path, "utf-8"), _first_wrong(path, "gb18030")
    if utf8 is None:
        return "utf-8"
    if utf8.at_end and utf8.other:  # what was UTF-8 all along is no GBK, though its last bytes may be taken for it
        raise Unreadable(_cut(name))
    if gbk is None:
        return "gb18030"
    if gbk.at_end:
        raise Unreadable(_cut(name))
    at = max(utf8.at, gbk.at)
    raise Unreadable(
        fatal(
            name,
            f"不是 UTF-8，也不是 GBK 编码：第 {at + 1} 个字节起读不成文字",
            "用 Excel 或 WPS 打开后另存为“CSV UTF-8”",
            f"is neither UTF-8 nor GBK: byte {at + 1} is no text",
            "open it in Excel or WPS and save it as CSV UTF-8",
        )
    )


@dataclass(frozen=True, slots=True)
class _Wrong:
    """The byte at which a file stops being text of an encoding."""

    at: int
    at_end: bool  # only its last character is not whole
    other: bool  # characters beyond ASCII were read before


def _first_wrong(path: Path, encoding: str) -> _Wrong | None:
    """Nothing where the whole file is text of the encoding; a NUL never is."""
    decoder, before, other = codecs.getincrementaldecoder(encoding)(), 0, False
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            if b"\0" in chunk:
                return _Wrong(before + chunk.index(b"\0"), at_end=False, other=other)
            try:
                other = not decoder.decode(chunk, final=not chunk).isascii() or other
            except UnicodeDecodeError as error:
                at = max(0, before + error.start - (len(error.object) - len(chunk)))
                return _Wrong(at, at_end=not chunk, other=other)
            if not chunk:
                return None
            before += len(chunk)


def _as_utf8(path: Path, encoding: str, target: Path) -> Path:
    try:
        with path.open(encoding=encoding, newline="") as file, target.open("w", encoding="utf-8", newline="") as out:
            while text := file.read(_CHUNK):
                out.write(text)
    except UnicodeDecodeError as error:
        raise Unreadable(_cut(path.name)) from error
    return target


def _cut(name: str) -> Trouble:
    return fatal(
        name, "文件在一个字的中间断了，没有传完", "重新导出或重新传一次",
        "the file ends in the middle of a character: it was cut off", "export or copy it again",
    )  # fmt: skip


def _shape(path: Path, name: str) -> tuple[str, int, list[str]]:
    """Delimiter, rows before the records, and headings."""
    tried = [(delimiter, _rows(path, delimiter)) for delimiter in _DELIMITERS]
    delimiter, rows = max(tried, key=lambda one: max((len(row) for row in one[1]), default=0))
    for number, row in enumerate(rows):
        if sum(bool(cell.strip()) for cell in row) > 1:  # what has one cell is a title
            return delimiter, number + 1, unique(name, row)
    raise Unreadable(
        fatal(
            name,
            "找不到列名：前几行里没有用逗号或制表符分开的格子",
            "第一行写列名，各格用英文逗号分开",
            "no headings: the first rows have no cells separated by commas or tabs",
            "write headings in the first row",
        )
    )


def _rows(path: Path, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            return list(islice(csv.reader(file, delimiter=delimiter), _LOOKED_AT))
        except csv.Error:
            return []


def _even(
    path: Path, delimiter: str, skip: int, headings: list[str], name: str, uneven: list[Trouble]
) -> Iterator[Numbered]:
    """The rows that have as many cells as there are headings; of the others a trouble each."""
    csv.field_size_limit(_LONGEST_CELL)
    number, last = skip, False
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        for _ in range(skip):
            next(reader)
        while not last:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                last = True
                continue
            except csv.Error:
                uneven.append(_broken(name, number))
                continue
            if len(cells) == len(headings) or (len(cells) > len(headings) and not any(cells[len(headings) :])):
                yield number, cells[: len(headings)]
            elif any(cell.strip() for cell in cells):
                uneven.append(_uneven(name, number, cells, len(headings)))


def _uneven(name: str, number: int, cells: list[str], wanted: int) -> Trouble:
    return Trouble(
        name, "", number, "", "，".join(cells)[:_SHOWN],
        f"这一行有 {len(cells)} 格，列名有 {wanted} 个，没有读入。", "补齐或删去多出的格子；内容里有逗号或换行的要加英文引号。最后一行缺格子的，多半是文件没有传完。",
        f"This row has {len(cells)} cells under {wanted} headings and was not read.",
        "Mend the row; quote what has commas or line breaks in it. A short last row means that the file was cut off.",
    )  # fmt: skip


def _broken(name: str, number: int) -> Trouble:
    return Trouble(
        name, "", number, "", "",
        "这一行的引号不成对或有一格过长，没有读入。", "检查这一行的英文引号。",
        "The quotes of this row do not match or a cell is too long: it was not read.", "Check the quotes of this row.",
    )  # fmt: skip
