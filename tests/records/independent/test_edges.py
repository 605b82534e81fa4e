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


def order(number, **said):
    known = dict.fromkeys(direct.layout()["hotline_order"])
    return known | {"order_no": f"w-{number}", "channel": "热线", "accept_time": datetime(2023, 5, 6, 10)} | said  # noqa: DTZ001


def test_a_case_of_last_year_counts_where_it_falls_due_and_where_it_ends():
    """Carried over the turn of the year: accepted in 2022, due and closed in 2023."""
    over = case(datetime(2022, 12, 30), datetime(2023, 1, 6, 23, 59, 59), datetime(2023, 1, 4))  # noqa: DTZ001
    made = world(up_pro_accept=[over])
    last = Period(datetime(2022, 1, 1), datetime(2023, 1, 1))  # noqa: DTZ001
    assert [both(made, code) for code in ("CS01", "CS02", "CS03", "CS13")] == [(0, None), (1, 1), (1, 1), (0, None)]
    told = [both(made, code, last) for code in ("CS01", "CS02", "CS03", "CS13")]
    assert told == [(1, None), (0, 0), (0, 0), (1, None)]


def test_what_is_closed_after_the_turn_of_the_year_was_open_at_its_end():
    slow = case(datetime(2023, 12, 1), datetime(2023, 12, 20), YEAR.end)  # noqa: DTZ001
    made = world(up_pro_accept=[slow])
    assert [both(made, code) for code in ("CS02", "CS03", "CS07")] == [(0, 1), (0, 0), (1, None)]


def test_a_special_procedure_begun_after_the_deadline_heals_nothing():
    due = datetime(2023, 5, 8, 23, 59, 59)  # noqa: DTZ001
    for late, good in ((timedelta(0), 1), (SECOND, 0)):
        special = [{"project_no": "w-1", "special_time": due + late, "end_time": due + timedelta(days=9)}]
        accepted = case(datetime(2023, 5, 6), due, due + timedelta(days=3))  # noqa: DTZ001
        assert both(world(up_pro_accept=[accepted], up_pro_special_procedure=special), "CS03") == (good, 1)


def test_an_open_special_procedure_begun_after_the_deadline_does_not_stop_the_clock():
    due = datetime(2023, 5, 8, 23, 59, 59)  # noqa: DTZ001
    for late, overdue in ((timedelta(0), 0), (SECOND, 1)):
        special = [{"project_no": "w-1", "special_time": due + late, "end_time": None}]
        accepted = case(datetime(2023, 5, 6), due, None)  # noqa: DTZ001
        made = world(up_pro_accept=[accepted], up_pro_special_procedure=special)
        assert both(made, "CS07") == (overdue, None)
        assert both(made, "CS02") == (0, overdue)


def test_a_case_reopened_is_closed_by_its_last_result():
    due = datetime(2023, 5, 8, 23, 59, 59)  # noqa: DTZ001
    results = [("不予许可", due), ("出证办结", due + timedelta(days=9)), ("补正", due - timedelta(days=1))]
    told = [{"project_no": "w-1", "result_date": day, "result_type": kind} for kind, day in results]
    made = world(up_pro_accept=[case(datetime(2023, 5, 6), due, None)], up_pro_result=told)  # noqa: DTZ001
    assert both(made, "CS03") == (0, 1)
    with database.load([made]) as connection:
        assert connection.execute("SELECT result_type FROM cases").fetchall() == [("出证办结",)]


def test_an_order_reopened_and_not_closed_again_is_open():
    closed, due = datetime(2023, 5, 8), datetime(2023, 5, 9)  # noqa: DTZ001
    again = order(1, close_time=closed, deadline=due, reopened=True)
    once = order(2, close_time=closed, deadline=due, reopened=False)
    made = world(hotline_order=[again, once])
    assert [both(made, code) for code in ("HL02", "HL03", "HL12", "HL13")] == [(1, 2), (1, 1), (1, 2), (1, None)]
