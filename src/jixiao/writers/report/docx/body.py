"""The body (正文): the pieces of a manuscript in order, in sections by the direction of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.model.chart import Chart
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece
from jixiao.writers.report.docx.binding import Binding
from jixiao.writers.report.docx.chart import drawing
from jixiao.writers.report.docx.page import LANDSCAPE, PORTRAIT, Side
from jixiao.writers.report.docx.table import table
from jixiao.writers.report.docx.text import run

_STYLES = {
    "cover": "Cover", "title": "Title", "heading1": "Heading1", "heading2": "Heading2", "heading3": "Heading3",
    "heading4": "Heading4", "body": "BodyText", "caption": "Caption", "note": "TableNote", "signoff": "SignOff",
    "attachments": "Attachments", "date": "ReportDate",
}  # fmt: skip
_BELOW = ("note", "signoff")  # lines that belong to the table above them
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
            self.items.append(_Item(piece, self.side, new_page=self._new_page))
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
    pages = _Pages(headers, footers, cover=_has_cover(manuscript))
    for piece in manuscript.pieces:
        pages.add(piece)
    last = pages.section()
    out, charts = [], 0
    followers = [*(item.piece for item in pages.items[1:]), None]
    titled = False
    for index, (item, following) in enumerate(zip(pages.items, followers, strict=True)):
        piece = item.piece
        if isinstance(piece, Line):
            first = not titled and piece.style == "cover"
            titled = titled or first
            before = pages.items[index - 1].piece if index else None
            out.append(_line(piece, item, binding, before, cover_title=first))
        elif isinstance(piece, Chart):
            charts += 1
            out.append(_paragraph("Picture", drawing(piece, charts, f"rIdChart{charts}"), item))
        else:
            out.append(_grid(piece, item, binding, following))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_SPACES}><w:body>{"".join(out)}{last}</w:body></w:document>'.encode()


def _has_cover(manuscript: Manuscript) -> bool:
    """Whether the manuscript begins with a cover page."""
    first = next(iter(manuscript.pieces), None)
    breaks = any(isinstance(piece, Break) for piece in manuscript.pieces)
    return breaks and isinstance(first, Line) and first.style == "cover"


def _line(line: Line, item: _Item, binding: Binding, before: Piece | None, *, cover_title: bool) -> str:
    style = "CoverTitle" if cover_title else _STYLES.get(line.style, "BodyText")
    apart = line.style == "attachments" and not (isinstance(before, Line) and before.style == "attachments")
    spacing = '<w:spacing w:before="560"/>' if apart else ""  # 附件说明在正文下空一行
    return _paragraph(style, run(line.number) + binding.runs(line.runs, unit=True), item, spacing)


def _paragraph(style: str, content: str, item: _Item, extra: str = "") -> str:
    new_page = _NEW_PAGE if item.new_page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{new_page}{extra}{item.ends}</w:pPr>{content}</w:p>'


def _grid(grid: Grid, item: _Item, binding: Binding, following: Piece | None) -> str:
    """A table; two that follow each other are kept apart, and a page or section ends in a paragraph of no height."""
    below = isinstance(following, Line) and following.style in _BELOW and not item.ends
    before = _SEAM.format(_NEW_PAGE) if item.new_page else ""
    seam = _SEAM.format(item.ends) if item.ends or not isinstance(following, Line | Chart) else ""
    return before + table(grid, binding, item.side.measure, followed=below) + seam
