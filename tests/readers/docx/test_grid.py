"""Tables of a Word file: spans, merges and nesting become one grid."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.readers import limits
from tests.readers.building import codes, document, grid, p, tbl, tc, texts

SPAN = "<w:gridSpan w:val='{}'/>"
START, ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def test_columns_merge():
    found = document(tbl(tc("甲", properties=SPAN.format(2)) + tc("乙"), tc("丙") + tc("丁") + tc("戊")))
    assert grid(found.tables[0])[:2] == [(1, 1, 1, 2, "甲"), (1, 3, 1, 1, "乙")]
    assert [one.text for one in found.tables[0].row(1)] == ["甲", "乙"]


def test_rows_merge_and_hidden_words_of_the_rest_are_not_read():
    found = document(
        tbl(
            tc("甲", properties=START) + tc("乙"),
            tc("旧", properties=ON) + tc("丙"),
            tc("新", properties=START) + tc("丁"),
        )
    )
    assert grid(found.tables[0]) == [
        (1, 1, 2, 1, "甲"),
        (1, 2, 1, 1, "乙"),
        (2, 2, 1, 1, "丙"),
        (3, 1, 1, 1, "新"),
        (3, 2, 1, 1, "丁"),
    ]


def test_a_merge_that_continues_nothing_is_a_cell():
    assert grid(document(tbl(tc("甲", properties=ON))).tables[0]) == [(1, 1, 1, 1, "甲")]


def test_old_flat_merge():
    found = document(
        tbl(tc("甲", properties="<w:hMerge w:val='restart'/>") + tc("", properties="<w:hMerge/>") + tc("乙"))
    )
    assert grid(found.tables[0]) == [(1, 1, 1, 2, "甲"), (1, 3, 1, 1, "乙")]


def test_rows_that_start_further_right():
    found = document(tbl(tc("甲") + tc("乙"), "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("丙")))
    assert grid(found.tables[0])[2] == (2, 2, 1, 1, "丙")
    assert found.tables[0].at(2, 1) is None


def test_paragraphs_of_a_cell_are_lines():
    assert document(tbl(tc("一", "", "二", "")) + p("后")).tables[0].cells[0].text == "一\n\n二"


def test_a_nested_table_follows_its_parent_and_leaves_its_cell_alone():
    inner = tbl(tc("内甲") + tc("内乙"))
    found = document(tbl(tc("外") + tc("前", inner, "后"), tc("左") + tc("右")) + p("末"))
    outer, nested = found.tables
    assert (outer.block, nested.block, nested.inside) == (1, 2, (1, 1, 2))
    assert [one.text for one in outer.cells] == ["外", "前\n后", "左", "右"]
    assert [one.text for one in nested.cells] == ["内甲", "内乙"]
    assert texts(found) == ["末"]


def test_a_table_nested_in_a_nested_table():
    found = document(tbl(tc("一", tbl(tc("二", tbl(tc("三")), "") + tc("乙")), "") + tc("甲")))
    assert [(table.block, table.inside) for table in found.tables] == [(1, None), (2, (1, 1, 1)), (3, (2, 1, 1))]
    assert [[one.text for one in table.cells] for table in found.tables] == [["一", "甲"], ["二", "乙"], ["三"]]


def test_a_span_of_millions_is_cut():
    found = document(tbl(tc("甲", properties=SPAN.format(10_000_000)) + tc("乙")))
    assert [one.columns for one in found.tables[0].cells] == [limits.COLUMNS, 1]
    assert codes(found) == ["span"]


def test_nonsense_spans_are_one():
    found = document(tbl(tc("甲", properties=SPAN.format("x")) + tc("乙", properties=SPAN.format("-3"))))
    assert [one.columns for one in found.tables[0].cells] == [1, 1]


@st.composite
def tables(draw):
    """A grid cut into rectangles: {(row, column): (rows, columns)}, height, width."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(1, height + 1):
        for column in range(1, width + 1):
            if (row, column) in taken:
                continue
            room = next((c for c in range(column, width + 1) if (row, c) in taken), width + 1) - column
            columns, rows = draw(st.integers(1, room)), draw(st.integers(1, height - row + 1))
            cells[row, column] = (rows, columns)
            taken |= {(r, c) for r in range(row, row + rows) for c in range(column, column + columns)}
    return cells, height, width


@settings(max_examples=40, deadline=None)
@given(tables())
def test_any_grid_survives_the_way_through_word(made):
    cells, height, width = made
    rows = []
    for row in range(1, height + 1):
        words = ""
        for column in range(1, width + 1):
            anchor = next(
                (r, c) for (r, c), (h, w) in cells.items() if r <= row < r + h and c <= column < c + w
            )  # fmt: skip
            if anchor[1] != column:
                continue
            high, wide = cells[anchor]
            merge = "" if high == 1 else START if anchor[0] == row else ON
            words += tc(f"{anchor[0]}-{anchor[1]}" if anchor[0] == row else "", properties=SPAN.format(wide) + merge)
        rows.append(words)
    found = document(tbl(*rows)).tables[0]
    assert grid(found) == [(r, c, h, w, f"{r}-{c}") for (r, c), (h, w) in cells.items()]
    assert all(one is not None for line in found.grid for one in line)
