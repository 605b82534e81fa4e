"""Sources (数据来源): files, folders and databases, each table of them brought into DuckDB as it came, with its hash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import duckdb

from jixiao.records.raw import Raw
from jixiao.records.sources import csv, parquet, postgres, xlsx
from jixiao.records.sources.folder import Found, found
from jixiao.records.sources.unreadable import Unreadable, fatal
from jixiao.records.trouble import Trouble

Tell = Callable[[str, int, int], None]
Reader = Callable[[duckdb.DuckDBPyConnection, Path, str, Path], Iterator[Raw | Trouble]]
_READERS: dict[str, Reader] = {
    ".csv": csv.read,
    ".tsv": csv.read,
    ".txt": csv.read,
    ".xlsx": xlsx.read,
    ".xlsm": xlsx.read,
    ".parquet": parquet.read,
}


def read(
    connection: duckdb.DuckDBPyConnection, inputs: Sequence[str], scratch: Path, tell: Tell | None = None
) -> Iterator[Raw | Trouble]:
    """Every table of the inputs, or why it cannot be read; ``scratch`` holds what had to be written again meanwhile."""
    files = list(found(inputs, frozenset(_READERS)))
    total, done = sum(one.size for one in files) or 1, 0
    for number, one in enumerate(files):
        if tell:
            tell(one.name, done, total)
        place = scratch / f"source-{number}"
        place.mkdir()
        yield from _tables(connection, one, place)
        done += one.size
    if tell:
        tell("", total, total)


def _tables(connection: duckdb.DuckDBPyConnection, one: Found, place: Path) -> Iterator[Raw | Trouble]:
    try:
        if isinstance(one.where, str):
            yield from postgres.read(connection, one.where, one.name, place)
        elif one.where.suffix.lower() in _READERS:
            yield from _READERS[one.where.suffix.lower()](connection, one.where, one.name, place)
        else:
            yield one.untold()
    except Unreadable as error:
        yield error.trouble
    except PermissionError:
        yield fatal(
            one.name,
            "没有读取权限",
            "请管理员放开权限，或换一个账户",
            "may not be read",
            "ask for the right to read it",
        )
    except FileNotFoundError:
        yield fatal(one.name, "没有这个文件", "核对路径", "there is no such file", "check the path")
