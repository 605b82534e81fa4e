"""Files that are recognised but not read: each gets a plain sentence that says what it is and how to mend it."""

from __future__ import annotations

from jixiao.model.document import Unread
from jixiao.readers.common.ole import MAGIC, opened
from jixiao.readers.formats import Content, Format
from jixiao.readers.notes import note

_MAGIC = (
    (b"GIF8", "image", "GIF"), (b"MZ", "program", ""), (b"\x7fELF", "program", ""),
    (b"Rar!", "archive", "RAR"), (b"7z\xbc\xaf", "archive", "7z"), (b"\x1f\x8b", "archive", "gzip"),
)  # fmt: skip
_BINARY_SHARE = 50  # one zero byte in so many: MZ may also begin a text
_IN_ZIP = (
    (b"xl/workbook.bin", "office", "Excel .xlsb"), (b"ppt/presentation", "office", "PowerPoint"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "office", "OpenDocument"),
)  # fmt: skip
_IN_OLE = (("EncryptedPackage", "encrypted", ""), ("PowerPoint Document", "legacy", "PowerPoint .ppt"))


def _known(data: bytes) -> Unread | None:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(MAGIC):
        return _ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    return _by_magic(data, head)


def _by_magic(data: bytes, head: bytes) -> Unread | None:
    for magic, code, kind in _MAGIC:
        if head.startswith(magic) and (len(magic) > 2 or data[:4096].count(0) * _BINARY_SHARE > len(data[:4096])):  # noqa: PLR2004
            return note(code, fatal=True, kind=kind)
    return None


def _ole(data: bytes) -> Unread:
    found = opened(data)
    if found is None:
        return note("ole_damaged", fatal=True)
    for stream, code, kind in _IN_OLE:
        if stream in found.names:
            return note(code, fatal=True, kind=kind)
    return note("legacy", fatal=True, kind="Office")


def _zip(data: bytes) -> Unread:
    for name, code, kind in _IN_ZIP:
        if name in data:
            return note(code, fatal=True, kind=kind)
    if b"PK\x05\x06" not in data or b"[Content_Types].xml" in data:
        return note("zip_damaged", fatal=True)
    return note("archive", fatal=True, kind="ZIP")


def _is_known(data: bytes) -> bool:
    return _known(data) is not None


def _read(data: bytes) -> Content:
    known = _known(data)
    return Content(unread=(known,) if known else ())


FORMAT = Format("other", (), _is_known, _read, rank=40)
