"""A .doc from its bytes: the streams, the tree of a .docx built from them, and the walk that reads such a tree."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from jixiao.model.document import Unread
from jixiao.readers.common.ole import Container, opened
from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.fib import (
    CHARACTERS,
    CLX,
    COMMENTS,
    FONTS,
    HEADERS,
    LIST_USES,
    LISTS,
    PARAGRAPHS,
    SECTIONS,
    STYLES,
    TEMPLATE,
    Fib,
    Story,
    Unfit,
    fib_of,
)  # fmt: skip
from jixiao.readers.doc.formatting import Formatting
from jixiao.readers.doc.lists import asked, fonts, numbering, styles
from jixiao.readers.doc.paragraphs import Paragraphs
from jixiao.readers.doc.pieces import Pieces
from jixiao.readers.doc.tables import Open, W
from jixiao.readers.doc.words import COMMENT, Runs, clean
from jixiao.readers.docx.file import walk_root
from jixiao.readers.docx.numbering import Numbering
from jixiao.readers.docx.styles import Styles
from jixiao.readers.docx.walk import Out, blocks
from jixiao.readers.formats import Content
from jixiao.readers.notes import note

_SEPARATORS, _PARTS_OF_A_SECTION = 6, 6  # of the headers: lines above footnotes; even, odd and first of both kinds
_HEADER_PARTS = (0, 1, 4)
_FAR = re.compile(r"(?i)https?://|ftp://|\\\\\w")
_FETCHING = re.compile(r"(?i)\x13\s*(?:DDE(?:AUTO)?\b|INCLUDE(?:PICTURE|TEXT)\s+\"?\s*(?:https?:|ftp:|\\\\))")


def read(data: bytes) -> Content:
    """The content of a .doc."""
    container = opened(data)
    stream = container.stream("WordDocument") if container else None
    if container is None or stream is None:
        return Content(unread=(note("ole_damaged", fatal=True),))
    try:
        fib = fib_of(stream)
        table = container.stream(fib.table)
        if not table:
            raise Unfit("ole_damaged")  # noqa: TRY301 - one place that says it
        document = _Document(container, stream, fib, table)
    except (Unfit, struct.error) as error:
        return Content(unread=(note(error.code if isinstance(error, Unfit) else "ole_damaged", fatal=True),))
    return document.content()


class _Document:
    """The text of a file and everything that says how it is divided."""

    def __init__(self, container: Container, stream: bytes, fib: Fib, table: bytes) -> None:
        self._container, self._fib, self._table = container, fib, table
        self._pieces = Pieces(fib.part(table, CLX), stream)
        more = container.stream("Data") or b""
        by_paragraph = Formatting(fib.part(table, PARAGRAPHS), stream, paragraphs=True, data=more)
        self._paragraphs = Paragraphs(self._pieces, by_paragraph, frozenset(_bounds(fib.part(table, SECTIONS), 12)))
        by_run = Formatting(fib.part(table, CHARACTERS), stream, paragraphs=False)
        self._runs = Runs(self._pieces, by_run, fonts(fib.part(table, FONTS)))
        lists = fib.pairs[LISTS] if len(fib.pairs) > LISTS else (0, 0)
        known = numbering(table, lists, fib.part(table, LIST_USES))
        self._numbering = Numbering(known, Styles(styles(fib.part(table, STYLES)), W), W)

    def content(self) -> Content:
        """Everything, stories in the order in which a .docx gives them."""
        out = Out()
        if self._pieces.cut or any(story.end > len(self._pieces.text) for story in self._fib.stories):
            out.warn(note("cut"))
        for part, start, end in self._stories():
            walk_root(self._tree(start, end), part, out, self._numbering)
        for one in self._carried():
            out.warn(one)
        comments = self._comments()
        marks = tuple(
            replace(one, text=comments.get(one.text, "")) if one.kind == "comment" else one for one in out.marks
        )
        return Content(tuple(blocks(out)), tuple(out.unread), self._container.properties(), marks)

    def _stories(self) -> Iterator[tuple[str, int, int]]:
        order = {"body": 0, "textbox": 1, "header": 2, "footnote": 3}
        for story in sorted((one for one in self._fib.stories if one.part in order), key=lambda one: order[one.part]):
            if story.part == "header":
                yield from self._headers(story)
            else:
                yield story.part, story.start, story.end

    def _headers(self, story: Story) -> Iterator[tuple[str, int, int]]:
        bounds = _bounds(self._fib.part(self._table, HEADERS), 0)
        for number, (start, end) in enumerate(pairwise(bounds[_SEPARATORS:])):
            if 0 <= start < end <= story.end - story.start:
                part = "header" if number % _PARTS_OF_A_SECTION in _HEADER_PARTS else "footer"
                yield part, story.start + start, story.start + end

    def _tree(self, start: int, end: int) -> Element:
        root = etree.Element(W + "body")
        opened_tables: list[Open] = []

        def put(element: Element) -> None:
            if opened_tables:
                opened_tables[-1].inside.append(element)
            else:
                root.append(element)

        for span in self._paragraphs.between(start, end):
            said = span.properties
            while len(opened_tables) > said.depth:
                put(opened_tables.pop().element())
            while len(opened_tables) < said.depth:
                opened_tables.append(Open())
            if said.ends_row:
                opened_tables[-1].end_row(said.row)
                continue
            paragraph = etree.Element(W + "p")
            asked(paragraph, said)
            self._runs.into(paragraph, span.start, span.end)
            put(paragraph)
            if said.ends_cell:
                opened_tables[-1].end_cell()
        while opened_tables:
            put(opened_tables.pop().element())
        return root

    def _comments(self) -> dict[str, str]:
        """The words of the comments by their numbers."""
        story = next((one for one in self._fib.stories if one.part == "comment"), None)
        if story is None:
            return {}
        bounds = _bounds(self._fib.part(self._table, COMMENTS), 0)
        text = self._pieces.text[story.start : story.end]
        return {
            str(number): clean(re.sub("[\0-\x1f]", "", text[start:end].replace(COMMENT, ""))).strip()
            for number, (start, end) in enumerate(pairwise(bounds))
        }

    def _carried(self) -> Iterator[Unread]:
        """What the file carries that is never run, fetched or opened."""
        names = self._container.names
        if any(name == "Macros" or name.startswith("Macros/") for name in names):
            yield note("macros")
        if objects := len({name.split("/")[1] for name in names if name.startswith("ObjectPool/")}):
            yield note("embedded", count=objects)
        template = self._fib.part(self._table, TEMPLATE).decode("utf-16-le", "replace")
        found = ["模板"] if _FAR.search(template) else []
        if _FETCHING.search(self._pieces.text):
            found.append("域")
        if found:
            yield note("outside", names="、".join(found))


def _bounds(plc: bytes, size: int) -> tuple[int, ...]:
    """The characters at which the parts of a list begin; ``size`` bytes of data follow for each of them."""
    count = (len(plc) - 4) // (4 + size)
    return struct.unpack_from(f"<{count + 1}I", plc) if count >= 0 else ()
