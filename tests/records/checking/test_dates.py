"""Every form in which systems write a day, and what is none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.checking.asked import kept


def at(*parts):
    return datetime(*parts)  # noqa: DTZ001 - wall time of Shanghai


NOON = at(2023, 5, 6, 10, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-06 10:30", "2023-05-06 10:30:00", "2023-05-06T10:30:00", "2023/5/6 10:30", "2023.5.6 10:30", "20230506103000",
        "2023年5月6日10时30分", "2023年5月6日 10:30", "2023年05月06日10时30分00秒", "  2023-05-06 10:30　", "２０２３－０５－０６　１０：３０",
        "2023-05-06T10:30:00+08:00", "2023-05-06T02:30:00Z", "2023-05-06T10:30:00.987+0800", "2023-05-05 21:30-05", "2023-05-06 10:30:00.5",
        "45052.4375",
    ],
)  # fmt: skip
def test_one_moment_in_many_forms(text):
    assert kept("moment", text) == NOON


@pytest.mark.parametrize(
    "text", ["2023-05-06", "2023/5/6", "2023年5月6日", "2023.05.06", "20230506", "45052", "2023-5-6"]
)
def test_a_bare_day_begins_at_its_first_second_and_as_a_deadline_lasts_to_its_last(text):
    assert kept("moment", text) == at(2023, 5, 6)
    assert kept("day", text) == date(2023, 5, 6)
    assert kept("deadline", text) == at(2023, 5, 6, 23, 59, 59)


@pytest.mark.parametrize(
    ("text", "ends"), [("2023-05-06 00:00", at(2023, 5, 6)), ("2023年5月6日9时", at(2023, 5, 6, 9))]
)
def test_a_deadline_with_its_hour_ends_then(text, ends):
    assert kept("deadline", text) == ends


def test_a_day_is_told_without_the_time_beside_it():
    assert kept("day", "2023-05-06 23:59:59") == date(2023, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30", "2023-02-29", "2023-13-01", "0000-00-00", "0000-00-00 00:00:00", "2023-06-31 10:00", "2023-05-06 25:00",
        "1949-12-31", "2101-01-01", "9999-12-31", "infinity", "-infinity", "epoch", "now", "明天", "2023", "2023-05", "6/5/2023",
        "10:00", "2023-05-06 (BC)", "2023-05-06; DROP TABLE refused", "12345", "999999",
    ],
)  # fmt: skip
def test_what_is_no_day_of_a_calendar_is_none(text):
    assert kept("moment", text) is None
    assert kept("deadline", text) is None
    assert kept("day", text) is None


def test_the_leap_day_is_one():
    assert kept("day", "2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["", "  ", "NULL", "\\N", "—", "-", "/", "NaT", "\u3000", None])
def test_words_for_nothing_are_nothing(text):
    assert kept("moment", text) is None


def test_dates_that_a_file_has_as_such_stay_as_they_are():
    assert kept("moment", NOON, "TIMESTAMP") == NOON
    assert kept("day", NOON, "TIMESTAMP") == date(2023, 5, 6)
    assert kept("deadline", date(2023, 5, 6), "DATE") == at(2023, 5, 6, 23, 59, 59)
    assert kept("deadline", at(2023, 5, 6), "TIMESTAMP") == at(2023, 5, 6)
    assert kept("moment", at(1900, 1, 1), "TIMESTAMP") is None


def test_a_moment_with_its_time_zone_is_told_as_the_clocks_of_shanghai_showed_it():
    utc = datetime(2022, 12, 31, 16, 0, 0, tzinfo=UTC)
    assert kept("moment", utc, "TIMESTAMP WITH TIME ZONE") == at(2023, 1, 1)


@settings(max_examples=60, deadline=None)
@given(st.datetimes(at(1950, 1, 1), at(2100, 12, 31)))
def test_what_is_written_is_read(moment):
    moment = moment.replace(microsecond=0)
    for form in ("%Y-%m-%d %H:%M:%S", "%Y年%m月%d日%H时%M分%S秒", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S"):
        assert kept("moment", moment.strftime(form)) == moment
    serial = (moment - at(1899, 12, 30)) / timedelta(days=1)
    assert abs(kept("moment", f"{serial:.9f}") - moment) <= timedelta(seconds=1)
