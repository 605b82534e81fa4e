"""PDF 文件 (.pdf) with a text layer: characters with their boxes and ruling lines, made paragraphs and tables again."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format
from jixiao.readers.limits import SCAN_BYTES


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _read(data: bytes) -> Content:
    from jixiao.readers.pdf.file import read  # noqa: PLC0415 - PDFium is loaded only when a PDF is read

    return read(data)


def _pictures(data: bytes) -> Content:
    from jixiao.readers.pdf.file import read  # noqa: PLC0415 - as above

    return read(data, pictures=True)


FORMAT = Format("pdf", (".pdf",), _is_pdf, _read, rank=10, pictures=_pictures, most=SCAN_BYTES)
