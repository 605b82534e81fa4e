"""OFD 版式文件 (.ofd, GB/T 33190): pages of placed characters and lines, made paragraphs and tables again."""

from __future__ import annotations

import re

from jixiao.readers.formats import Content, Format

_ENTRY = re.compile(rb"PK\x03\x04.{22}[^\0]\0..[/\\]?OFD\.xml", re.DOTALL | re.IGNORECASE)
_OTHERS = (b"[Content_Types].xml", b"mimetypeapplication/")


def _is_ofd(data: bytes) -> bool:
    """A package whose root entry is OFD.xml. One that lies in another package, stored as it is, is not this file."""
    found = _ENTRY.search(data) if data[:4] == b"PK\x03\x04" and not any(one in data for one in _OTHERS) else None
    return found is not None and data.find(b"PK\x05\x06", 0, found.start()) < 0


def _read(data: bytes) -> Content:
    from jixiao.readers.ofd.file import read  # noqa: PLC0415 - lxml is loaded only when an OFD is read

    return read(data)


FORMAT = Format("ofd", (".ofd",), _is_ofd, _read, rank=20)
