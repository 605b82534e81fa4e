"""Table (台账): a kind of records with its columns, as a YAML file of ``tables`` describes it; data only, no logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

# Types of columns and what DuckDB keeps them as. Moments are wall time of Asia/Shanghai in whole seconds; a deadline
# without a time of day is the last second of its day; money is 元.
TYPES: Mapping[str, str] = {
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column (列): its name, what exports call it, and what its cells must be."""

    name: str
    title: str
    type: str  # one of TYPES
    required: bool
    aliases: tuple[str, ...]  # headings that mean it, beside name and title
    values: Mapping[str, tuple[str, ...]]  # what a choice is kept as → words that mean it; of an integer likewise
    unit: str
    standard: bool  # a name of the national exchange tables; our own names are not
    note: str

    @property
    def sql(self) -> str:
        """The type that DuckDB keeps it as."""
        return TYPES[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of records (台账): 办件受理, 12345工单, 固定资产 …"""

    id: str
    title: str
    title_en: str
    key: tuple[str, ...]  # columns that make a row one
    version: str  # column by which a later row replaces an earlier one; without it the row read last does
    order: tuple[tuple[str, str], ...]  # pairs of which the first is never later than the second
    unit: str  # column of the organisation; "" where there is none
    columns: Mapping[str, Column]
    cite: str
    verified: bool
    own: bool  # names are ours, for want of a standard


@cache
def tables() -> Mapping[str, Table]:
    """All record tables by id."""
    found = sorted(files(__package__).joinpath("tables").iterdir(), key=lambda file: file.name)
    return {table.id: table for table in map(_read, found)}


def _read(file: Traversable) -> Table:
    data = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    columns = {name: _column(name, one) for name, one in data["columns"].items()}
    return Table(
        id=file.name.removesuffix(".yaml"),
        title=data["title"],
        title_en=data["title_en"],
        key=tuple(data["key"]),
        version=data.get("version", ""),
        order=tuple((earlier, later) for earlier, later in data.get("order", ())),
        unit=data.get("unit", ""),
        columns=columns,
        cite=data["cite"],
        verified=data["verified"],
        own=data["own"],
    )


def _column(name: str, data: Mapping[str, Any]) -> Column:
    values = {str(value): tuple(map(str, words)) for value, words in data.get("values", {}).items()}
    return Column(
        name=name,
        title=data["title"],
        type=data["type"],
        required=data.get("required", False),
        aliases=tuple(data.get("aliases", ())),
        values=values,
        unit=data.get("unit", ""),
        standard=data.get("standard", False),
        note=data.get("note", ""),
    )
