"""What kind of bundle a file is (压缩包的种类), told by its bytes: a Word file is a zip too, and is none."""

from __future__ import annotations

import os
import struct
from pathlib import PurePath

_HEAD = 1 << 9
_TAIL = 1 << 18  # bytes at the end in which the names of a document's parts are looked for
_LOCAL = struct.Struct("<26xHH")  # APPNOTE 4.3.7: lengths of name and extra field
_HEADER = struct.Struct("<28x3H12x")  # 4.3.12: lengths of name, extra field and comment
_END = struct.Struct("<12xL4x")  # 4.3.16: size of the directory
_DOCUMENT = (
    b"[Content_Types].xml",
    b"_rels/",
    b"word/",
    b"xl/",
    b"ppt/",
    b"docProps/",
    b"OFD.xml",
    b"Doc_0/",
    b"mimetype",
)
_PARTS = (b"[Content_Types].xml", b"OFD.xml", b"META-INF/manifest.xml")
_DOCUMENT_SUFFIXES = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".ofd", ".odt", ".ods", ".wps", ".et")
_SEVEN, _RAR, _GZIP = b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b"
_USTAR = slice(257, 262)


def bundle_kind(path: str, name: str) -> str:
    """zip, 7z, rar, tar, or "" for a file that is no bundle or cannot be opened.

    A zip that is cut off goes by its name: 某局.docx is for the readers, who can salvage; 全县.zip is told to be damaged.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a hundred thousand files are looked at
            head = file.read(_HEAD)
            if head[:4] in {b"PK\3\4", b"PK\5\6", b"PK\7\x08"}:
                return "" if _is_document(head, name) or _parts_in_tail(file.fileno()) else "zip"
    except OSError:
        return ""
    if head.startswith(_SEVEN):
        return "7z"
    if head.startswith(_RAR):
        return "rar"
    if head[_USTAR] == b"ustar" or (head.startswith(_GZIP) and name.lower().endswith((".tar.gz", ".tgz"))):
        return "tar"
    return ""


def _is_document(head: bytes, name: str) -> bool:
    """By the first part, which is one of the document's own; or by a name that no bundle carries."""
    if head.startswith(b"PK\3\4") and len(head) > _LOCAL.size:
        length, _ = _LOCAL.unpack_from(head)
        first = head[30 : 30 + length]
        if first.startswith(_DOCUMENT):
            return True
    return PurePath(name).suffix.lower() in _DOCUMENT_SUFFIXES


def _parts_in_tail(file: int) -> bool:
    """The directory of a zip stands at its end, with the names of all parts: a part of a document at the root is one.

    It is walked from its beginning: what lies before it may be packed documents, with directories of their own.
    """
    size = os.fstat(file).st_size
    os.lseek(file, max(0, size - _TAIL), os.SEEK_SET)
    tail = os.read(file, _TAIL)
    end = tail.rfind(b"PK\5\6")
    if end < 0 or len(tail) < end + _END.size:
        return False
    (length,) = _END.unpack_from(tail, end)
    at = end - length
    while 0 <= at <= end - _HEADER.size and tail[at : at + 4] == b"PK\1\2":
        name, extra, comment = _HEADER.unpack_from(tail, at)
        if tail[at + _HEADER.size : at + _HEADER.size + name] in _PARTS:
            return True
        at += _HEADER.size + name + extra + comment
    return False
