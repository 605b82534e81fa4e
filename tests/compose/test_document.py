"""The document that a manuscript reads as: what a reader yields of the written file."""

from __future__ import annotations

from jixiao import compose
from jixiao.compose.document import pieces
from jixiao.model.document import Paragraph, Table
from jixiao.model.manuscript import Grid, Line
from tests.compose.samples import manuscript


def test_paragraphs_and_tables_stand_in_order():
    document = compose.document(manuscript())
    assert [block.block for block in document.blocks] == list(range(1, len(document.blocks) + 1))
    shown = [piece for piece in manuscript().pieces if isinstance(piece, Line | Grid)]
    assert len(shown) == len(document.blocks)
    for piece, block in zip(shown, document.blocks, strict=True):
        if isinstance(piece, Line):
            assert isinstance(block, Paragraph)
            assert block.text == piece.text
        else:
            assert isinstance(block, Table)
            assert [cell.text for cell in block.cells] == [slot.text for slot in piece.slots]


def test_headings_have_their_level():
    levels = {block.text: block.level for block in compose.document(manuscript()).paragraphs}
    assert levels["一、部门（单位）基本情况"] == 1
    assert levels["（一）基本支出情况"] == 2
    assert levels["2023年度部门整体支出绩效自评表"] is None


def test_every_block_leads_back_to_its_piece():
    made, document = manuscript(), compose.document(manuscript())
    back = pieces(made)
    assert len(back) == len(document.blocks)
    for block in document.blocks:
        piece = made.pieces[back[block.block - 1]]
        assert isinstance(piece, Grid if isinstance(block, Table) else Line)


def test_the_bound_data_are_those_of_the_manuscript():
    bound = compose.document(manuscript()).bound
    assert bound.data == manuscript().data
    assert bound.figures["year_funds.executed"] == "1107.5"
