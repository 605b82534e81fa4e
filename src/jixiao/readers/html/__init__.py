"""网页 (.html): published pages, and what Word, WPS or LibreOffice save as a web page."""

from __future__ import annotations

import re

from jixiao.readers.formats import Content, Format

_BEGIN = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|table|meta|title|script|p)[\s>]", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def _is_html(data: bytes) -> bool:
    """A page begins with a tag, whatever its charset; text that merely mentions one does not."""
    sample = data[:4096]
    if sample[:2] in _WIDE or b"\0<" in sample or b"<\0" in sample:
        sample = sample.replace(b"\0", b"")
    start = sample.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _BEGIN.search(start) is not None


def _read(data: bytes) -> Content:
    from jixiao.readers.html.file import read  # noqa: PLC0415 - the parser is loaded only when a page is read

    return read(data)


FORMAT = Format(
    "html", (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".jsp", ".php"), _is_html, _read, rank=50
)
