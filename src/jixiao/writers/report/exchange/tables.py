"""表和列 of the export, from tables.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Column:
    """字段. ``source``: the value of a row that stands in it, "" where the receiver fills it in. ``number``: digits, decimals."""

    name: str
    label: str
    source: str = ""
    length: int | None = None
    number: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """库表. ``rows``: sheets, goals, indicators, funds or files."""

    name: str
    label: str
    rows: str
    columns: tuple[Column, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Every table with the columns that all have, then its own."""
    data = _data()
    common = tuple(map(_column, data["common"]))
    return tuple(
        Table(one["name"], one["label"], one["rows"], (*common, *map(_column, one["columns"])))
        for one in data["tables"]
    )


@cache
def notes() -> tuple[str, ...]:
    """What whoever imports it must know."""
    return tuple(_data()["notes"])


@cache
def status() -> str:
    """How well the names are founded."""
    return str(_data()["status"])


@cache
def _data() -> dict[str, Any]:
    text = files("jixiao.writers.report.exchange").joinpath("tables.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def _column(data: dict[str, Any]) -> Column:
    number = data.get("number")
    return Column(
        data["name"],
        data["label"],
        data.get("from", ""),
        data.get("length"),
        (number[0], number[1]) if number else None,
    )
