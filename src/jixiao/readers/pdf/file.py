"""A PDF from its bytes: what it may hold, its pages one after the other, what could not be read of them."""

from __future__ import annotations

import ctypes
import time
from dataclasses import dataclass, field

from jixiao.model.document import Unread
from jixiao.readers.formats import Content
from jixiao.readers.layout.blocks import Parted, blocks, parted
from jixiao.readers.layout.page import Page
from jixiao.readers.layout.rulings import joined
from jixiao.readers.notes import note
from jixiao.readers.pdf.chars import words
from jixiao.readers.pdf.drawn import Drawn
from jixiao.readers.pdf.flags import flags
from jixiao.readers.pdf.guard import too_much
from jixiao.readers.pdf.library import Closed, Handle, opened, page_of, pdfium, property_of
from jixiao.readers.pdf.scans import Scanned, scanned
from jixiao.readers.pdf.tags import figures

PAGES = 500
CHARACTERS = 500_000  # of all pages together
PAGE_CHARACTERS = 100_000  # of one page
DRAWN = 50_000  # lines and pictures of one page
SECONDS = 20.0  # after that no further page is begun
_PROPERTIES = {"Author": "author", "Title": "title", "Keywords": "category"}
_GARBLED = 0.2  # of the characters without a meaning: the words are not to be trusted
_TAIL = 2048  # bytes in which a whole file says that it ends
_NAMED = 8  # so many pages are named one by one


@dataclass(slots=True)
class _Reading:
    """What was read so far, and what was not."""

    pages: list[Parted] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    tagged: bool = False
    characters: int = 0
    unknown: int = 0
    unread: list[Unread] = field(default_factory=list)


def read(data: bytes, *, pictures: bool = False) -> Content:
    """The content of a PDF; with ``pictures``, of its scanned pages as well."""
    if too_much(data):
        return Content(unread=(note("pdf_bomb", fatal=True),))
    reading = _Reading()
    try:
        with opened(data) as document:
            _read_pages(document, reading)
            seen = scanned(document, reading.scans) if pictures and reading.scans else Scanned()
            reading.unread += flags(document, data)
            properties = {ours: text for name, ours in _PROPERTIES.items() if (text := property_of(document, name))}
    except Closed as closed:
        return Content(unread=(note(closed.code, fatal=True),))
    read_off = tuple(sorted(page.number for page in seen.pages))
    reading.scans = [number for number in reading.scans if number not in read_off]
    reading.unread += seen.unread
    laid = blocks(sorted((*reading.pages, *map(parted, seen.pages)), key=lambda page: page.number))
    unread = (*_not_read(reading, data, readable=bool(laid.blocks)), *laid.unread)
    return Content(
        tuple(laid.blocks), unread, properties, pages=tuple(laid.pages), doubts=tuple(laid.doubts), scanned=read_off
    )


def _read_pages(document: Handle, reading: _Reading) -> None:
    count = pdfium.FPDF_GetPageCount(document)
    if count > PAGES:
        reading.unread.append(note("pages", limit=PAGES))
    reading.tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
    until = time.monotonic() + SECONDS
    for index in range(min(count, PAGES)):
        if time.monotonic() > until or reading.characters >= CHARACTERS:
            reading.unread.append(note("pdf_long", page=index))
            return
        with page_of(document, index) as page:
            if page is None:
                reading.damaged.append(index + 1)
            else:
                _read_page(page, index + 1, reading)


def _read_page(page: Handle, number: int, reading: _Reading) -> None:
    pictures = figures(page) if reading.tagged else None
    found = words(page, _box(page), PAGE_CHARACTERS, pictures)
    drawn = Drawn(found.view, DRAWN, pictures or frozenset())
    drawn.page(page)
    if not found.glyphs and drawn.images:
        reading.scans.append(number)
        return
    reading.characters += len(found.glyphs)
    reading.unknown += found.unknown
    strokes = drawn.strokes
    lines = joined(strokes.across), joined(strokes.down)
    reading.pages.append(parted(Page(number, *found.view.size, found.glyphs, found.marked, *lines, strokes.shapes)))


def _box(page: Handle) -> tuple[float, float, float, float]:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _not_read(reading: _Reading, data: bytes, *, readable: bool) -> list[Unread]:
    """The notes of what was not read; the first is fatal where nothing was read."""
    found = list(reading.unread)
    if reading.scans:
        found.append(note("scan_pages", pages=_named(reading.scans)) if readable else note("scan", fatal=True))
    if reading.damaged:
        damaged = note("pages_damaged", pages=_named(reading.damaged))
        found.append(damaged if readable or reading.scans else note("pdf_damaged", fatal=True))
    if reading.unknown > reading.characters * _GARBLED:
        found.append(note("garbled", fatal=reading.unknown * 2 > reading.characters))
    if readable and b"%%EOF" not in data[-_TAIL:]:
        found.append(note("cut"))
    return found


def _named(pages: list[int]) -> str:
    return "、".join(map(str, pages[:_NAMED])) + ("等" if len(pages) > _NAMED else "")
