"""Computes an indicator by its SQL file alone, straight in DuckDB: what the engine must agree with."""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import duckdb

from tests.records.layout import LAYOUT

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


@dataclass(frozen=True)
class Result:
    """What an indicator's query adds up to."""

    numerator: Decimal
    denominator: Decimal | None
    rows: int
    text: str


@functools.cache
def layout() -> dict[str, dict[str, str]]:
    """Type by column by table: those of the record tables where they are installed."""
    if importlib.util.find_spec("jixiao.records.table") is None:
        return LAYOUT
    module: Any = importlib.import_module("jixiao.records.table")
    return {key: {one.name: one.type for one in table.columns} for key, table in module.tables().items()}


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


def compute(connection: duckdb.DuckDBPyConnection, path: Path, start: datetime, end: datetime) -> Result:
    """The indicator of this file over the period."""
    sql, head = path.read_text("utf-8"), header(path)
    total = head["measure"] == "total"
    sums = "SUM(numerator), NULL, COUNT(*)" if total else "SUM(numerator), SUM(denominator), COUNT(*)"
    found = connection.execute(f"SELECT {sums} FROM ({sql}\n)", bound(sql, start, end)).fetchone()  # noqa: S608
    assert found is not None
    numerator = Decimal(found[0] or 0)
    denominator = None if total else Decimal(found[1] or 0)
    return Result(numerator, denominator, found[2], text(head, numerator, denominator))


def text(head: Mapping[str, str], numerator: Decimal, denominator: Decimal | None) -> str:
    """The value as printed: two places, and never a rounded 100 %."""
    if denominator is None:
        return f"{(numerator / int(head.get('scale', 1))).normalize():f}{head['unit']}"
    if not denominator:
        return "—"
    value = (100 if head["measure"] == "rate" else 1) * numerator / denominator
    rounding = ROUND_DOWN if head["measure"] == "rate" and value < 100 else ROUND_HALF_UP
    short = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if head["measure"] == "rate" and short == 100 and value < 100:
        short = value.quantize(Decimal("0.01"), rounding)
    return f"{short}{head['unit']}"
