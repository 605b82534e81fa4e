"""Versions (数据更新): of several rows about the same record the latest counts, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from jixiao.records.database import listed, quoted
from jixiao.records.table import Table, tables


def merge(connection: duckdb.DuckDBPyConnection, name: str, parts: Sequence[str], path: Path) -> Mapping[str, int]:
    """Writes the parts of a table as one Parquet file; gives how many rows of each file were replaced by later ones.

    A later ``version`` wins (cd_time), without one the row read last. Only what occurs more than once is sorted: of
    fifty million cases that is a handful.
    """
    table = tables()[name]
    every = "\nUNION ALL BY NAME ".join(f"SELECT *, {number} AS _part FROM {part}" for number, part in enumerate(parts))
    connection.execute(f"CREATE OR REPLACE TEMP VIEW all_parts AS {every}")
    if not table.key:
        _write(connection, "FROM all_parts", path)
        return {}
    key = listed(table.key)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE often AS SELECT {key} FROM all_parts GROUP BY ALL HAVING COUNT(*) > 1"
    )
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE ranked AS SELECT *, "
        f"ROW_NUMBER() OVER (PARTITION BY {key} ORDER BY {_latest(table)}) AS _rank FROM all_parts SEMI JOIN often USING ({key})"
    )
    _write(
        connection,
        f"FROM all_parts ANTI JOIN often USING ({key}) "
        "UNION ALL BY NAME SELECT * EXCLUDE (_rank) FROM ranked WHERE _rank = 1",
        path,
    )
    gone = connection.execute("SELECT _file, COUNT(*) FROM ranked WHERE _rank > 1 GROUP BY 1").fetchall()
    return dict(gone)


def _latest(table: Table) -> str:
    version = [f'"{table.version}" DESC NULLS LAST'] if table.version else []
    return ", ".join([*version, "_part DESC", "_row DESC"])


def _write(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    connection.execute(
        f"COPY (SELECT * EXCLUDE (_part) FROM ({query})) TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)"
    )
