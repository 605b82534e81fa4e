"""Document (成文即文档): a manuscript as a reader would yield it from the written Word file."""

from __future__ import annotations

from hashlib import sha256

from jixiao.model.document import Block, Bound, Document, Table, cell, paragraph
from jixiao.model.manuscript import Grid, Line, Manuscript, Piece

_LEVELS = {"heading1": 1, "heading2": 2, "heading3": 3, "heading4": 4}
_PATH = "report.docx"


def document(manuscript: Manuscript) -> Document:
    """Paragraphs and tables in order; pictures and breaks leave no trace, as in the file."""
    blocks: list[Block] = []
    for piece in filter(_printed, manuscript.pieces):
        if isinstance(piece, Line):
            blocks.append(paragraph(len(blocks) + 1, piece.text, level=_LEVELS.get(piece.style)))
        elif isinstance(piece, Grid):
            blocks.append(_table(len(blocks) + 1, piece))
    words = "\f".join(c.text for b in blocks for c in (b.cells if isinstance(b, Table) else (b,)))
    bound = Bound(manuscript.data, {name: figure.text for name, figure in manuscript.figures.items()})
    identity = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(_PATH, "docx", identity, tuple(blocks), bound=bound if manuscript.data else None)


def pieces(manuscript: Manuscript) -> tuple[int, ...]:
    """For each block of the document (from 1) the index of its piece, for going back from a place to what was entered."""
    return tuple(n for n, piece in enumerate(manuscript.pieces) if _printed(piece))


def _printed(piece: Piece) -> bool:
    return isinstance(piece, Grid) or (isinstance(piece, Line) and bool(piece.text.strip()))


def _table(block: int, grid: Grid) -> Table:
    return Table.of(block, [cell(block, s.row, s.column, s.text, rows=s.rows, columns=s.columns) for s in grid.slots])
