"""A page from its bytes: charset, article, blocks."""

from __future__ import annotations

import re
from html import escape

from selectolax.lexbor import LexborHTMLParser

from jixiao.model.document import Block, Unread, paragraph
from jixiao.readers.common.decoding import decoded
from jixiao.readers.formats import Content
from jixiao.readers.html.aside import aside
from jixiao.readers.html.chrome import article, title_of
from jixiao.readers.html.guard import too_much
from jixiao.readers.html.lazy import held_in_script
from jixiao.readers.html.look import Look
from jixiao.readers.html.nodes import attribute
from jixiao.readers.html.walk import Full, Out, Walk
from jixiao.readers.notes import note

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PROPERTIES = {"author": "author", "generator": "generator", "category": "category"}


def read(data: bytes) -> Content:
    """The content of a page."""
    declared = _CHARSET.search(data[:4096])
    text, lost = decoded(data, declared[1].decode("ascii") if declared else "")
    if too_much(text):
        return Content(unread=(note("page_large", fatal=True),))
    page = LexborHTMLParser(text.replace("\0", ""))
    if lazy := held_in_script(page):
        page = LexborHTMLParser(f"<title>{escape(title_of(page))}</title>{lazy}")
    look = Look(page)
    found = article(page, look)
    if found is None:
        return Content(unread=tuple(aside(page, None, ())))
    out = Out(found.skipped, look)
    if found.title:
        out.blocks.append(paragraph(1, found.title, level=1))
    walk = Walk(out)
    try:
        walk.run(found.root)
        walk.flush()
    except Full:
        pass
    blocks = tuple(block for block in out.blocks if block is not None)
    out.unread += aside(page, found.root, blocks)
    if lost:
        out.unread.append(note("decoding", count=lost))
    properties = {
        name: value for node in page.css("meta[name]")
        if (name := _PROPERTIES.get(attribute(node, "name").lower(), "")) and (value := attribute(node, "content"))
    }  # fmt: skip
    return Content(blocks, tuple(out.unread), properties)


def blocks_in(html: str, first: int) -> tuple[list[Block], list[Unread]]:
    """The blocks of a piece of a page that stands in another text, numbered from ``first``."""
    if too_much(html):
        return [], [note("page_large")]
    page = LexborHTMLParser(html)
    out = Out(frozenset(), Look(page))
    out.blocks += [None] * (first - 1)
    if page.body is not None:
        walk = Walk(out)
        try:
            walk.run(page.body)
            walk.flush()
        except Full:
            pass
    return [block for block in out.blocks[first - 1 :] if block is not None], out.unread
