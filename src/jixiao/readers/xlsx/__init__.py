"""Excel 工作簿 (.xlsx): read from its XML; a sheet is what it shows when it is printed."""

from __future__ import annotations

import struct

from jixiao.readers.formats import Content, Format

_END = b"PK\x05\x06"
_END_SIZE = 22
_WORKBOOK = b"xl/workbook.xml"


def _is_xlsx(data: bytes) -> bool:
    """By the names in the central directory: a Word file may hold a workbook, and a workbook a Word file."""
    if data[:4] != b"PK\x03\x04":
        return False
    names = _directory(data)
    if not names:  # cut off: all that can be said is what stands first
        first, word = data.find(b"xl/"), data.find(b"word/")
        return first >= 0 and (word < 0 or first < word)
    return _WORKBOOK in names and b"word/document.xml" not in names


def _directory(data: bytes) -> bytes:
    """The central directory, in which names are not compressed; b"" where the file has lost it."""
    at = data.rfind(_END)
    if at < 0 or at + _END_SIZE > len(data):
        return b""
    size, start = struct.unpack_from("<II", data, at + 12)
    return data[start : start + size] if start + size <= at else data[:at]


def _read(data: bytes) -> Content:
    from jixiao.readers.xlsx.file import read  # noqa: PLC0415 - lxml is loaded only when a workbook is read

    return read(data)


FORMAT = Format("xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm"), _is_xlsx, _read, rank=9)
