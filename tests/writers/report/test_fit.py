from __future__ import annotations

from jixiao.model.manuscript import Grid, Slot
from jixiao.writers.report.pdf import fit


def table(rows, columns=2, words="字", width=40.0):
    slots = tuple(Slot(r, c, (words,)) for r in range(1, rows + 1) for c in range(1, columns + 1))
    return Grid("g", "", (width,) * columns, slots)


def test_many_columns_have_small_letters():
    assert [fit.size(table(1, n)) for n in (2, 5, 9, 30)] == [12, 10.5, 9, 9]


def test_rows_come_closer_only_where_the_table_then_fits():
    fair, close, never = (fit.inset(table(rows), 600) for rows in (20, 37, 200))
    assert fair > close
    assert close < never < fair


def test_wrapped_lines_count():
    assert fit.inset(table(20, words="很长的一段话" * 4), 600) < fit.inset(table(20), 600)


def test_a_number_that_is_too_wide_is_written_smaller():
    grid = table(1, 9, "1234567.89", 10.0)
    assert 6 <= fit.narrowed(grid.slots[0], grid, ["1234567.89"]) < 9
    assert fit.narrowed(grid.slots[0], grid, ["12.3"]) == 9
    assert fit.narrowed(grid.slots[0], grid, ["汉字可以换行"]) == 9


def test_a_cell_over_several_rows_needs_only_what_the_rows_lack():
    tall = Grid(
        "g",
        "",
        (20.0, 20.0),
        (Slot(1, 1, ("一二三四五六七八九十" * 4,), rows=2), Slot(1, 2, ("甲",)), Slot(2, 2, ("乙",))),
    )
    assert fit.inset(tall, 5000) > fit.inset(tall, 172)


def test_nothing_fits_anywhere():
    assert fit.inset(Grid("g", "", (), ()), 10) > 0
