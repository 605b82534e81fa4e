"""OFD 版式文件 (.ofd, GB/T 33190): pages of placed characters and lines, made paragraphs and tables again."""

from __future__ import annotations

import re

from jixiao.readers.formats import Content, Format

_LISTED = re.compile(rb"PK\x01\x02.{42}[/\\]?OFD\.xml", re.DOTALL | re.IGNORECASE)
_ENTRY = re.compile(rb"PK\x03\x04.{26}[/\\]?OFD\.xml", re.DOTALL | re.IGNORECASE)
_END = b"PK\x05\x06"


def _is_ofd(data: bytes) -> bool:
    """A package that lists OFD.xml; one that is cut off lists nothing any more."""
    if data[:4] != b"PK\x03\x04":
        return False
    end = data.rfind(_END)
    if end >= 0:  # names in a package that lies in this one are not listed
        return _LISTED.search(data, int.from_bytes(data[end + 16 : end + 20], "little"), end) is not None
    return _ENTRY.search(data) is not None and b"[Content_Types].xml" not in data


def _read(data: bytes) -> Content:
    from jixiao.readers.ofd.file import read  # noqa: PLC0415 - lxml is loaded only when an OFD is read

    return read(data)


FORMAT = Format("ofd", (".ofd",), _is_ofd, _read, rank=20)
