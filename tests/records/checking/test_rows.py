"""Rows with mistakes are kept aside, each mistake told; all others go on."""

from __future__ import annotations

import duckdb
import pytest

from jixiao.records.checking.recognising import recognised
from jixiao.records.checking.refused import CREATE
from jixiao.records.checking.rows import Checked, checked
from jixiao.records.raw import Raw

HEADINGS = ("办件编号", "受理时间", "承诺办结时间", "部门名称")
GOOD = ("B-1", "2023-05-06 10:00", "2023-05-08", "民政局")


@pytest.fixture
def check(tmp_path):
    """Checks rows under these headings; gives what came of it, the good rows and the mistakes."""
    with duckdb.connect() as connection:
        connection.execute(CREATE)

        def check(*rows, headings=HEADINGS, hint="up_pro_accept", name="受理.csv"):
            columns = ", ".join(f'"{one.replace(chr(34), chr(34) * 2)}" VARCHAR' for one in headings)
            connection.execute(f"CREATE OR REPLACE TABLE raw ({columns}, _row BIGINT)")
            for number, row in enumerate(rows, 2):
                connection.execute(f"INSERT INTO raw VALUES ({'?, ' * len(row)}?)", [*row, number])  # noqa: S608
            raw = Raw(name, "", "raw", dict.fromkeys(headings, "VARCHAR"), hint)
            came = checked(connection, raw, recognised(raw), "part", tmp_path)
            found = connection.execute("SELECT * FROM part ORDER BY _row")
            names = [one[0] for one in found.description]
            good = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
            return came, good, connection.execute('SELECT * FROM refused ORDER BY "row", "column"').fetchall()

        yield check


def test_a_good_row_keeps_where_it_stood(check):
    came, [row], mistakes = check(GOOD)
    assert came == Checked(1, 0)
    assert (row["project_no"], row["org_name"], row["_file"], row["_row"]) == ("B-1", "民政局", "受理.csv", 2)
    assert str(row["promise_date"]) == "2023-05-08 23:59:59"
    assert row["result_date"] is None  # a column that the file has not
    assert mistakes == []


def test_two_bad_cells_are_two_mistakes_and_one_row(check):
    came, good, mistakes = check(GOOD, ("", "2023-02-30", "2023-05-08", "民政局"))
    assert came == Checked(2, 1)
    assert len(good) == 1
    assert [(row, column, value, problem[:6]) for _, _, row, column, value, problem, *_ in mistakes] == [
        (3, "办件编号", "", "必填的格子是"),
        (3, "受理时间", "2023-02-30", "不是可用的日"),
    ]


def test_an_optional_cell_may_be_empty(check):
    came, [row], _ = check(("B-1", "2023-05-06", "—", ""))
    assert came.refused == 0
    assert (row["promise_date"], row["org_name"]) == (None, None)


def test_promised_before_it_was_accepted(check):
    came, _, [mistake] = check(("B-1", "2023-05-06", "2023-05-05", "民政局"))
    assert came.refused == 1
    assert "“承诺办结时间”早于“受理时间”" in mistake[5]
    assert mistake[4] == "2023-05-05 23:59:59 < 2023-05-06 00:00:00"


def test_promised_for_the_same_day_is_right(check):
    assert check(("B-1", "2023-05-06 17:00", "2023-05-06", "民政局"))[0].refused == 0


def test_a_day_and_an_hour_of_it_are_not_out_of_order(check):
    row = ("GK1", "2023-05-06", "2023-05-06", "2023-05-06 09:00")
    assert check(row, headings=("doc_no", "made_date", "due_date", "published_date"), hint="disclosure")[0].refused == 0


def test_rows_without_anything_are_passed_over(check):
    came, good, mistakes = check(GOOD, ("", " ", None, "—"), GOOD)
    assert (came, len(good), mistakes) == (Checked(2, 0), 2, [])


def test_no_rows_at_all(check):
    assert check()[:2] == (Checked(0, 0), [])


HOSTILE = "'); DROP TABLE refused; -- \" {x} $start \\ 🙂 \n"


def test_hostile_words_are_only_words(check):
    came, [row], mistakes = check((HOSTILE, "2023-05-06", "", HOSTILE), ("B-2", HOSTILE, "", ""), name=HOSTILE)
    assert came == Checked(2, 1)
    assert row["project_no"] == HOSTILE.strip()
    assert mistakes[0][0] == HOSTILE
    assert mistakes[0][4] == HOSTILE.strip()


def test_hostile_headings_are_only_headings(check):
    heading = "受理时间（\"'; DROP TABLE raw; --）"
    came, good, _ = check(("B-1", "2023-05-06"), headings=("办件编号", heading))
    assert (came.refused, len(good)) == (0, 1)


def test_a_long_value_is_told_in_short(check):
    [mistake] = check(("B-1", "x" * 1_000_000, "", ""))[2]
    assert len(mistake[4]) == 80


def test_a_choice_tells_what_may_be_chosen(check):
    row = ("RX1", "传真", "2023-05-06")
    [mistake] = check(row, headings=("order_no", "channel", "accept_time"), hint="hotline_order")[2]
    assert "热线、信箱" in mistake[6]
