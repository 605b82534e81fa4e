"""DuckDB over records: a connection of bounded memory, views of tables and bases, and which tables a query reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import duckdb
import sqlglot
from sqlglot import exp

from jixiao.records.table import tables

_SETTINGS = {
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,  # no network is ever asked
    "autoload_known_extensions": False,
}


def connect(memory: str = "1GB", scratch: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A database in memory that takes no more than this; what does not fit goes to ``scratch`` where one is given."""
    connection = duckdb.connect(config={**_SETTINGS, "memory_limit": memory})
    connection.execute("SET enable_progress_bar = false")
    if scratch:
        connection.execute(f"SET temp_directory = {quoted(str(scratch))}")
    return connection


def attach(connection: duckdb.DuckDBPyConnection, places: Mapping[str, Path]) -> None:
    """A view for every record table and base: a table without a place is empty, such a base is made of the tables."""
    for name, table in tables().items():
        if name not in places:
            columns = ", ".join(f"{column.name} {column.sql}" for column in table.columns.values())
            connection.execute(f"CREATE TEMP TABLE {name} ({columns})")
    for name, place in places.items():
        connection.execute(f"CREATE TEMP VIEW {name} AS FROM read_parquet({quoted(str(place))})")
    for name, sql in bases().items():
        if name not in places:
            connection.execute(f"CREATE TEMP TABLE {name} AS {sql}")


@cache
def bases() -> Mapping[str, str]:
    """The queries that derive bases (the folder ``bases``) from the record tables, by name."""
    found = files(__package__).joinpath("bases").iterdir()
    return {file.name.removesuffix(".sql"): file.read_text("utf-8") for file in sorted(found, key=lambda one: one.name)}


@cache
def reads(sql: str) -> frozenset[str]:
    """The record tables that a query reads, those of its bases too."""
    named = {table.name for table in sqlglot.parse_one(sql, read="duckdb").find_all(exp.Table)}
    return frozenset(named & tables().keys()).union(*(reads(bases()[name]) for name in named & bases().keys()))


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def listed(names: Iterable[str]) -> str:
    """Names in SQL, one after the other."""
    return ", ".join(identifier(name) for name in names)
