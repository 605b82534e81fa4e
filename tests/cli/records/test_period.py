"""A period as people write it."""

from datetime import datetime

import pytest

from jixiao.cli.problem import Problem
from jixiao.cli.records.period import period


@pytest.mark.parametrize(
    ("text", "named", "start", "end"),
    [
        ("2023", "2023", "2023-01-01", "2024-01-01"), ("2023年度", "2023", "2023-01-01", "2024-01-01"),
        ("2023-05", "2023-05", "2023-05-01", "2023-06-01"), ("2023年5月", "2023-05", "2023-05-01", "2023-06-01"),
        ("2023-12", "2023-12", "2023-12-01", "2024-01-01"), ("2023-Q1", "2023-Q1", "2023-01-01", "2023-04-01"),
        ("2023-q4", "2023-Q4", "2023-10-01", "2024-01-01"), ("2023年Q3", "2023-Q3", "2023-07-01", "2023-10-01"),
        ("2023-H2", "2023-H2", "2023-07-01", "2024-01-01"), ("2023-h1", "2023-H1", "2023-01-01", "2023-07-01"),
    ],
)  # fmt: skip
def test_it_begins_and_ends_with_a_month(text, named, start, end):
    found = period(text)
    assert (found.text, found.start, found.end) == (named, datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    "text", ["", "去年", "2023-13", "2023-00", "23", "2023-Q5", "2023-05-06", "2023;DROP TABLE", "9999", "٢٠٢٣"]
)
def test_nonsense_is_answered_with_how_to_write_it(text):
    with pytest.raises(Problem, match="年写 2023，月写 2023-05，季度写 2023-Q1"):
        period(text)
