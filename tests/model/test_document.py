"""Documents: places in paragraphs and cells, grids, and one pass over all words."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields

import pytest

from jixiao.model.document import Cell, Document, Table, Unread, cell, line_at, paragraph


def test_a_cell_made_quickly_is_a_cell_like_any_other():
    made = cell(1, 2, 3, "支出（万元)", rows=2, columns=4, part="textbox", lines=((0, 7),))
    assert made == Cell(1, 2, 3, "支出（万元)", "支出（万元）", 2, 4, "textbox", ((0, 7),))
    assert type(made) is Cell
    assert [getattr(made, one.name) for one in fields(Cell)][-1] == 1.0
    with pytest.raises(FrozenInstanceError):
        made.text = "别的"


def test_a_place_names_words_lines_and_cell():
    place = cell(4, 2, 1, "年初\n预算数", lines=((0, 10), (3, 11))).place(3, 5)
    assert (place.block, place.row, place.column, place.line, place.end_line, place.quote) == (4, 2, 1, 11, 11, "预算")
    assert place.order == (4, 2, 1, 3)
    whole = paragraph(2, "甲乙", lines=((0, 3), (1, 5))).place()
    assert (whole.start, whole.end, whole.line, whole.end_line, whole.row) == (0, 2, 3, 5, None)


def test_lines_of_offsets():
    assert line_at((), 3) is None
    assert [line_at(((0, 5), (4, 6), (9, 8)), offset) for offset in (0, 3, 4, 8, 9, 99)] == [5, 5, 6, 6, 8, 8]


def test_a_grid_knows_its_merged_cells():
    wide, tall, small = cell(1, 1, 1, "宽", columns=2), cell(1, 1, 3, "高", rows=2), cell(1, 2, 1, "小")
    table = Table.of(1, [wide, tall, small])
    assert table.grid == ((wide, wide, tall), (small, None, tall))
    assert table.row(1) == [wide, tall]
    assert table.row(2) == [small, tall]
    assert (table.at(2, 3), table.at(2, 2), table.at(9, 1), table.at(1, 0)) == (tall, None, None, None)


def test_a_later_cell_never_covers_an_earlier_one():
    first, second = cell(1, 1, 1, "先", columns=2), cell(1, 1, 2, "后", columns=2)
    assert Table.of(1, [first, second]).grid == ((first, first, second),)
    assert Table.of(1, []).grid == ()


def test_one_pass_finds_words_in_paragraphs_and_cells_alike():
    table = Table.of(2, [cell(2, 1, 1, ""), cell(2, 1, 2, "５万元")])
    document = Document("a", "txt", "", (paragraph(1, "共3万元，5万元"), table, paragraph(3, "")))
    assert document.plain == "共3万元，5万元\f5万元"
    assert [p.quote for p in document.places(re.compile("5万元"))] == ["5万元", "５万元"]
    found = [(words.block, match.start() - offset) for match, words, offset in document.find(re.compile(r"\d"))]
    assert found == [(1, 1), (1, 5), (2, 0)]
    assert [p.quote for p in document.places(re.compile(r"(\d)(万元)"), 2)] == ["万元"] * 3


def test_blocks_by_kind_and_readability():
    table = Table.of(2, [cell(2, 1, 1, "甲")])
    document = Document("a", "txt", "", (paragraph(1, "乙"), table))
    assert ([one.text for one in document.paragraphs], document.tables) == (["乙"], (table,))
    assert document.readable
    assert not Document("a", "", "", unread=(Unread("empty", "空", "empty", fatal=True),)).readable
