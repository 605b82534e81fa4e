"""Where each element of an XML part stands in its text, so that it can be edited without being written anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

_REFERENCE = re.compile(rb"&[^;]+;")
_FOLLOWING = 0x80  # the top bits of a byte that continues a character of UTF-8
_DECLARED = re.compile(rb"^(<\?xml[^>]*?encoding\s*=\s*)([\"'])([A-Za-z0-9._-]+)\2")


@dataclass(slots=True)
class Span:
    """Byte offsets of one element: its start tag, and where its end tag begins and ends (equal when ``<x/>``)."""

    begin: int
    opened: int  # end of the start tag
    closing: int  # begin of the end tag
    end: int


def spans(xml: bytes) -> list[Span]:
    """The spans of all elements in document order. ``xml`` is UTF-8 (see ``in_utf8``) and well formed."""
    found: list[Span] = []
    open_: list[int] = []
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True

    def start(_name: str, _attributes: object) -> None:
        begin = parser.CurrentByteIndex
        open_.append(len(found))
        found.append(Span(begin, _tag_end(xml, begin), 0, 0))

    def end(_name: str) -> None:
        span = found[open_.pop()]
        at = parser.CurrentByteIndex
        if xml[span.opened - 2 : span.opened] == b"/>":
            span.closing = span.end = span.opened
        else:
            span.closing, span.end = at, xml.index(b">", at) + 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(xml, True)  # noqa: FBT003 - expat's signature: this is all of it
    return found


def _tag_end(xml: bytes, begin: int) -> int:
    """The end of a start tag; a > inside an attribute's quotes does not end it."""
    at, quote = begin, 0
    while True:
        char = xml[at]
        if quote:
            quote = 0 if char == quote else quote
        elif char in b"\"'":
            quote = char
        elif char == ord(">"):
            return at + 1
        at += 1


def in_utf8(xml: bytes) -> bytes:
    """The part in UTF-8: nearly always as it is, else turned from the encoding that it names."""
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        xml = re.sub(r"""(encoding\s*=\s*["'])[^"']+""", r"\1UTF-8", xml.decode("utf-16"), count=1).encode()
    declared = _DECLARED.match(xml)
    if declared and declared[3].lower() not in (b"utf-8", b"us-ascii"):
        text = xml.decode(declared[3].decode())
        xml = re.sub(r"""(encoding\s*=\s*["'])[^"']+""", r"\1UTF-8", text, count=1).encode()
    return xml


def byte_offset(inner: bytes, characters: int) -> int | None:
    """Where character n of an element's text begins in its bytes; None where the text is not plain (CDATA, a comment)."""
    if b"<" in inner:
        return None
    at = count = 0
    while count < characters and at < len(inner):
        reference = _REFERENCE.match(inner, at) if inner[at] == ord("&") else None
        if reference:
            at = reference.end()
        elif inner[at : at + 2] == b"\r\n":
            at += 2
        else:
            at += 1
            while at < len(inner) and inner[at] & 0xC0 == _FOLLOWING:
                at += 1
        count += 1
    return at if count == characters else None
