"""单个文件网页 (.mht, .mhtml): web pages saved as one file by a browser, and what Word saves so, often under .doc."""

from __future__ import annotations

import re

from jixiao.readers.formats import Content, Format

_BEGIN = re.compile(
    rb"(?:MIME-Version|From|Subject|Date|Snapshot-Content-Location|Content-\w[\w-]*)\s*:", re.IGNORECASE
)
_PAGE = re.compile(rb"^Content-Type:\s*(?:multipart/(?:related|alternative)|text/html)", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)


def _is_mht(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return bool(_BEGIN.match(head) and _VERSION.search(head) and _PAGE.search(head))


def _read(data: bytes) -> Content:
    from jixiao.readers.mht.file import read  # noqa: PLC0415 - loaded only when such a file is read

    return read(data)


FORMAT = Format("mht", (".mht", ".mhtml", ".doc", ".xls"), _is_mht, _read, rank=22)
