"""Whereabouts (所在): how a reader of a manuscript finds a piece or cell: by chapter and paragraph, by table, row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.manuscript import Grid, Line, Manuscript
from jixiao.model.place import Place

_HEADS = ("heading1", "heading2", "heading3", "heading4")
_NAMES = {"cover": "封面", "title": "标题", "signoff": "填报签字", "attachments": "附件清单", "date": "落款日期"}


class Whereabouts:
    """Names the places of one manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._names = list(_named(manuscript))

    def of(self, number: int, row: int = 0, column: int = 0) -> str:
        """Where the piece of a number (from 0) stands; a cell by its row and column (from 1)."""
        return f"{self._names[number]}第{row}行第{column}列" if row else self._names[number]

    def at(self, place: Place, pieces: Sequence[int]) -> str:
        """Where a place of the document stands; ``pieces`` as compose.document gives them."""
        return self.of(pieces[place.block - 1], place.row or 0, place.column or 0)


def _named(manuscript: Manuscript) -> Iterator[str]:
    head, count, table, mark = "", 0, "", ""
    for piece in manuscript.pieces:
        if isinstance(piece, Grid):
            table = table or piece.title
            yield f"“{table}”"
        elif not isinstance(piece, Line):
            yield ""
        elif piece.style in _HEADS:
            head, count = "".join(r if isinstance(r, str) else r.words for r in piece.runs), 0
            yield f"“{head}”标题"
        elif piece.style == "caption":
            table, mark = f"{mark}{piece.text}", ""
            yield f"“{table}”表题"
        elif piece.style == "annex":
            mark = f"{piece.text} "
            yield piece.text
        elif piece.style == "body":
            count += 1
            yield f"“{head}”第{count}段"
        elif piece.style in ("signoff", "note"):
            yield f"“{table}”{_NAMES.get(piece.style, '表注')}"
        else:
            yield _NAMES.get(piece.style, "正文")
