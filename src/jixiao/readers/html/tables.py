"""HTML tables: which are data and which only lay out the page, and where each cell stands in the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from jixiao.readers import limits
from jixiao.readers.html.nodes import attribute, children, collapsed, number

_MOST = 0.6  # nested tables with more of the words than this make a frame
_PAGE = 0.8  # so does one cell, if it is like a page
_BLOCKS_OF_A_PAGE = 5  # a cell with so many paragraphs and nearly all words is a page, not a cell


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell in the grid."""

    node: LexborNode
    row: int
    column: int
    rows: int
    columns: int


def rows_of(table: LexborNode, skipped: frozenset[int]) -> list[list[LexborNode]]:
    """The cells of a table itself, row by row, without those of nested tables."""
    found = []
    for row in _own_rows(table, skipped):
        if attribute(row, "height") == "0":  # Word closes misaligned tables with a row of zero height
            continue
        cells = [cell for cell in children(row) if cell.tag in ("td", "th") and cell.mem_id not in skipped]
        if cells:
            found.append(cells)
    return found


def _own_rows(table: LexborNode, skipped: frozenset[int]) -> Iterator[LexborNode]:
    for child in children(table):
        if child.mem_id in skipped:
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in children(child) if row.tag == "tr" and row.mem_id not in skipped)


def is_layout(table: LexborNode, rows: list[list[LexborNode]]) -> bool:
    """Whether a table only arranges the page: one column, or nearly all in nested tables or in one cell like a page."""
    if max((len(row) for row in rows), default=0) < 2:  # noqa: PLR2004 - one column is no table
        return True
    nested = [node for node in table.css("table") if node.mem_id != table.mem_id]
    if nested and len(rows) == 1:
        return True
    cells = [cell for row in rows for cell in row]
    if not nested and len(cells) > 2 * _BLOCKS_OF_A_PAGE:
        return False
    size = len(collapsed(table.text())) or 1
    if sum(len(collapsed(node.text())) for node in nested if _holder(node) == table.mem_id) > size * _MOST:
        return True
    return any(
        len(collapsed(cell.text())) > size * _PAGE and len(cell.css("p, br, div")) > _BLOCKS_OF_A_PAGE for cell in cells
    )


def _holder(node: LexborNode) -> int:
    """The table (``mem_id``) that directly holds a nested table."""
    parent = node.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else 0


def spots(rows: list[list[LexborNode]]) -> Iterator[Spot]:
    """Each cell with its place, as a browser lays them out; spans are cut at the table's end and at our limit."""
    taken: dict[int, int] = {}  # column → last row that a cell from above still covers
    for row, cells in enumerate(rows, 1):
        column = 1
        for node in cells:
            while taken.get(column, 0) >= row:
                column += 1
            wide = max(1, min(number(attribute(node, "colspan"), 1), limits.COLUMNS))
            high = number(attribute(node, "rowspan"), 1)
            high = max(1, min(high if high > 0 else len(rows), len(rows) - row + 1))
            for covered in range(column, column + wide):
                taken[covered] = max(taken.get(covered, 0), row + high - 1)
            yield Spot(node, row, column, high, wide)
            column += wide
