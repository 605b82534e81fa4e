"""Record tables filled by hand, without files and checks: what indicators are tried on."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb

from jixiao.model.proof import Proof
from jixiao.records import engine
from jixiao.records.indicator import indicators
from jixiao.records.store import Store
from jixiao.records.table import tables

RECORDS = Path(__file__).parents[2] / "src/jixiao/records"
LASTING = "days"  # the base that hangs on no table
TYPES = {
    "text": "VARCHAR",
    "choice": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(18,6)",
    "money": "DECIMAL(18,2)",
    "day": "DATE",
    "moment": "TIMESTAMP",
    "deadline": "TIMESTAMP",
    "flag": "BOOLEAN",
}
_HEADER = re.compile(r"^-- (\w+):[ ]?(.*)$", re.MULTILINE)
_BARE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Rows = Iterable[Mapping[str, str]]


@functools.cache
def layout() -> dict[str, dict[str, str]]:
    """Type by column by table: as the record tables have them."""
    return {key: {one.name: one.type for one in table.columns.values()} for key, table in tables().items()}


def empty() -> duckdb.DuckDBPyConnection:
    """A database with every record table, empty."""
    connection = duckdb.connect(config={"threads": 1})
    for name, columns in layout().items():
        body = ", ".join(f"{column} {TYPES[kind]}" for column, kind in columns.items())
        connection.execute(f"CREATE TABLE {name} ({body})")
    return connection


def derive(connection: duckdb.DuckDBPyConnection, *, but: str = "") -> None:
    """The bases over what the tables hold."""
    for path in sorted((RECORDS / "bases").glob("*.sql")):
        if path.stem != but:
            connection.execute(f"CREATE TABLE {path.stem} AS {path.read_text('utf-8')}")


@functools.cache
def _kept() -> duckdb.DuckDBPyConnection:
    """One database for all examples: to make the tables takes longer than to fill them."""
    connection = empty()
    connection.execute(f"CREATE TABLE {LASTING} AS {(RECORDS / 'bases' / f'{LASTING}.sql').read_text('utf-8')}")
    return connection


@contextmanager
def connect(tables: Mapping[str, Rows]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with these rows, every other table empty, and the bases over them; afterwards nothing is left of it."""
    connection = _kept()
    connection.execute("BEGIN")
    try:
        for name, rows in tables.items():
            kinds = layout()[name]
            for row in rows:
                marks = ", ".join("?" for _ in row)
                values = [cell(value, kinds[column]) for column, value in row.items()]
                connection.execute(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", values)  # noqa: S608
        derive(connection, but=LASTING)
        yield connection
    finally:
        connection.execute("ROLLBACK")


def cell(text: str, kind: str) -> str | bool | None:
    """A cell of a pipe table as the store would keep it."""
    if text == "":
        return None
    if kind == "flag":
        return {"是": True, "否": False}[text]
    if kind == "deadline" and _BARE_DAY.fullmatch(text):
        return f"{text} 23:59:59"
    return text


def header(path: Path) -> dict[str, str]:
    """The header lines of an indicator's file."""
    return dict(_HEADER.findall(path.read_text("utf-8")))


def bound(sql: str, start: datetime, end: datetime) -> dict[str, datetime]:
    """The parameters that a query asks for; DuckDB refuses more."""
    return {key: value for key, value in (("start", start), ("end", end)) if f"${key}" in sql}


def worth(connection: duckdb.DuckDBPyConnection, code: str, start: datetime, end: datetime) -> Proof:
    """What the engine makes of the tables that are filled; those of an indicator are all there."""
    everything = dict.fromkeys(tables(), Path())
    store = Store(Path(), 1, everything, {}, (), "")
    [proof] = engine.proofs(
        store, engine.counted(connection, {code: indicators()[code].sql}, start, end), start, end, [code]
    )
    return proof
