"""One scan for many indicators gives what each query gives by itself."""

from __future__ import annotations

from datetime import datetime

import pytest

from jixiao.records import engine
from jixiao.records.fusing import fused, month_name, parts_of
from jixiao.records.indicator import indicators
from tests.records.independent import database
from tests.records.independent.worlds import Maker
from tests.records.independent.worlds_books import Books

START, END = datetime(2023, 1, 1), datetime(2024, 1, 1)  # noqa: DTZ001 - wall time, as in the tables
QUERIES = {code: one.sql for code, one in indicators().items()}
PLAIN = "SELECT a AS id, u AS unit, day, 1 AS numerator FROM t WHERE day >= $start AND day < $end"


@pytest.fixture(scope="module")
def records():
    worlds = [made for n in range(150) for made in (Maker(n).world(f"w{n:04}"), Books(n).books(f"w{n:04}"))]
    with database.load(worlds) as connection:
        yield connection


def by_unit_and_month(cells):
    found = {}
    for one in cells:
        key = (one.code, one.unit, one.month)
        above, below, rows = found.get(key, (0, 0, 0))
        found[key] = (above + one.numerator, below + one.denominator, rows + one.rows)
    return found


@pytest.mark.parametrize(
    ("start", "end"),
    [(START, END), (datetime(2023, 5, 1), datetime(2023, 6, 1)), (datetime(2023, 2, 1), datetime(2024, 3, 1))],  # noqa: DTZ001
    ids=["year", "month", "over the leap day"],
)
def test_cells_are_those_of_each_query_alone(records, start, end):
    together = engine.counted(records, QUERIES, start, end)
    alone = [one for code, sql in QUERIES.items() for one in engine.asked(records, code, sql, start, end)]
    assert by_unit_and_month(together) == by_unit_and_month(alone)


def test_most_indicators_need_no_scan_of_their_own():
    scans, alone = fused(QUERIES, START, END)
    assert len(alone) < len(QUERIES) / 3
    assert {"cases", "orders"} <= {scan.base for scan in scans}
    assert not [code for code in alone if code.startswith("CS")]


@pytest.mark.parametrize("end", [datetime(2023, 12, 31), datetime(2024, 1, 1, 0, 0, 1)])  # noqa: DTZ001
def test_a_period_within_a_month_is_asked_query_by_query(end):
    assert fused(QUERIES, START, end) == ([], list(QUERIES))


def test_what_is_equal_is_counted_once():
    [scan], alone = fused({"AA01": PLAIN, "AA02": PLAIN}, START, END)
    assert (len(scan.columns), len(scan.cells), alone) == (1, 2, [])


@pytest.mark.parametrize(
    "sql",
    [
        PLAIN + " GROUP BY ALL",
        PLAIN.replace("1 AS", "SUM(a) AS"),
        PLAIN.replace("FROM t", "FROM t JOIN s USING (a)"),
        PLAIN.replace(", day,", ", a + b AS day,"),
        f"WITH t AS (SELECT 1) {PLAIN}",
        f"{PLAIN} UNION {PLAIN}",
        PLAIN.replace("SELECT", "SELECT DISTINCT"),
    ],
)
def test_what_is_more_than_plain_is_left_alone(sql):
    assert parts_of("AA01", sql) == []


def test_a_union_of_plain_queries_is_plain():
    assert [part.base for part in parts_of("AA01", f"{PLAIN} UNION ALL {PLAIN.replace('FROM t', 'FROM s')}")] == [
        "t",
        "s",
    ]


@pytest.mark.parametrize(("number", "name"), [(2023 * 12 + 12, "2023-12"), (2024 * 12 + 1, "2024-01"), (None, "")])
def test_months_have_names(number, name):
    assert month_name(number) == name
