"""Word 的单个 XML 文件: what Word 2003 saves as XML, and the later 「Word XML 文档」 that holds a whole .docx (flat OPC)."""

from __future__ import annotations

import re

from jixiao.readers.formats import Content, Format

_ROOT = re.compile(rb"<(?:\w+:)?(wordDocument|package)[\s>]")
_SPACES = (
    b"http://schemas.microsoft.com/office/word/2003/wordml",
    b"http://schemas.microsoft.com/office/2006/xmlPackage",
)


def _is_word_xml(data: bytes) -> bool:
    head = data[:8192].replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and bool(
        _ROOT.search(head) and any(one in head for one in _SPACES)
    )


def _read(data: bytes) -> Content:
    from jixiao.readers.wordxml.file import read  # noqa: PLC0415 - lxml is loaded only when such a file is read

    return read(data)


FORMAT = Format("wordxml", (".xml", ".doc", ".docx", ".wps"), _is_word_xml, _read, rank=23)
