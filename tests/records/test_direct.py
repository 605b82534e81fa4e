from tests.records.direct import cell


def test_a_deadline_that_is_a_bare_day_lasts_until_its_end():
    assert cell("2023-05-06", "deadline") == "2023-05-06 23:59:59"
    assert cell("2023-05-06 12:00", "deadline") == "2023-05-06 12:00"
    assert cell("2023-05-06", "day") == "2023-05-06"
