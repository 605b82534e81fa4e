"""Puts a slip into a composed report: other words in one paragraph or cell, everything else as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jixiao.model.document import Block, Document, Table, cell, paragraph


@dataclass(frozen=True)
class Slip:
    """``old`` becomes ``new`` in the paragraph or cell that ``at`` names.

    ``at`` is words that stand in the paragraph, or table (from 1), words of a cell of the row, and the column.
    """

    old: str
    new: str
    at: str | tuple[int, str, int]


def slipped(document: Document, *slips: Slip) -> Document:
    """The document with slips; one that fits nowhere, or in several places, is an error of the test."""
    blocks = list(document.blocks)
    for slip in slips:
        found = [i for i, block in enumerate(blocks) if _holds(block, slip, blocks)]
        assert len(found) == 1, f"{slip} fits {len(found)} blocks"
        blocks[found[0]] = _changed(blocks[found[0]], slip)
    return replace(document, blocks=tuple(blocks), bound=None)


def without(document: Document, *texts: str) -> Document:
    """The document without the paragraphs that begin so."""
    kept = [b for b in document.blocks if isinstance(b, Table) or not b.text.startswith(texts)]
    assert len(kept) < len(document.blocks)
    return replace(document, blocks=tuple(kept), bound=None)


def _holds(block: Block, slip: Slip, blocks: list[Block]) -> bool:
    if isinstance(slip.at, str):
        return not isinstance(block, Table) and slip.at in block.text and slip.old in block.text
    tables = [one for one in blocks if isinstance(one, Table)]
    return block is tables[slip.at[0] - 1]


def _changed(block: Block, slip: Slip) -> Block:
    if not isinstance(block, Table):
        assert block.text.count(slip.old) == 1
        return paragraph(block.block, block.text.replace(slip.old, slip.new), level=block.level)
    assert not isinstance(slip.at, str)
    _, words, column = slip.at
    rows = {one.row for one in block.cells if words in one.text}
    assert len(rows) == 1, f"「{words}」 stands in {len(rows)} rows"
    (row,) = rows
    at = block.at(row, column)
    assert at is not None
    assert slip.old in at.text, f"{at.text} in row {row}, column {column}"
    made = cell(at.block, at.row, at.column, at.text.replace(slip.old, slip.new), rows=at.rows, columns=at.columns)
    return Table.of(
        block.block, [made if one is at else one for one in block.cells], part=block.part, inside=block.inside
    )
