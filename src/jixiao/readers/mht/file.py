"""A saved page from its bytes: the first page in it is read as any page; pictures and styles beside it are left alone."""

from __future__ import annotations

from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from jixiao.readers.formats import Content
from jixiao.readers.html.file import read as read_page
from jixiao.readers.notes import note

_MOST_PARTS = 2_000  # our own choice
_DEEPEST = 200  # parts within parts; Python's parser would go on until it breaks
_PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes) -> Content:
    """The content of a saved page."""
    if data.count(b"multipart/") > _DEEPEST:
        return Content(unread=(note("page_large", fatal=True),))
    parts = _parts(BytesParser(policy=compat32).parsebytes(data))
    page = next((found for one in parts if one.get_content_type() in _PAGES and (found := _bytes(one)).strip()), None)
    if page is None:
        return Content(unread=(note("mht_no_page", fatal=True),))
    content = read_page(page)
    if any(str(one.get("Content-Location", "")).lower().endswith(".mso") for one in parts):
        content = replace(content, unread=(*content.unread, note("macros")))
    return content


def _parts(message: Message) -> list[Message]:
    found = []
    for one in message.walk():
        found.append(one)
        if len(found) == _MOST_PARTS:
            break
    return found


def _bytes(part: Message) -> bytes:
    """The bytes of a part; in UTF-8 where the part says what its characters are, for the page itself may not."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    code = part.get_content_charset()
    if code in ("utf-16", "utf-16le", "unicode"):
        return data.decode("utf-16" if code != "utf-16le" else "utf-16-le", "replace").encode()
    return data
