"""A story (正文、页眉 …) of a .doc as the tree of a .docx part: paragraphs, runs, tables within tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.readers import limits
from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.names import tag
from jixiao.readers.doc.rows import Row, table
from jixiao.readers.doc.runs import Runs
from jixiao.readers.doc.sprms import (
    DEEPER,
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW,
    ROW_END,
    STYLE,
    number,
    signed,
    sprms,
)
from jixiao.readers.doc.styles import properties

_END = re.compile("[\r\x07\x0c]")
_CELL_MARK = "\x07"


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int  # of its words, without its mark
    mark: str
    style: int = 0
    modifiers: bytes = b""
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False


class _Open:
    """A table that is open: the rows so far, the row and the cell that are being filled."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.row = Row()
        self.cell: list[Element] = []

    def end_cell(self) -> None:
        self.row.cells.append(self.cell)
        self.cell = []

    def end_row(self, modifiers: bytes) -> None:
        if self.cell:
            self.end_cell()
        if self.row.cells:
            self.row.define(modifiers)
            self.rows.append(self.row)
        self.row = Row()


def story(runs: Runs, start: int, end: int) -> Element:
    """The tree of the characters from ``start`` to ``end``."""
    root = etree.Element(tag("document"), nsmap={"w": tag("")[1:-1]})
    body = etree.SubElement(root, tag("body"))
    tables: list[_Open] = []

    def close(depth: int) -> None:
        while len(tables) > depth:
            done = tables.pop()
            done.end_row(b"")
            if done.rows:
                _put(table(done.rows), tables, body)

    for one in _paragraphs(runs, start, end):
        close(one.depth)
        while len(tables) < one.depth:
            tables.append(_Open())
        if one.ends_row and tables:
            tables[-1].end_row(one.modifiers)
            continue
        _put(_element(one, runs), tables, body)
        if one.ends_cell and tables:
            tables[-1].end_cell()
    close(0)
    return root


def _put(element: Element, tables: list[_Open], body: Element) -> None:
    if tables:
        tables[-1].cell.append(element)
    else:
        body.append(element)


def _paragraphs(runs: Runs, start: int, end: int) -> Iterator[_Paragraph]:
    at, text = start, runs.pieces.text
    end = min(end, len(text))
    while at < end:
        found = _END.search(text, at, end)
        stop = found.start() if found else end
        one = _Paragraph(at, stop, text[stop] if found else "")
        one.style, modifiers = runs.paragraphs.paragraph(runs.pieces.byte(min(stop, len(text) - 1)))
        one.modifiers = modifiers + runs.pieces.piece(stop).more
        _place(one)
        yield one
        at = stop + 1


def _place(one: _Paragraph) -> None:
    """How deep in tables it stands, and whether it ends a cell or a row."""
    inner_cell = inner_row = row = False
    for code, operand in sprms(one.modifiers):
        if code == IN_TABLE:
            one.depth = max(one.depth, 1) if operand[0] else 0
        elif code == DEPTH:
            one.depth = signed(operand)
        elif code == DEEPER:
            one.depth += signed(operand)
        elif code == ROW_END:
            row = bool(operand[0])
        elif code == INNER_CELL:
            inner_cell = bool(operand[0])
        elif code == INNER_ROW:
            inner_row = bool(operand[0])
        elif code == STYLE:
            one.style = number(operand)
    one.depth = max(0, min(one.depth, limits.NESTING))
    one.ends_row = inner_row if one.depth > 1 else row
    one.ends_cell = inner_cell if one.depth > 1 else one.mark == _CELL_MARK
    if one.ends_row and not one.depth:
        one.depth = 1


def _element(one: _Paragraph, runs: Runs) -> Element:
    made = etree.Element(tag("p"))
    about = etree.SubElement(made, tag("pPr"))
    etree.SubElement(about, tag("pStyle")).set(tag("val"), f"{one.style}")
    properties(about, one.modifiers)
    for run in runs.of(one.start, one.end):
        made.append(run)
    return made
