"""``reports.parquet``, ``findings.parquet``, ``units.parquet``: the tables of tables.yaml, for whoever asks questions in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jixiao.batch.outputs import About
from jixiao.batch.outputs.tables import Row, columns, finding_rows, report_row, unit_rows
from jixiao.batch.result import Result
from jixiao.batch.tally import Tally

GROUP = 16_384  # rows that are held before they are written; our own choice
_TYPES = {"text": pa.string(), "int": pa.int32(), "number": pa.float64(), "flag": pa.bool_()}


class Output:
    """The three tables, a group of rows at a time."""

    def open(self, folder: Path, about: About) -> None:
        """Begins the files."""
        made = {"made_by": f"jixiao {about.version}", "program": about.made_by, "job": about.job.digest}
        self._reports, self._findings, self._units = (
            _Table(folder, name, made) for name in ("reports", "findings", "units")
        )
        self._tally, self._turnout = Tally(), about.turnout

    def add(self, result: Result) -> None:
        """The rows of one result."""
        self._reports.add(report_row(result))
        for row in finding_rows(result):
            self._findings.add(row)
        self._tally.add(result)

    def close(self) -> None:
        """The rows that are left, and the units."""
        for row in unit_rows(self._tally, self._turnout):
            self._units.add(row)
        for table in (self._reports, self._findings, self._units):
            table.close()


class _Table:
    """One Parquet file, written in row groups."""

    def __init__(self, folder: Path, name: str, made: dict[str, str]) -> None:
        about = columns(name)
        fields = [pa.field(one.name, _TYPES[one.type], metadata={"zh": one.zh, "en": one.en}) for one in about]
        self._schema = pa.schema(fields, metadata=made)
        self._names = [one.name for one in about]
        self._writer: Any = pq.ParquetWriter(folder / f"{name}.parquet", self._schema, compression="zstd")
        self._rows: list[list[Any]] = []

    def add(self, row: Row) -> None:
        self._rows.append([row[name] for name in self._names])
        if len(self._rows) >= GROUP:
            self._flush()

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        held = zip(*self._rows, strict=True)
        arrays = [pa.array(values, field.type) for values, field in zip(held, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=GROUP)
        self._rows.clear()
