"""The rows of one Word table while it is read: spans and vertical merges become cells of a grid."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.document import Cell, Mark, Table, cell
from jixiao.readers.common.zipped import Element

Piece = tuple[int, str, Element]


class _Draft:
    """A cell that is still being read."""

    __slots__ = ("column", "columns", "covered", "row", "rows", "sources", "texts")

    def __init__(self, row: int, column: int) -> None:
        self.row, self.column, self.rows, self.columns = row, column, 1, 1
        self.covered = False  # merged into the cell above or to the left
        self.texts: list[str] = []
        self.sources: list[tuple[Element, list[Piece], int]] | None = None


class Rows:
    """One open table. ``cell`` is its open cell with its paragraphs in ``texts``, ``block`` its number."""

    def __init__(self, element: Element, block: int, inside: tuple[int, int, int] | None) -> None:
        self.element, self.block, self.inside = element, block, inside
        self.cell: Element | None = None
        self.texts: list[str] = []
        self._drafts: list[_Draft] = []
        self._draft: _Draft | None = None
        self._open: dict[int, _Draft] = {}  # column → the last cell that starts a vertical merge there
        self._row = 0
        self._column = 1  # where the next cell starts

    def start_row(self) -> None:
        """A row begins."""
        self._row += 1
        self._column = 1
        self._draft = self.cell = None

    def start_cell(self, element: Element) -> None:
        """A cell begins, right of the one before."""
        if self._draft is not None:
            self._column = self._draft.column + self._draft.columns
        self._draft = draft = _Draft(self._row or 1, self._column)
        self._drafts.append(draft)
        self.texts = draft.texts
        self.cell = element

    def span(self, columns: int) -> None:
        """w:gridSpan of the open cell."""
        if self._draft is not None:
            self._draft.columns = max(1, columns)

    def merge(self, *, restart: bool) -> None:
        """w:vMerge of the open cell: the start of a merge, or a part of the cell above."""
        draft = self._draft
        if draft is None:
            return
        above = self._open.get(draft.column)
        if restart or above is None or above.row + above.rows != draft.row:
            self._open[draft.column] = draft
        else:
            above.rows += 1
            draft.covered = True

    def merge_left(self) -> None:
        """w:hMerge of the open cell: a part of the cell to the left."""
        draft = self._draft
        if draft is None:
            return
        left = next((d for d in reversed(self._drafts[:-1]) if not d.covered), None)
        if left is not None and left.row == draft.row:
            left.columns += draft.columns
            draft.covered = True

    def skip(self, columns: int) -> None:
        """w:gridBefore: the row starts further right."""
        self._column += columns

    def trace(self, element: Element, pieces: list[Piece], label: int) -> None:
        """Where the last paragraph of the open cell came from; for every one of them or for none."""
        if self._draft is not None:
            self._draft.sources = self._draft.sources or []
            self._draft.sources.append((element, pieces, label))

    def position(self) -> tuple[int, int, int]:
        """Block, row and column of the open cell."""
        draft = self._draft
        return (self.block, draft.row, draft.column) if draft is not None else (self.block, 1, 1)

    def table(self, part: str) -> Table:
        """The table as read so far."""
        cells = [self._cell(draft, part) for draft in self._drafts if not draft.covered]
        return Table.of(self.block, cells, part=part, inside=self.inside)

    def _cell(self, draft: _Draft, part: str) -> Cell:
        texts = draft.texts
        text = texts[0] if len(texts) == 1 else "\n".join(texts).rstrip("\n")
        return cell(self.block, draft.row, draft.column, text, rows=draft.rows, columns=draft.columns, part=part)

    def all_pieces(self) -> Iterator[tuple[tuple[int, int, int], list[Piece]]]:
        """(block, row, column) and the pieces of each cell, offsets in the cell's text."""
        for draft in self._drafts:
            if draft.covered or not draft.sources:
                continue
            found: list[Piece] = []
            start = 0
            for text, (_, pieces, label) in zip(draft.texts, draft.sources, strict=True):
                found += [(start + label + at, words, element) for at, words, element in pieces]
                start += len(text) + 1
            if not found and draft.sources:  # an empty cell is pointed at by its paragraph
                found.append((0, "", draft.sources[0][0]))
            yield (self.block, draft.row, draft.column), found

    def marks(self, table: Table, noted: dict[Element, list[tuple[str, str]]]) -> Iterator[Mark]:
        """The leftovers of editing in this table's paragraphs."""
        for draft in self._drafts:
            for element, _, _ in draft.sources or ():
                at = table.at(draft.row, draft.column)
                for kind, words in noted.pop(element, ()):
                    if at is not None:
                        yield Mark(kind, at.place(), words)
