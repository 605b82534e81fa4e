"""Spark says what DuckDB says, to the last digit: each indicator, each unit, each month."""

from __future__ import annotations

import importlib
import shutil
import sys
from datetime import datetime
from decimal import Decimal

import pytest

from tests.records import direct
from tests.records.independent import database
from tests.records.independent.worlds import Maker
from tests.records.independent.worlds_books import Books

pytest.importorskip("pyspark")
if not shutil.which("java"):
    pytest.skip("Spark needs Java", allow_module_level=True)

from jixiao.records import spark

START, END = datetime(2023, 1, 1), datetime(2024, 1, 1)  # noqa: DTZ001 - wall time, as in the store
LEAP_DAY = datetime(2024, 2, 29), datetime(2024, 3, 1)  # noqa: DTZ001
FILES = database.files()
QUERIES = {code: path.read_text("utf-8") for code, path in FILES.items()}
BASES = {path.stem: path.read_text("utf-8") for path in sorted((direct.RECORDS / "bases").glob("*.sql"))}
LAYOUT = {
    name: {column: direct.TYPES[kind] for column, kind in columns.items()} for name, columns in direct.layout().items()
}
ACCEPTED = {"CS01": QUERIES["CS01"]}


@pytest.fixture(scope="module")
def session():
    """For a handful of rows Spark's own compiling and adapting take most of the time."""
    builder = importlib.import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    for name in ("codegen.wholeStage", "adaptive.enabled"):
        builder = builder.config(f"spark.sql.{name}", "false")
    builder.config("spark.sql.codegen.factoryMode", "NO_CODEGEN").config("spark.sql.shuffle.partitions", 1).config(
        "spark.ui.enabled", "false"
    ).getOrCreate()
    found = spark.session("local[2]")
    yield found
    found.stop()


@pytest.fixture(scope="module")
def records():
    """Random cases, orders and books, with all the dirt that the independent computation is tried on."""
    flow = [Maker(n).world(f"w{n:04}") for n in range(80)]
    books = [Books(n).books(f"w{n:04}") for n in range(80)]
    with database.load([*flow, *books, *(Books(n).room() for n in range(3))]) as connection:
        yield connection


@pytest.fixture(scope="module")
def tables(records, tmp_path_factory):
    """The record tables as Parquet, as the store keeps them."""
    folder = tmp_path_factory.mktemp("records")
    return {name: stored(records, name, folder) for name in LAYOUT}


def stored(connection, name, folder):
    path = folder / f"{name}.parquet"
    connection.execute(f"COPY {name} TO '{path}' (FORMAT parquet)")
    return path


def by_duckdb(connection, start, end):
    for code, sql in QUERIES.items():
        below = "0" if direct.header(FILES[code])["measure"] == "total" else "SUM(denominator)"
        sums = f"SELECT unit, STRFTIME(day, '%Y-%m'), SUM(numerator), {below}, COUNT(*)"
        given = direct.bound(sql, start, end)
        for unit, month, *found in connection.execute(f"{sums} FROM ({sql}\n) GROUP BY 1, 2", given).fetchall():
            yield (code, unit, month), tuple(Decimal(number or 0) for number in found)


def by_spark(session, start, end, queries=QUERIES):
    for one in spark.sums(session, queries, start, end, spread=True):
        yield (one.code, one.unit, one.month), (one.numerator, one.denominator, Decimal(one.rows))


def test_every_indicator_by_unit_and_month_is_the_same_to_the_last_digit(session, records, tables):
    """The bases, too, are made by Spark here."""
    told = dict(by_duckdb(records, START, END))
    assert {code for code, _, _ in told} == set(QUERIES)  # there is something to count for each
    assert dict(by_spark(spark.attached(session, tables, LAYOUT, BASES), START, END)) == told


def test_bases_that_the_store_has_are_read_as_they_are(session, records, tables, tmp_path):
    bases = {name: stored(records, name, tmp_path) for name in BASES}
    own = spark.attached(session, {**tables, **bases}, LAYOUT, BASES)
    some = {code: sql for code, sql in QUERIES.items() if code.startswith(("CS0", "NW"))}
    told = {key: found for key, found in by_duckdb(records, *LEAP_DAY) if key[0] in some}
    assert dict(by_spark(own, *LEAP_DAY, some)) == told


def test_a_period_of_no_records_is_nothing(session, tables):
    own = spark.attached(session, {}, LAYOUT, BASES)
    (one,) = spark.sums(own, {"CS02": QUERIES["CS02"]}, START, END)
    assert (one.unit, one.numerator, one.denominator, one.rows) == (None, 0, 0, 0)
    assert list(spark.sums(own, ACCEPTED, START, END, spread=True)) == []


def test_the_time_zone_of_a_session_moves_no_case_over_the_end_of_the_year(session, records, tmp_path):
    """One case in the last second of the year in Shanghai, one in the first of the next."""
    records.execute("CREATE TEMP TABLE edge AS FROM cases LIMIT 0")
    for moment in ("2023-12-31 23:59:59", "2024-01-01 00:00:00"):
        records.execute("INSERT INTO edge (project_no, org_name, accept_date) VALUES ('x', 'x', ?)", [moment])
    path = stored(records, "edge", tmp_path)
    session.conf.set("spark.sql.session.timeZone", "America/New_York")
    own = spark.attached(session, {"cases": path}, LAYOUT, {})
    assert [(one.month, one.rows) for one in spark.sums(own, ACCEPTED, START, END, spread=True)] == [("2023-12", 1)]


def test_a_table_of_the_catalogue_goes_by_its_name_and_the_session_given_stays_as_it_was(session, tables):
    session.conf.set("spark.sql.session.timeZone", "Europe/Paris")
    session.read.parquet(str(tables["up_pro_accept"])).createOrReplaceGlobalTempView("accepted")
    own = spark.attached(session, {"up_pro_accept": "global_temp.accepted"}, LAYOUT, BASES)
    (one,) = spark.sums(own, ACCEPTED, START, END)
    assert one.rows > 0
    assert session.conf.get("spark.sql.session.timeZone") == "Europe/Paris"
    assert not session.catalog.listTables()


def test_the_ends_of_the_period_are_written_into_the_query():
    found = spark.carried("SELECT DATE_DIFF('second', a, b) FROM t WHERE a >= $start AND a < $end", START, END)
    assert "DATEDIFF(SECOND, a, b)" in found
    assert "a >= CAST('2023-01-01 00:00:00' AS TIMESTAMP_NTZ) AND a < CAST('2024-01-01 00:00:00'" in found


def test_without_the_extra_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(spark.NoSpark, match=r"pip install 'jixiao\[spark\]'") as said:
        spark.session()
    assert "Spark is not installed" in said.value.message_en
