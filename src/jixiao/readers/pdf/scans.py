"""Pages of a PDF that are pictures (扫描页): drawn as they were scanned, and read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jixiao.isolation import tell
from jixiao.model.document import Unread
from jixiao.readers.layout.page import Page
from jixiao.readers.limits import PIXELS
from jixiao.readers.notes import note
from jixiao.readers.pdf.library import Handle, page_of, pdfium
from jixiao.readers.scan import available, seen
from jixiao.readers.scan.library import numpy

_INCH = 72.0
_LEAST, _MOST = 100.0, 200.0  # dots an inch: more says no more, and takes longer
_SIDE = 4_000  # points of the picture: no page is drawn larger
_IMAGE, _FORM = 3, 5
_DEPTH = 4
_BGR = 2  # FPDFBitmap_BGR


@dataclass(slots=True)
class Scanned:
    """The pages that were read off pictures, and what was not."""

    pages: list[Page] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def scanned(document: Handle, numbers: Sequence[int]) -> Scanned:
    """These pages of a PDF."""
    if not available():
        return Scanned(unread=[note("scan_tool")])
    found = Scanned()
    large: list[int] = []
    for done, number in enumerate(numbers):
        tell(done, len(numbers))
        with page_of(document, number - 1) as handle:
            size = list(_sizes(handle, 0)) if handle else []
            if not size or max(wide * high for wide, high, _ in size) > PIXELS:
                large.append(number)
                continue
            width, height = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
            page = seen(_drawn(handle, width, height, max(dots for _, _, dots in size)), number, width, height)
        if page.glyphs:
            found.pages.append(page)
    tell(len(numbers), len(numbers))
    if large:
        found.unread.append(note("scan_large", pages="、".join(map(str, large)), limit=PIXELS // 10_000))
    return found


def _sizes(page: Handle, depth: int, form: Handle = None) -> Iterator[tuple[int, int, float]]:
    """Of each picture on a page: its width and height in its own points, and how many of them make an inch."""
    count = pdfium.FPDFFormObj_CountObjects(form) if form else pdfium.FPDFPage_CountObjects(page)
    for index in range(count):
        one = pdfium.FPDFFormObj_GetObject(form, index) if form else pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == _IMAGE:
            about = pdfium.FPDF_IMAGEOBJ_METADATA()
            if pdfium.FPDFImageObj_GetImageMetadata(one, page, ctypes.byref(about)):
                yield about.width, about.height, max(about.horizontal_dpi, about.vertical_dpi)
        elif kind == _FORM and depth < _DEPTH:
            yield from _sizes(page, depth + 1, one)


def _drawn(page: Handle, width: float, height: float, dots: float) -> Any:  # noqa: ANN401 - an array
    """The picture of a page in red, green, blue, as fine as it was scanned."""
    np = numpy()
    scale = min(max(_LEAST, min(_MOST, dots)) / _INCH, _SIDE / max(width, height, 1.0))
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    pixels = np.full((down, across, 3), 255, np.uint8)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, _BGR, pixels.ctypes.data_as(ctypes.c_void_p), across * 3)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels
