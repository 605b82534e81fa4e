"""PDFium through its C interface: a file, its pages, and each page's characters and ruling lines.

The object model of pypdfium2 makes one Python object a character and a path; here only what is asked for crosses over.
PDFium is not safe between threads, so one file is read at a time.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2  # noqa: F401 - loading it starts the library and ends it at exit
import pypdfium2.raw as _raw

pdfium: Any = _raw  # comes without types
Handle = Any  # a pointer of PDFium

_LOCK = threading.Lock()
_PASSWORD = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY


class Closed(Exception):  # noqa: N818 - a signal, not an error
    """The file does not open: ``code`` is a reading code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def opened(data: bytes) -> Iterator[Handle]:
    """The file of these bytes."""
    with _LOCK:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise Closed("pdf_encrypted" if pdfium.FPDF_GetLastError() in _PASSWORD else "pdf_damaged")
        try:
            yield document
        finally:
            pdfium.FPDF_CloseDocument(document)


@contextmanager
def page_of(document: Handle, index: int) -> Iterator[Handle]:
    """One page, or None where it is damaged."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def property_of(document: Handle, name: str) -> str:
    """A property of the file, such as Title."""
    size = pdfium.FPDF_GetMetaText(document, name.encode("ascii"), None, 0)
    if size <= 2:  # noqa: PLR2004 - the closing zero alone
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, name.encode("ascii"), buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()
