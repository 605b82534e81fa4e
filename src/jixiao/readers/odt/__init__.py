"""OpenDocument 文本 (.odt, .ott): what LibreOffice and some Chinese office suites write."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format

_KIND = b"mimetypeapplication/vnd.oasis.opendocument.text"


def _is_odt(data: bytes) -> bool:
    # The kind stands first in the package and is not compressed.
    return data[:4] == b"PK\x03\x04" and _KIND in data[:120]


def _read(data: bytes) -> Content:
    from jixiao.readers.odt.file import read  # noqa: PLC0415 - lxml is loaded only when such a file is read

    return read(data)


FORMAT = Format("odt", (".odt", ".ott"), _is_odt, _read, rank=8)
