"""Word 文档 (.docx): read from its XML, not through an object model that repeats merged cells."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format


def _is_docx(data: bytes) -> bool:
    # The central directory stands at the end; names in it are not compressed.
    return data[:4] == b"PK\x03\x04" and b"word/" in data and b"mimetypeapplication/vnd.oasis" not in data[:100]


def _read(data: bytes) -> Content:
    from jixiao.readers.docx.file import read  # noqa: PLC0415 - lxml is loaded only when a docx is read

    return read(data)


FORMAT = Format("docx", (".docx", ".docm", ".dotx", ".dotm"), _is_docx, _read, rank=10)
