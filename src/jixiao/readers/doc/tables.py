"""Tables (表格): rows whose cells give their edges become a grid with spans, as a .docx has it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.rows import CellShape, RowShape
from jixiao.readers.docx.names import TRANSITIONAL

W = f"{{{TRANSITIONAL}}}"
_NEAR = 20  # twentieths of a point within which edges are one; our own choice: programs round, cells are wider
_WIDTH = 1000  # of a cell whose edges the file does not say


@dataclass
class Open:
    """A table that is being read: rows that are complete, cells of the row that is not, and what stands in the open cell."""

    rows: list[tuple[list[list[Element]], RowShape | None]] = field(default_factory=list)
    cells: list[list[Element]] = field(default_factory=list)
    inside: list[Element] = field(default_factory=list)

    def end_cell(self) -> None:
        """The open cell is complete."""
        self.cells.append(self.inside)
        self.inside = []

    def end_row(self, shape: RowShape | None) -> None:
        """The open row is complete."""
        if self.inside:
            self.end_cell()
        if self.cells:
            self.rows.append((self.cells, shape))
        self.cells = []

    def element(self) -> Element:
        """The table as the element of a .docx."""
        self.end_row(None)
        shapes = [_fitted(shape, len(cells)) for cells, shape in self.rows]
        grid = _Grid([edge for shape in shapes for cell in shape for edge in (cell.left, cell.right)])
        table = etree.Element(W + "tbl")
        for (cells, _), shape in zip(self.rows, shapes, strict=True):
            _row(table, cells, shape, grid)
        return table


class _Grid:
    """The columns of a table: edges of any of its rows, those that are near each other as one."""

    def __init__(self, edges: list[int]) -> None:
        self._lines: list[int] = []
        for edge in sorted(edges):
            if not self._lines or edge - self._lines[-1] > _NEAR:
                self._lines.append(edge)

    def line(self, edge: int) -> int:
        """The number of the line at an edge."""
        return max(0, bisect_right(self._lines, edge) - 1)


def _fitted(shape: RowShape | None, count: int) -> RowShape:
    """A shape of as many cells as a row has."""
    known = list(shape or ())[:count]
    while len(known) < count:
        left = known[-1].right if known else 0
        known.append(CellShape(left, left + _WIDTH))
    return tuple(known)


def _row(table: Element, cells: list[list[Element]], shape: RowShape, grid: _Grid) -> None:
    row = etree.SubElement(table, W + "tr")
    if before := grid.line(shape[0].left):
        etree.SubElement(etree.SubElement(row, W + "trPr"), W + "gridBefore").set(W + "val", str(before))
    at = 0
    while at < len(cells):
        end = at + 1
        while end < len(cells) and shape[end].goes_on:
            end += 1
        span = grid.line(shape[end - 1].right) - grid.line(shape[at].left)
        if span > 0 or any(_has_words(one) for one in cells[at]):
            _cell(row, cells[at], max(1, span), shape[at].down)
        at = end


def _cell(row: Element, inside: list[Element], span: int, down: str) -> None:
    cell = etree.SubElement(row, W + "tc")
    properties = etree.SubElement(cell, W + "tcPr")
    if span > 1:
        etree.SubElement(properties, W + "gridSpan").set(W + "val", str(span))
    if down:
        etree.SubElement(properties, W + "vMerge").set(W + "val", down)
    cell.extend(inside)


def _has_words(element: Element) -> bool:
    return next(element.iter(W + "t"), None) is not None
