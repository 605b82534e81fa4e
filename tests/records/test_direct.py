from decimal import Decimal

import pytest

from tests.records.direct import cell, text


@pytest.mark.parametrize(
    ("measure", "unit", "numerator", "denominator", "printed"),
    [
        ("rate", "%", 99999, 100000, "99.99%"),  # not 100.00%
        ("rate", "%", 1, 1, "100.00%"),
        ("rate", "%", 2, 3, "66.67%"),
        ("rate", "%", 0, 0, "—"),
        ("mean", "天", 129600, 86400, "1.50天"),
        ("total", "件", 0, None, "0件"),
        ("total", "件", 10, None, "10件"),
    ],
)
def test_a_value_is_printed_so_that_nobody_is_misled(measure, unit, numerator, denominator, printed):
    head = {"measure": measure, "unit": unit}
    assert text(head, Decimal(numerator), None if denominator is None else Decimal(denominator)) == printed


def test_a_deadline_that_is_a_bare_day_lasts_until_its_end():
    assert cell("2023-05-06", "deadline") == "2023-05-06 23:59:59"
    assert cell("2023-05-06 12:00", "deadline") == "2023-05-06 12:00"
    assert cell("2023-05-06", "day") == "2023-05-06"
