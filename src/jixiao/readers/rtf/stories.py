"""Stories (正文、页眉、脚注 …) of an RTF file while they are read: runs, paragraphs, cells and rows become the tree of a .docx."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from jixiao.readers import limits
from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.rows import CellShape
from jixiao.readers.doc.tables import Open, W
from jixiao.readers.doc.words import clean, filled

Look = tuple[bool, bool, bool]  # deleted, inserted, hidden


@dataclass
class Row:
    """A row as it is described: ``left`` is where its next cell begins."""

    left: int = 0
    cells: list[CellShape] = field(default_factory=list)
    down: str = ""
    goes_on: bool = False

    def cell(self, right: int) -> None:
        """The description of a cell is complete: its right edge is known."""
        if len(self.cells) < limits.COLUMNS:
            self.cells.append(CellShape(self.left, max(right, self.left), self.goes_on, self.down))
        self.left, self.down, self.goes_on = max(right, self.left), "", False


@dataclass
class Story:
    """One story; ``part`` as places name it."""

    part: str
    root: Element = field(default_factory=lambda: etree.Element(W + "body"))
    tables: list[Open] = field(default_factory=list)
    runs: list[tuple[str, Look]] = field(default_factory=list)
    label: str = ""
    comments: list[str] = field(default_factory=list)
    row: Row = field(default_factory=Row)
    inner: Row = field(default_factory=Row)
    count: int = 0

    def say(self, words: str, look: Look) -> None:
        """Words of the open paragraph."""
        if self.runs and self.runs[-1][1] == look:
            self.runs[-1] = (self.runs[-1][0] + words, look)
        else:
            self.runs.append((words, look))

    def end_paragraph(self, depth: int, outline: int | None) -> None:
        """The open paragraph is complete; it stands so deep in tables."""
        self._go_to(depth)
        paragraph = etree.Element(W + "p")
        about = etree.SubElement(paragraph, W + "pPr")
        if self.label:
            numbered = etree.SubElement(about, W + "numPr")
            etree.SubElement(numbered, W + "numId").set(W + "val", clean(self.label))
        if outline is not None:
            etree.SubElement(about, W + "outlineLvl").set(W + "val", str(outline))
        for words, (deleted, inserted, hidden) in self.runs:
            home = etree.SubElement(paragraph, W + ("del" if deleted else "ins")) if deleted or inserted else paragraph
            run = etree.SubElement(home, W + "r")
            if hidden:
                etree.SubElement(etree.SubElement(run, W + "rPr"), W + "vanish")
            filled(run, words)
        for identity in self.comments:
            etree.SubElement(paragraph, W + "commentReference").set(W + "id", identity)
        self._put(paragraph)
        self.runs, self.label, self.comments = [], "", []
        self.count += 1

    def end_cell(self, depth: int, outline: int | None) -> None:
        """The open cell is complete, and the paragraph that ends it."""
        self.end_paragraph(depth, outline)
        self.tables[-1].end_cell()

    def end_row(self, depth: int) -> None:
        """The open row is complete; how it was described last is what it is."""
        self._go_to(depth)
        self.tables[-1].end_row(tuple((self.row if depth == 1 else self.inner).cells))
        self.runs = []

    def end(self) -> None:
        """The story is complete."""
        if self.runs:
            self.end_paragraph(0, None)
        self._go_to(0)

    def _go_to(self, depth: int) -> None:
        while len(self.tables) > depth:
            self._put(self.tables.pop().element())
        while len(self.tables) < depth:
            self.tables.append(Open())

    def _put(self, element: Element) -> None:
        if self.tables:
            self.tables[-1].inside.append(element)
        else:
            self.root.append(element)
