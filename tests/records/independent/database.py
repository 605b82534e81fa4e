"""Worlds in one DuckDB, and each indicator's SQL over all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

from tests.records import direct
from tests.records.independent.plain import Period, Row, World


def files() -> dict[str, Path]:
    """The SQL by code."""
    return {path.name.split("_")[0]: path for path in sorted((direct.RECORDS / "indicators").glob("*/*.sql"))}


def load(worlds: Iterable[World]) -> duckdb.DuckDBPyConnection:
    """All rows of all worlds, and the bases over them."""
    everything: dict[str, list[Row]] = {}
    for world in worlds:
        for name, rows in world.items():
            everything.setdefault(name, []).extend(rows)
    connection = direct.empty()
    for name, rows in everything.items():
        _fill(connection, name, rows)
    direct.derive(connection)
    return connection


def _fill(connection: duckdb.DuckDBPyConnection, name: str, rows: list[Row]) -> None:
    """Column by column, as lists: row by row takes minutes."""
    if rows:
        columns = sorted({column for row in rows for column in row})
        kinds = direct.layout()[name]
        lists = [[row.get(column) for row in rows] for column in columns]
        picks = ", ".join(f"UNNEST(CAST(? AS {direct.TYPES[kinds[column]]}[]))" for column in columns)
        connection.execute(f"INSERT INTO {name} ({', '.join(columns)}) SELECT {picks}", lists)


def sums(connection: duckdb.DuckDBPyConnection, path: Path, period: Period) -> dict[str, tuple[Any, Any]]:
    """Numerator and denominator by world, which is what stands before the hyphen of a number."""
    sql = path.read_text("utf-8")
    total = direct.header(path)["measure"] == "total"
    whole = "NULL" if total else "COALESCE(SUM(denominator), 0)"
    given = direct.bound(sql, period.start, period.end)
    grouped = f"SELECT SPLIT_PART(id, '-', 1), COALESCE(SUM(numerator), 0), {whole} FROM ({sql}\n) GROUP BY 1"  # noqa: S608
    return {name: (above, below) for name, above, below in connection.execute(grouped, given).fetchall()}
