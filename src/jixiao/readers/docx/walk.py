"""The walk over one story of a Word file (body, header, footnote, text box): elements in, paragraphs and tables out.

One pass over only the elements that carry text or structure; lxml filters them in C, and no end of an element is seen.
So every paragraph, row and cell looks at its parent to know where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jixiao.model.document import Block, Mark, Paragraph, Table, Unread, paragraph
from jixiao.readers import limits
from jixiao.readers.common.zipped import Element
from jixiao.readers.docx.grid import Rows
from jixiao.readers.docx.names import MATH
from jixiao.readers.docx.numbering import Numbering
from jixiao.readers.docx.prune import Pruned
from jixiao.readers.docx.symbols import symbol
from jixiao.readers.notes import note

Piece = tuple[int, str, Element]  # offset in the text, words, the element that holds them
_BODY_LEVEL = 9  # w:outlineLvl of body text


class Full(Exception):  # noqa: N818 - a signal, not an error
    """A limit is reached: what follows is not read."""


class Out:
    """What the walks of one file have in common: the blocks so far, notes, marks, and the pieces if they are wanted."""

    def __init__(self, *, pieces: bool = False) -> None:
        self.blocks: list[Block | None] = []
        self.unread: list[Unread] = []
        self.marks: list[Mark] = []
        self.pieces: dict[tuple[int, int, int], list[Piece]] | None = {} if pieces else None
        self.paragraphs = self.tables = self.cells = 0

    def full(self, code: str, limit: int) -> Full:
        """The signal that a limit is reached, noted."""
        self.warn(note(code, limit=limit))
        return Full()

    def warn(self, unread: Unread) -> None:
        """Note something that was not read, each kind once."""
        if all(one.code != unread.code for one in self.unread):
            self.unread.append(unread)


class Walk:
    """One story. ``run`` it once; blocks are appended to ``out``."""

    def __init__(self, w: str, part: str, out: Out, numbering: Numbering | None, pruned: Pruned) -> None:
        self.w, self.part, self.out, self.numbering, self.pruned = w, part, out, numbering, pruned
        self.val = w + "val"
        self.tables: list[Rows] = []  # the tables that are open, outermost first
        self.cell: Element | None = None  # the innermost open cell
        self.paragraph: Element | None = None
        self.top: Element | None = None  # the open block of the story that text boxes may hang on
        self.text: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.style: str | None = None
        self.number: tuple[str, int] | None = None
        self.outline: int | None = None
        self.fields: list[bool] = []  # open fields: True while in the code
        self.tracing = out.pieces is not None or bool(pruned.marks)  # whether somebody asks where words came from
        local = {
            "p": self._on_paragraph, "tc": self._on_cell, "tr": self._on_row, "tbl": self._on_table, "t": self._on_text,
            "tab": self._on_tab, "br": self._on_break, "cr": self._on_break, "noBreakHyphen": self._on_hyphen, "sym": self._on_symbol,
            "pStyle": self._on_style, "numPr": self._on_number, "outlineLvl": self._on_outline, "fldChar": self._on_field,
            "gridSpan": self._on_span, "vMerge": self._on_merge, "hMerge": self._on_flat_merge, "gridBefore": self._on_before,
        }  # fmt: skip
        self.handlers: dict[str, Callable[[Element], None]] = {w + name: handler for name, handler in local.items()}
        self.handlers.update({math + "t": self._on_text for math in MATH})

    def run(self, root: Element) -> None:
        """Walk the story under ``root``."""
        self.root = root
        handlers = self.handlers
        try:
            for element in root.iter(*handlers):
                handlers[element.tag](element)
            self._end_block()
        finally:
            self._end_tables(0)

    # Blocks

    def _end_paragraph(self) -> None:
        element = self.paragraph
        if element is None:
            return
        self.paragraph = None
        text = "".join(self.text)
        label, level = "", None
        if self.numbering is not None and (self.style or self.number):
            label, level = self.numbering.step(self.style, self.number)
            text = label + text
        if self.cell is not None:
            self.tables[-1].texts.append(text)
            if self.tracing:
                self.tables[-1].trace(element, self.pieces, len(label))
            return
        if text and not text.isspace():
            self._add_paragraph(text, len(label), self.outline if self.outline is not None else level)
        if self.pruned.marks:
            self._mark(element)

    def _add_paragraph(self, text: str, label: int, level: int | None) -> None:
        out = self.out
        out.paragraphs += 1
        if out.paragraphs > limits.PARAGRAPHS:
            raise out.full("paragraphs", limits.PARAGRAPHS)
        number = len(out.blocks) + 1
        out.blocks.append(paragraph(number, text, part=self.part, level=level or None, label=label))
        if out.pieces is not None:
            out.pieces[number, 0, 0] = [(at + label, words, e) for at, words, e in self.pieces]

    def _mark(self, element: Element) -> None:
        found = self.pruned.marks.pop(element, None)
        last = self.out.blocks[-1] if self.out.blocks else None
        if found and isinstance(last, Paragraph):
            self.out.marks += [Mark(kind, last.place(), words) for kind, words in found]

    def _end_tables(self, depth: int) -> None:
        """Close the tables that are open deeper than ``depth``."""
        while len(self.tables) > depth:
            rows = self.tables.pop()
            table = rows.table(self.part)
            self.out.blocks[rows.block - 1] = table
            if self.pruned.marks:
                self.out.marks += rows.marks(table, self.pruned.marks)
            if self.out.pieces is not None:
                self.out.pieces.update(rows.all_pieces())
            self.cell = self.tables[-1].cell if self.tables else None

    def _end_block(self) -> None:
        """The open block of the story is over: close it, and read the text boxes that hang on it."""
        self._end_paragraph()
        self._end_tables(0)
        boxes = self.pruned.boxes.pop(self.top, ()) if self.pruned.boxes and self.top is not None else ()
        for box in boxes:
            Walk(self.w, "textbox", self.out, self.numbering, self.pruned).run(box)

    def _enter(self, element: Element) -> None:
        """Close what ``element`` no longer stands in."""
        home = None
        for ancestor in element.iterancestors(self.w + "tc"):
            home = next((rows for rows in reversed(self.tables) if rows.cell is ancestor), None)
            if home is not None:
                break
        self._end_paragraph()
        if home is None:
            self._end_block()
            self.top = element
            if self.pruned.boxes:
                parent = element.getparent()
                while parent is not None and parent is not self.root and element not in self.pruned.boxes:
                    element, parent = parent, parent.getparent()
                self.top = element
        else:
            self._end_tables(self.tables.index(home) + 1)
        self.cell = home.cell if home is not None else None

    def _on_paragraph(self, element: Element) -> None:
        if self.cell is not None and element.getparent() is self.cell:
            if self.paragraph is not None:
                self._end_paragraph()
        else:
            self._enter(element)
        self.paragraph = element
        self.text = []
        self.style = self.number = self.outline = None
        if self.tracing:
            self.pieces, self.length = [], 0
        if self.fields:
            self.fields = [False] * len(self.fields)  # a code never goes on into another paragraph

    def _on_table(self, element: Element) -> None:
        self._enter(element)
        if len(self.tables) >= limits.NESTING:
            self.out.warn(note("nesting", limit=limits.NESTING))
        self.out.tables += 1
        if self.out.tables > limits.TABLES:
            raise self.out.full("tables", limits.TABLES)
        inside = self.tables[-1].position() if self.tables else None
        self.out.blocks.append(None)
        self.tables.append(Rows(element, len(self.out.blocks), inside))
        self.cell = None

    def _on_row(self, element: Element) -> None:
        self._end_paragraph()
        if self._table_of(element):
            self.tables[-1].start_row()
            self.cell = None

    def _on_cell(self, element: Element) -> None:
        if self.paragraph is not None:
            self._end_paragraph()
        if len(self.tables) == 1 or self._table_of(element):
            self.out.cells += 1
            if self.out.cells > limits.CELLS:
                raise self.out.full("cells", limits.CELLS)
            self.tables[-1].start_cell(element)
            self.cell = element

    def _table_of(self, element: Element) -> bool:
        """Close the tables inside the one that a row or cell belongs to; False where that is not open."""
        table = next(element.iterancestors(self.w + "tbl"), None)
        for depth, rows in enumerate(self.tables, 1):
            if rows.element is table:
                self._end_tables(depth)
                return True
        return False

    # Cells

    def _on_span(self, element: Element) -> None:
        if self.tables:
            wanted = _number(element.get(self.val), 1)
            if wanted > limits.COLUMNS:
                self.out.warn(note("span", block=self.tables[-1].block, limit=limits.COLUMNS))
                wanted = limits.COLUMNS
            self.out.cells += wanted - 1
            self.tables[-1].span(wanted)

    def _on_merge(self, element: Element) -> None:
        if self.tables:
            self.tables[-1].merge(restart=element.get(self.val) == "restart")

    def _on_flat_merge(self, element: Element) -> None:
        if self.tables and element.get(self.val) != "restart":
            self.tables[-1].merge_left()

    def _on_before(self, element: Element) -> None:
        if self.tables:
            self.tables[-1].skip(min(_number(element.get(self.val), 0), limits.COLUMNS))

    # Words

    def _say(self, words: str, element: Element) -> None:
        if self.tracing:
            self.pieces.append((self.length, words, element))
            self.length += len(words)
        self.text.append(words)

    def _on_text(self, element: Element) -> None:
        words = element.text
        if words and not (self.fields and True in self.fields):
            if self.tracing:
                self._say(words, element)
            else:
                self.text.append(words)

    def _on_tab(self, element: Element) -> None:
        parent = element.getparent()
        if parent is not None and parent.tag == self.w + "r":  # w:tab also stands in the list of tab stops
            self._say("\t", element)

    def _on_break(self, element: Element) -> None:
        if element.get(self.w + "type") in ("page", "column") and not self.text:
            return
        self._say("\n", element)

    def _on_hyphen(self, element: Element) -> None:
        self._say("-", element)

    def _on_symbol(self, element: Element) -> None:
        self._say(symbol(element.get(self.w + "font") or "", element.get(self.w + "char") or ""), element)

    def _on_field(self, element: Element) -> None:
        kind = element.get(self.w + "fldCharType")
        if kind == "begin":
            self.fields.append(True)
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields:
            self.fields.pop()

    # Paragraph properties

    def _on_style(self, element: Element) -> None:
        self.style = element.get(self.val)

    def _on_outline(self, element: Element) -> None:
        level = _number(element.get(self.val), _BODY_LEVEL)
        self.outline = level + 1 if 0 <= level < _BODY_LEVEL else None

    def _on_number(self, element: Element) -> None:
        found = {child.tag: child.get(self.val) for child in element}
        identity = found.get(self.w + "numId")
        self.number = (identity or "", _number(found.get(self.w + "ilvl"), -1))


def _number(text: str | None, default: int) -> int:
    try:
        return max(0, int(text)) if text else default
    except ValueError:
        return default


def blocks(out: Out) -> Iterable[Block]:
    """The blocks of an ``Out`` that were completed."""
    return (block for block in out.blocks if isinstance(block, Paragraph | Table))
