"""Parquet: read where it lies, typed as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from jixiao.records.database import quoted
from jixiao.records.raw import Raw
from jixiao.records.sources.unreadable import fatal
from jixiao.records.store import digest
from jixiao.records.trouble import Trouble


def read(connection: duckdb.DuckDBPyConnection, path: Path, name: str, place: Path) -> Iterator[Raw | Trouble]:
    """The one table of a file; rows are numbered from 1, there is no heading."""
    relation = f"raw_{place.name.replace('-', '_')}"
    try:
        connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {relation} AS SELECT * EXCLUDE (file_row_number), file_row_number + 1 AS _row "
            f"FROM read_parquet({quoted(str(path))}, file_row_number = true)"
        )
        columns = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {relation}").fetchall() if row[0] != "_row"}
    except duckdb.Error:
        yield fatal(
            name, "不是完整的 Parquet 文件，可能没有传完", "重新导出或重新传一次",
            "is no whole Parquet file; it may have been cut off", "export or copy it again",
        )  # fmt: skip
        return
    yield Raw(name, digest(path), relation, columns, path.stem)
