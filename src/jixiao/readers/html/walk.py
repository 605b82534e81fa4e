"""The walk over the article of a page: nodes in, paragraphs and tables out."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from jixiao.model.document import Block, Cell, Table, Unread, cell, paragraph
from jixiao.readers import limits
from jixiao.readers.html import divided, lists, tables
from jixiao.readers.html.look import Look
from jixiao.readers.html.nodes import BLOCKS, DEPTH, children, collapsed, number, style
from jixiao.readers.notes import note

_BREAK = "\x1f"


class Full(Exception):  # noqa: N818 - a signal, not an error
    """A limit is reached: what follows is not read."""


class Out:
    """The blocks so far, and what was left out."""

    def __init__(self, skipped: frozenset[int], look: Look) -> None:
        self.skipped, self.look = skipped, look
        self.blocks: list[Block | None] = []
        self.unread: list[Unread] = []
        self.counts: dict[int, int] = {}  # how far each numbered list has counted
        self.tables = self.cells = 0

    def full(self, code: str, limit: int) -> Full:
        """The signal that a limit is reached, noted."""
        self.unread.append(note(code, limit=limit))
        return Full()


class Walk:
    """One flow of words: the article, or (``lines`` instead of blocks) one cell of a table."""

    def __init__(self, out: Out, *, in_cell: bool = False, level: int = 0) -> None:
        self.out, self.in_cell, self.level = out, in_cell, level
        self.lines: list[str] = []
        self.nested: list[LexborNode] = []
        self._words: list[str] = []
        self._label = ""
        self._heading: int | None = None

    def run(self, node: LexborNode, depth: int = 0) -> None:
        """Read everything under a node."""
        for child in children(node):
            if child.tag == "-text":
                self._words.append(child.text_content or "")
            elif child.is_element_node and child.mem_id not in self.out.skipped:
                self._element(child, depth)

    def flush(self) -> None:
        """The open paragraph is over."""
        text = "".join(self._words)
        self._words = []
        for part in text.split(_BREAK):
            self._paragraph(collapsed(part))
        self._label, self._heading = "", None

    def _paragraph(self, words: str) -> None:
        if not words.strip():
            if self.in_cell and words:
                self.lines.append(words)
            return
        label, self._label = self._label, ""
        if self.in_cell:
            self.lines.append(label + words)
            return
        if len(self.out.blocks) >= limits.PARAGRAPHS:
            raise self.out.full("paragraphs", limits.PARAGRAPHS)
        block = len(self.out.blocks) + 1
        self.out.blocks.append(paragraph(block, label + words, level=self._heading, label=len(label)))

    def _element(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == "br":
            self._words.append(_BREAK)
        elif depth > DEPTH:
            self._words.append(node.text())
        elif tag == "table":
            self.flush()
            self._table(node, depth)
        elif tag == "pre":
            self.flush()
            self._words.append(node.text().strip("\n").replace("\n", _BREAK))
            self.flush()
        elif not self.in_cell and (spots := divided.spots_of(node, self.out.look, self.out.skipped)):
            self.flush()
            _add_table(self.out, spots, None, 0)
        elif tag in BLOCKS:
            self.flush()
            if tag == "li":
                self._label = lists.label(node, self.out.counts)
            self._heading = _level(node, tag)
            self.run(node, depth + 1)
            self.flush()
        else:
            self.run(node, depth + 1)

    def _table(self, node: LexborNode, depth: int) -> None:
        rows = tables.rows_of(node, self.out.skipped)
        for child in children(node):
            if child.tag == "caption" and child.mem_id not in self.out.skipped:
                self.run(child, depth + 1)
                self.flush()
        if tables.is_layout(node, rows):
            for one in (one for row in rows for one in row):
                self.run(one, depth + 1)
                self.flush()
        elif self.in_cell:
            self.nested.append(node)
        else:
            _add_table(self.out, tables.spots(rows), None, 0)


def _level(node: LexborNode, tag: str) -> int | None:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():  # noqa: PLR2004 - h1 to h6
        return int(tag[1])
    outline = style(node).get("mso-outline-level", "") if tag == "p" else ""
    return number(outline, 0) or None


def _add_table(out: Out, spots: Iterable[tables.Spot], inside: tuple[int, int, int] | None, level: int) -> None:
    out.tables += 1
    if out.tables > limits.TABLES:
        raise out.full("tables", limits.TABLES)
    out.blocks.append(None)
    block = len(out.blocks)
    cells: list[Cell] = []
    inner: list[tuple[LexborNode, tuple[int, int, int]]] = []
    for spot in spots:
        out.cells += spot.columns
        if out.cells > limits.CELLS:
            out.blocks[block - 1] = Table.of(block, cells, inside=inside)
            raise out.full("cells", limits.CELLS)
        walk = Walk(out, in_cell=True, level=level + 1)
        walk.run(spot.node)
        walk.flush()
        text = "\n".join(walk.lines)
        cells.append(cell(block, spot.row, spot.column, text, rows=spot.rows, columns=spot.columns))
        inner += [(node, (block, spot.row, spot.column)) for node in walk.nested]
    out.blocks[block - 1] = Table.of(block, cells, inside=inside)
    if level < limits.NESTING:
        for node, place in inner:
            _add_table(out, tables.spots(tables.rows_of(node, out.skipped)), place, level + 1)
