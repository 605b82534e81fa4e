"""Parquet whole, and Parquet cut off."""

from __future__ import annotations

import duckdb
import pytest


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "O'N 受理.parquet"
    with duckdb.connect() as connection:
        query = (
            "SELECT 'B-' || i AS project_no, TIMESTAMP '2023-05-06 10:00:00' AS accept_date FROM range(300000) AS t(i)"
        )
        connection.execute(f"COPY ({query}) TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
    return path


def test_types_stay_and_rows_are_numbered(file, read):
    got = read(file)
    assert got.raws[0].columns == {"project_no": "VARCHAR", "accept_date": "TIMESTAMP"}
    assert (got.table[0][0], got.table[-1][:2]) == (1, (300000, "B-299999"))


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.99])
def test_a_file_cut_off_is_told(file, read, share):
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    got = read(file)
    assert (got.raws, got.troubles[0].fatal) == ([], True)
    assert "没有传完" in got.problem
