"""Markdown (.md): text with headings by signs, tables of pipes or of HTML; told by its signs, not by its name."""

from __future__ import annotations

import re

from jixiao.readers.formats import Content, Format

_HEADING = re.compile(rb"(?:^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?|[\r\n])#{1,6}[ \t]+[^\s#]")
_STRONG = re.compile(rb"\*\*[^\s*][^*\r\n]{0,200}\*\*")
_SEVERAL = 3  # bold words


def _is_markdown(data: bytes) -> bool:
    from jixiao.readers.txt import is_text  # noqa: PLC0415 - two formats of one kind

    if not is_text(data):
        return False
    plain = data.replace(b"\0", b"") if b"\0" in data[:4096] else data
    if _HEADING.search(plain) or len(_STRONG.findall(plain)) >= _SEVERAL:
        return True
    return _has_table(plain.lower())


def _has_table(text: bytes) -> bool:
    at = 0
    for tag in (b"<table", b"<td", b"</table>"):
        at = text.find(tag, at)
        if at < 0:
            return False
    return True


def _read(data: bytes) -> Content:
    from jixiao.readers.markdown.file import read  # noqa: PLC0415 - the parser is loaded only when it is needed

    return read(data)


FORMAT = Format("markdown", (".md", ".markdown", ".mdown", ".txt", ".text"), _is_markdown, _read, rank=85)
