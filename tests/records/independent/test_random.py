"""A thousand small worlds: every indicator is what a computation written in another way says."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.records import direct
from tests.records.independent import database, plain, plain_books
from tests.records.independent.plain import Period
from tests.records.independent.worlds import Maker
from tests.records.independent.worlds_books import Books

PERIODS = [
    Period(datetime(2023, 1, 1), datetime(2024, 1, 1)),  # noqa: DTZ001
    Period(datetime(2024, 2, 29), datetime(2024, 3, 1)),  # noqa: DTZ001 -- the leap day alone
]
PERIOD_NAMES = ["year", "leap-day"]
NAMES = [f"w{n:04}" for n in range(1000)]
FLOW = {name: Maker(n).world(name) for n, name in enumerate(NAMES)}
BOOKS = {name: Books(n).books(name) for n, name in enumerate(NAMES)}
ROOM = ("NW07", "NW08")  # their rows have no number that could name a world
FLOW_CODES = sorted(plain.compute(FLOW["w0000"], PERIODS[0]))
BOOK_CODES = sorted(plain_books.compute(BOOKS["w0000"], PERIODS[0]))


@pytest.fixture(scope="module")
def connections():
    with database.load(FLOW.values()) as flow, database.load(BOOKS.values()) as books:
        yield flow, books


@pytest.fixture(scope="module", params=PERIODS, ids=PERIOD_NAMES)
def period_and_truth(request):
    flow = {name: plain.compute(world, request.param) for name, world in FLOW.items()}
    books = {name: plain_books.compute(world, request.param) for name, world in BOOKS.items()}
    return request.param, {name: flow[name] | books[name] for name in NAMES}


@pytest.mark.parametrize("code", FLOW_CODES + BOOK_CODES)
def test_sql_and_plain_python_agree(connections, period_and_truth, code):
    period, truth = period_and_truth
    found = database.sums(connections[code in BOOK_CODES], database.files()[code], period)
    nothing = (0, None if truth["w0000"][code][1] is None else 0)
    wrong = {
        name: (found.get(name, nothing), told[code])
        for name, told in truth.items()
        if found.get(name, nothing) != told[code]
    }
    assert not wrong, f"{len(wrong)} worlds differ, among them {dict(list(wrong.items())[:3])}"


@pytest.mark.parametrize("code", FLOW_CODES + BOOK_CODES)
def test_the_worlds_tell_something_about_it(period_and_truth, code):
    """That both agree says little where there is hardly anything to count: each has worlds with different values."""
    period, truth = period_and_truth
    values = {told[code] for told in truth.values()}
    assert len(values) > (3 if period is PERIODS[0] else 1)


LEFT_OVER = {"CS07", "CS13", "HL13"}  # what is still open at the end shows the day that it fell due or was accepted


@pytest.mark.parametrize("code", FLOW_CODES + BOOK_CODES)
@pytest.mark.parametrize("period", PERIODS, ids=PERIOD_NAMES)
def test_no_row_is_told_of_a_day_outside_the_period(connections, period, code):
    """Figures by month add up to those of the year."""
    sql = database.files()[code].read_text("utf-8")
    given = direct.bound(sql, period.start, period.end)
    days = f"SELECT MIN(CAST(day AS TIMESTAMP)), MAX(CAST(day AS TIMESTAMP)) FROM ({sql}\n)"  # noqa: S608
    first, last = connections[code in BOOK_CODES].execute(days, given).fetchone()
    assert last < period.end
    assert first >= period.start or code in LEFT_OVER


def test_both_know_the_same_indicators():
    assert sorted({*FLOW_CODES, *BOOK_CODES, *ROOM}) == sorted(database.files())


@pytest.mark.parametrize("period", PERIODS, ids=PERIOD_NAMES)
def test_checks_of_the_machine_room_world_by_world(period):
    values = set()
    with database.load([]) as connection:
        for n in range(100):
            world = Books(n).room()
            connection.execute("DELETE FROM room_check")
            rows = [(row["day"], row["kind"], row["done_time"]) for row in world["room_check"]]
            if rows:
                connection.executemany("INSERT INTO room_check (day, kind, done_time) VALUES (?, ?, ?)", rows)
            told = plain_books.rooms(world, period)
            for code in ROOM:
                found = direct.worth(connection, code, period.start, period.end)
                assert (found.numerator, found.denominator) == told[code], (n, code, world)
            values.add(told["NW07"])
    assert len(values) > 1
