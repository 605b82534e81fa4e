"""The body (正文): the pieces of a manuscript in order, in sections by the direction of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from jixiao.model.chart import Chart
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece
from jixiao.writers.report.docx.binding import Binding
from jixiao.writers.report.docx.chart import drawing
from jixiao.writers.report.docx.page import LANDSCAPE, PORTRAIT, Side
from jixiao.writers.report.docx.table import table
from jixiao.writers.report.docx.text import run

_STYLES = {
    "cover": "Cover", "title": "Title", "heading1": "Heading1", "heading2": "Heading2", "heading3": "Heading3",
    "heading4": "Heading4", "body": "BodyText", "annex": "Annex", "caption": "Caption", "note": "TableNote",
    "signoff": "SignOff", "attachments": "Attachments", "date": "ReportDate",
}  # fmt: skip
_BELOW = ("note", "signoff")  # lines that belong to the table above them
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SEAM = '<w:p><w:pPr><w:pStyle w:val="Seam"/>{}</w:pPr></w:p>'
_NEW_PAGE = "<w:pageBreakBefore/>"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)


@dataclass(slots=True)
class _Item:
    """A piece on its page: whether that is a new one, and the w:sectPr of the section that ends with it."""

    piece: Line | Grid | Chart
    side: Side
    new_page: bool = False
    cover: bool = False
    ends: str = ""


@dataclass(slots=True)
class _Pages:
    """The pieces as they are laid onto pages. The cover is a section of its own, without a page number."""

    headers: str
    footers: str
    items: list[_Item] = field(default_factory=list)
    side: Side = PORTRAIT
    cover: bool = False
    _new_page: bool = False
    _numbered: bool = False
    _begun: bool = False

    def add(self, piece: Piece) -> None:
        """The next piece."""
        if not isinstance(piece, Break):
            self.items.append(_Item(piece, self.side, self._new_page, self.cover))
            self._new_page = False
            return
        following = LANDSCAPE if piece.landscape else PORTRAIT
        if not self.items:
            self.side = following
        elif self.cover or following is not self.side:
            if not self.items[-1].ends:
                self.items[-1].ends = self.section()
            self.side, self.cover, self._new_page = following, False, False
        else:
            self._new_page = True

    def section(self) -> str:
        """The w:sectPr of the section that ends here; the first names the headers, the first after the cover the footers."""
        references = "" if self._begun else self.headers
        start = 1 if self._begun and not self.cover and not self._numbered else None
        if not self.cover and not self._numbered:
            references += self.footers
            self._numbered = True
        self._begun = True
        return self.side.section(references, start=start)


def body(manuscript: Manuscript, binding: Binding, headers: str, footers: str) -> bytes:
    """word/document.xml. ``headers`` and ``footers`` are the references to them; chart n has the relation rIdChart<n>."""
    pages = _Pages(headers, footers, cover=_cover_lines(manuscript) > 0)
    for piece in manuscript.pieces:
        pages.add(piece)
    last = pages.section()
    out, charts = [], 0
    befores = [None, *(item.piece for item in pages.items)]
    afters = [*(item.piece for item in pages.items[1:]), None]
    for item, before, after in zip(pages.items, befores, afters, strict=False):
        piece = item.piece
        if isinstance(piece, Line):
            out.append(_line(piece, item, binding, before, after))
        elif isinstance(piece, Chart):
            charts += 1
            out.append(_paragraph("Picture", drawing(piece, charts, f"rIdChart{charts}"), item))
        else:
            out.append(_grid(piece, item, binding, after))
    return f"{_HEAD}<w:document {_SPACES}><w:body>{''.join(out)}{last}</w:body></w:document>".encode()


def _cover_lines(manuscript: Manuscript) -> int:
    """How many lines the cover has: those before the first break, if some of them are said to be of a cover."""
    first = list(takewhile(lambda piece: not isinstance(piece, Break), manuscript.pieces))
    cover = all(isinstance(piece, Line) and piece.style in ("cover", "title") for piece in first)
    broken = len(first) < len(manuscript.pieces)
    return len(first) if cover and broken and any(isinstance(p, Line) and p.style == "cover" for p in first) else 0


def _line(line: Line, item: _Item, binding: Binding, before: Piece | None, after: Piece | None) -> str:
    same = isinstance(before, Line) and before.style == line.style and not item.new_page
    style = _STYLES.get(line.style, "BodyText")
    spacing = ""
    if item.cover:
        style = "CoverTitle" if before is None or (same and line.style == "title") else "Cover"
        if style == "Cover" and not same:
            spacing = '<w:spacing w:before="4200"/>'
    elif line.style == "title" and isinstance(after, Line) and after.style == "title":
        spacing = '<w:spacing w:after="0"/>'
    elif line.style == "attachments":
        style = "AttachmentsMore" if same else style
        spacing = "" if same else '<w:spacing w:before="560"/>'  # 附件说明在正文下空一行
    return _paragraph(style, run(line.number) + binding.runs(line.runs, unit=True), item, spacing)


def _paragraph(style: str, content: str, item: _Item, extra: str = "") -> str:
    new_page = _NEW_PAGE if item.new_page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{new_page}{extra}{item.ends}</w:pPr>{content}</w:p>'


def _grid(grid: Grid, item: _Item, binding: Binding, following: Piece | None) -> str:
    """A table; two that follow each other are kept apart, and a page or section ends in a paragraph of no height."""
    below = isinstance(following, Line) and following.style in _BELOW and not item.ends
    before = _SEAM.format(_NEW_PAGE) if item.new_page else ""
    seam = _SEAM.format(item.ends) if item.ends or not isinstance(following, Line | Chart) else ""
    return before + table(grid, binding, item.side, followed=below) + seam
