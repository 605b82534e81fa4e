"""One cell through a cast: what the store would keep of it."""

from __future__ import annotations

import functools
from typing import Any

import duckdb

from jixiao.records.checking.casts import cast
from jixiao.records.table import Column


def column(kind: str, **more: Any) -> Column:
    known: dict[str, Any] = {
        "name": "cell", "title": "格", "required": False, "aliases": (), "values": {}, "unit": "", "standard": False, "note": "",
    }  # fmt: skip
    return Column(type=kind, **(known | more))


def kept(kind: str, value: Any, type_: str = "VARCHAR", heading: str = "格", **more: Any) -> Any:
    """What becomes of a value that stands under a heading of this type of DuckDB."""
    made = cast(column(kind, **more), heading, type_)
    name = heading.replace('"', '""')
    query = f'SELECT "{name}", {made.text} AS t_cell FROM (SELECT CAST(? AS {type_}) AS "{name}")'  # noqa: S608 - words of the test
    for step, expression in made.steps:
        query = f"SELECT *, {expression} AS {step} FROM ({query})"  # noqa: S608
    found = _connection().execute(f"SELECT c_cell FROM ({query})", [value]).fetchone()  # noqa: S608
    assert found is not None
    return found[0]


@functools.cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})
