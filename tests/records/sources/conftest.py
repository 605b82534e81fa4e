"""Reads inputs as a run would, and shows what each table holds."""

from __future__ import annotations

import pytest

from jixiao.records import sources
from jixiao.records.database import connect
from jixiao.records.trouble import Trouble


class Got:
    """What came of some inputs."""

    def __init__(self, connection, found):
        self.troubles = [one for one in found if isinstance(one, Trouble)]
        self.raws = [one for one in found if not isinstance(one, Trouble)]
        self.tables = {raw.name: rows(connection, raw) for raw in self.raws}

    @property
    def table(self):
        """The one table: rows as tuples, each with the number of its row first."""
        [rows] = self.tables.values()
        return rows

    @property
    def problem(self):
        [trouble] = self.troubles
        return trouble.problem


def rows(connection, raw):
    columns = ", ".join('"' + one.replace('"', '""') + '"' for one in raw.columns)
    return connection.execute(f"SELECT _row, {columns} FROM {raw.relation} ORDER BY _row").fetchall()  # noqa: S608


@pytest.fixture
def read(tmp_path):
    """Reads inputs (paths or addresses)."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with connect(scratch=scratch) as connection:
        connection.execute("SET preserve_insertion_order = true")

        def read(*inputs, tell=None):
            for left in scratch.iterdir():
                left.rename(tmp_path / f"old-{len(list(tmp_path.iterdir()))}")
            return Got(connection, list(sources.read(connection, [str(one) for one in inputs], scratch, tell)))

        yield read
