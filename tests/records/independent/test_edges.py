"""The edges by name."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.records import direct
from tests.records.independent import database, plain
from tests.records.independent.plain import Period

YEAR = Period(datetime(2023, 1, 1), datetime(2024, 1, 1))  # noqa: DTZ001
SECOND = timedelta(seconds=1)


def case(accepted, promised, closed, number="w-1"):
    known = {"project_no": number, "task_code": "t", "project_type": "承诺件", "data_source": "窗口"}
    return known | {"accept_date": accepted, "promise_date": promised, "result_date": closed}


def world(**tables):
    return {name: [] for name in direct.layout()} | tables


def both(made, code, period=YEAR):
    """What SQL and plain Python say, which is the same."""
    with database.load([made]) as connection:
        found = database.sums(connection, database.files()[code], period)
    told = plain.compute(made, period)[code]
    nothing = (0, None if told[1] is None else 0)
    assert found.get("w", nothing) == told
    return told


@pytest.mark.parametrize("code", sorted(database.files()))
def test_empty_tables_give_no_row_at_all(code):
    """Nothing to divide by: the engine has to say so, never 0 % or 100 %."""
    with direct.connect({}) as connection:
        assert database.sums(connection, database.files()[code], YEAR) == {}


def test_zero_denominator_though_there_are_cases():
    accepted = datetime(2023, 5, 6, 10)  # noqa: DTZ001
    assert both(world(up_pro_accept=[case(accepted, None, accepted)]), "CS03") == (0, 0)


@pytest.mark.parametrize(("late", "good"), [(0, 1), (1, 0)], ids=["at the deadline", "a second later"])
def test_one_case_at_the_exact_deadline(late, good):
    due = datetime(2023, 5, 8, 23, 59, 59)  # noqa: DTZ001
    made = world(up_pro_accept=[case(datetime(2023, 5, 6), due, due + late * SECOND)])  # noqa: DTZ001
    assert both(made, "CS03") == (good, 1)


@pytest.mark.parametrize(("late", "good"), [(0, 1), (1, 0)], ids=["at the deadline", "a second later"])
def test_a_special_procedure_moves_the_exact_deadline(late, good):
    accepted, due = datetime(2023, 5, 6, 10), datetime(2023, 5, 8, 23, 59, 59)  # noqa: DTZ001
    closed = due + timedelta(days=3) + late * SECOND
    pauses = [(accepted, accepted + timedelta(days=2)), (accepted + timedelta(days=1), accepted + timedelta(days=3))]
    special = [{"project_no": "w-1", "special_time": begun, "end_time": ended} for begun, ended in pauses]
    made = world(up_pro_accept=[case(accepted, due, closed)], up_pro_special_procedure=special)
    assert both(made, "CS03") == (good, 1)


def test_last_second_of_the_year_counts_and_midnight_does_not():
    last = YEAR.end - SECOND
    made = world(up_pro_accept=[case(last, None, None, "w-1"), case(YEAR.end, None, None, "w-2")])
    assert both(made, "CS01") == (1, None)


def test_leap_day_is_a_day_of_its_own():
    day = Period(datetime(2024, 2, 29), datetime(2024, 3, 1))  # noqa: DTZ001
    rows = [
        case(day.start - SECOND, None, None, "w-1"),
        case(day.start, None, None, "w-2"),
        case(day.end, None, None, "w-3"),
    ]
    assert both(world(up_pro_accept=rows), "CS01", day) == (1, None)


def test_a_day_more_in_february_is_a_day_more_of_handling():
    leap = case(datetime(2024, 2, 28), None, datetime(2024, 3, 1))  # noqa: DTZ001
    year = Period(datetime(2024, 1, 1), datetime(2025, 1, 1))  # noqa: DTZ001
    assert both(world(up_pro_accept=[leap]), "CS06", year) == (2 * 86400, 86400)
    usual = case(datetime(2023, 2, 28), None, datetime(2023, 3, 1))  # noqa: DTZ001
    assert both(world(up_pro_accept=[usual]), "CS06") == (86400, 86400)
