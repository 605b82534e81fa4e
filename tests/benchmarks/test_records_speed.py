"""The ways of counting that the benchmark of records compares count the same; no figure of speed is asserted."""

from __future__ import annotations

import importlib.util

import pytest

from benchmarks import records_speed
from benchmarks.records import by_hand, in_pandas, made

ROWS = 20_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    found = tmp_path_factory.mktemp("cases")
    made.cases(ROWS, found)
    return found


def test_the_query_by_hand_and_pandas_count_the_same(folder):
    pytest.importorskip("pandas")
    files = made.files(ROWS, folder)
    cells = by_hand.cells(files, made.START, made.END)
    assert {code for code, _, _ in cells} == {f"CS{number:02d}" for number in range(1, 15)}
    assert in_pandas.cells(files, made.START, made.END) == cells


def test_the_same_number_of_cases_is_the_same_file_and_is_made_once(folder, tmp_path):
    first = made.cases(ROWS, folder)["cases"]
    stamp = first.stat().st_mtime_ns
    made.cases(ROWS, folder)
    assert first.stat().st_mtime_ns == stamp
    again = by_hand.cells(made.cases(ROWS, tmp_path), made.START, made.END)
    assert again == by_hand.cells(made.files(ROWS, folder), made.START, made.END)


@pytest.mark.skipif(not importlib.util.find_spec("jixiao.records.engine"), reason="the engine is not there yet")
def test_it_prints_its_table(tmp_path):
    bench = records_speed.Bench(tmp_path, 5000, 1, spark=False)
    lines = list(bench.report())
    assert any(line.startswith("jixiao ÷ by hand") for line in lines)
    assert not [line for line in bench.failed if "do not count the same" in line]
