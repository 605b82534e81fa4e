"""Raw (原始数据): one table as it came in, before any check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """A file, a sheet or a database table that lies in DuckDB under its own headings."""

    name: str  # as the user knows it: 受理.csv, 台账.xlsx·受理
    sha256: str  # of the file's bytes; of all values in order where there is no file
    relation: str  # name of a view or table in DuckDB: the columns below and _row BIGINT, the row in the file
    columns: Mapping[str, str]  # heading as written → DuckDB type (VARCHAR, or typed where the source is)
    hint: str  # file, sheet or table name, by which the record table may be recognised
