"""List (清单): a text file or a CSV that names the files to audit, in UTF-8 or GBK."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath, PureWindowsPath

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.found import Found, tidy
from jixiao.batch.inputs.told import not_input, note
from jixiao.readers.common.decoding import decoded

_SUFFIXES = (".txt", ".csv", ".tsv", ".lst", ".list")
_HEADS = re.compile(r"\s*(?:文件|报告)?\s*(?:路径|文件名?|地址|位置|path|file|filename)\s*", re.IGNORECASE)
_WEB = re.compile(r"(?i:https?|ftp|s3|oss|hdfs|cos)://")
_SAMPLE = 20  # lines by which a list is told from a report in a text file
_LONGEST = 1000  # characters of a path


def is_list(path: Path) -> bool:
    """Whether a text file is a list: most of its first lines name files that are there."""
    if path.suffix.lower() not in _SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            lines = _lines(file.read(1 << 16), path)[:_SAMPLE]
    except OSError:
        return False
    there = sum(_there(line, path.parent) for line in lines)
    return bool(there) and there * 2 >= len(lines)


def files(path: Path) -> Iterator[Found]:
    """The files and folders that a list names, in its order; what is not there is for the readers to say."""
    try:
        if path.stat().st_size > limits.LIST_BYTES:
            raise not_input("list_large", name=str(path), limit=limits.LIST_BYTES >> 20)
        lines = _lines(path.read_bytes(), path)
    except OSError as error:
        raise not_input("no_such", name=str(path)) from error
    absolute = [line for line in lines if _absolute(line)]
    common = _common(absolute)
    for line in lines:
        if _WEB.match(line):
            yield Found(tidy(line), "", note("web_address"))
            continue
        name = PurePath(line).relative_to(common).as_posix() if common and line in absolute else line
        yield Found(tidy(name), str(_at(line, path.parent)))


def _lines(data: bytes, path: Path) -> list[str]:
    """The paths: a line each, or the column of a CSV whose head says so (the first column without a head)."""
    text = decoded(data)[0].lstrip("\ufeff").replace("\0", "")
    if path.suffix.lower() not in {".csv", ".tsv"}:
        lines = (line.strip().strip('"“”') for line in text.splitlines())
        return [line for line in lines if line and not line.startswith("#")]
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    rows = [row for row in csv.reader(text.splitlines(), delimiter=delimiter) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    column = next((i for i, head in enumerate(rows[0]) if _HEADS.fullmatch(head)), None)
    cells = [row[column or 0].strip() for row in rows[column is not None :] if len(row) > (column or 0)]
    return [cell for cell in cells if cell]


def _there(line: str, folder: Path) -> bool:
    try:
        return len(line) <= _LONGEST and (bool(_WEB.match(line)) or _at(line, folder).exists())
    except (OSError, ValueError):
        return False


def _at(line: str, folder: Path) -> Path:
    """A path of a list starts from where the list is, or else from where the user is."""
    written = line if os.sep == "\\" else line.replace("\\", "/")
    beside = folder / written
    return beside if beside.exists() or not Path(written).exists() else Path(written)


def _absolute(line: str) -> bool:
    return PurePath(line).is_absolute() or PureWindowsPath(line).is_absolute()


def _common(paths: list[str]) -> str:
    """The folder above all absolute paths: what stands before it is this machine's own business."""
    try:
        return os.path.commonpath([str(PurePath(path).parent) for path in paths]) if paths else ""
    except ValueError:
        return ""
