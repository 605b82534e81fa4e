"""Word 97–2003 文件 (.doc) and what WPS writes under .wps: the binary made the tree of a .docx, and read as one."""

from __future__ import annotations

from jixiao.readers.formats import Content, Format


def _is_doc(data: bytes) -> bool:
    from jixiao.readers.common.ole import MAGIC, opened  # noqa: PLC0415 - loaded only where a file may be one

    found = opened(data) if data.startswith(MAGIC) else None
    return found is not None and "WordDocument" in found.names and "EncryptedPackage" not in found.names


def _read(data: bytes) -> Content:
    from jixiao.readers.doc.file import read  # noqa: PLC0415

    return read(data)


FORMAT = Format("doc", (".doc", ".wps", ".dot", ".wpt"), _is_doc, _read, rank=20)
