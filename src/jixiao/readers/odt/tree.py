"""The text of an .odt as the tree of a .docx: paragraphs, lists, tables, notes, leftovers of editing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from jixiao.readers import limits
from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.tables import W
from jixiao.readers.doc.words import filled
from jixiao.readers.odt.lists import Lists
from jixiao.readers.odt.names import DC, DRAW, LINK, OFFICE, TABLE, TEXT

_BLANK = re.compile(r"[ \t\r\n]+")
_FAR = re.compile(r"(?i)https?:|ftp:|//|\\\\")
_FETCHED = {
    DRAW + "image": "图片",
    TEXT + "section-source": "其他文档",
    TABLE + "table-source": "其他表格",
    DRAW + "object": "对象",
}
_PASSED = frozenset((
    TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", OFFICE + "forms",
    TEXT + "index-title-template", TEXT + "table-of-content-source", TEXT + "alphabetical-index-source", TEXT + "ruby-text",
    TEXT + "hidden-text", DRAW + "image", DRAW + "object", DRAW + "object-ole", OFFICE + "event-listeners", TEXT + "bibliography-source",
))  # fmt: skip
_SPACES = 1_000  # written as one element; our own choice


@dataclass
class Item:
    """Where in a list the next paragraph stands."""

    style: str = ""
    identity: str = ""
    level: int = -1
    waits: bool = False  # for the paragraph that carries its number


@dataclass
class Tree:
    """What is made of a document; ``apart`` are notes, ``far`` is what it would fetch."""

    lists: Lists
    hidden: frozenset[str]
    apart: list[Element] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    far: dict[str, None] = field(default_factory=dict)
    objects: int = 0
    _gone: dict[str, str] = field(default_factory=dict)
    _inserted: set[str] = field(default_factory=set)
    _known: set[str] = field(default_factory=set)

    def changes(self, root: Element) -> None:
        """What was deleted and inserted, as the document lists it."""
        for region in root.iter(TEXT + "changed-region"):
            name = region.get(TEXT + "id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            if (gone := region.find(TEXT + "deletion")) is not None:
                self._gone[name] = _text(gone)
            elif region.find(TEXT + "insertion") is not None:
                self._known.add(name)

    def story(self, source: Element) -> Element:
        """A story: the body, a header, a footer."""
        root = etree.Element(W + "body")
        self._blocks(source, root, Item())
        return root

    def _blocks(self, source: Element, home: Element, item: Item) -> None:
        for one in source:
            tag = one.tag
            if not isinstance(tag, str) or tag in _PASSED:
                self._carried(one)
            elif tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(one, home, item)
            elif tag == TEXT + "list":
                self._list(one, home, item)
            elif tag == TABLE + "table":
                self._table(one, home)
            elif tag == DRAW + "frame":
                self._inline(one, etree.SubElement(home, W + "p"), hidden=False)
            else:
                self._carried(one)
                self._blocks(one, home, item)

    def _list(self, source: Element, home: Element, item: Item) -> None:
        style = source.get(TEXT + "style-name") or item.style
        outer = item.level < 0 or style != item.style
        goes_on = source.get(TEXT + "continue-numbering") == "true" or source.get(TEXT + "continue-list") is not None
        identity = self.lists.begin(style, goes_on=goes_on) if outer else item.identity
        inner = Item(style, identity, min(item.level + 1, 8))
        for one in source:
            if one.tag in (TEXT + "list-item", TEXT + "list-header"):
                if start := one.get(TEXT + "start-value"):
                    inner.identity = self.lists.restart(style, inner.level, start)
                inner.waits = one.tag == TEXT + "list-item"
                self._blocks(one, home, inner)

    def _paragraph(self, source: Element, home: Element, item: Item) -> None:
        made = etree.SubElement(home, W + "p")
        about = etree.SubElement(made, W + "pPr")
        if item.waits and item.identity:
            numbered = etree.SubElement(about, W + "numPr")
            etree.SubElement(numbered, W + "ilvl").set(W + "val", str(item.level))
            etree.SubElement(numbered, W + "numId").set(W + "val", item.identity)
        item.waits = False
        level = source.get(TEXT + "outline-level") or ""
        if source.tag == TEXT + "h" and level.isascii() and level.isdigit() and int(level):
            etree.SubElement(about, W + "outlineLvl").set(W + "val", str(int(level) - 1))
        self._inline(source, made, hidden=source.get(TEXT + "style-name") in self.hidden)

    # Words

    def _inline(self, source: Element, home: Element, *, hidden: bool) -> None:
        self._say(source.text, home, hidden=hidden)
        for one in source:
            if isinstance(one.tag, str):
                self._element(one, home, hidden=hidden)
            self._say(one.tail, home, hidden=hidden)

    def _element(self, one: Element, home: Element, *, hidden: bool) -> None:
        tag, local = one.tag, one.tag.rpartition("}")[2]
        if tag in _PASSED:
            self._carried(one)
        elif tag == TEXT + "s":
            count = one.get(TEXT + "c") or "1"
            self._put(" " * min(int(count) if count.isascii() and count.isdigit() else 1, _SPACES), home, hidden=hidden)
        elif tag in (TEXT + "tab", TEXT + "line-break"):
            self._put("\t" if local == "tab" else "\n", home, hidden=hidden)
        elif tag == TEXT + "note":
            body = one.find(TEXT + "note-body")
            if body is not None:
                self.apart.append(self.story(body))
        elif tag == OFFICE + "annotation":
            identity = str(len(self.comments))
            self.comments[identity] = _text(one)
            etree.SubElement(home, W + "commentReference").set(W + "id", identity)
        elif tag == DRAW + "text-box":
            self._blocks(one, etree.SubElement(etree.SubElement(home, W + "r"), W + "txbxContent"), Item())
        elif tag.startswith(TEXT + "change"):
            self._change(one, local, home)
        elif tag not in (OFFICE + "annotation-end", DC + "creator"):
            self._carried(one)
            self._inline(one, home, hidden=hidden or one.get(TEXT + "style-name") in self.hidden)

    def _change(self, one: Element, local: str, home: Element) -> None:
        name = one.get(TEXT + "change-id") or ""
        if local == "change" and name in self._gone:
            run = etree.SubElement(etree.SubElement(home, W + "del"), W + "r")
            filled(run, self._gone[name])
        elif local == "change-start" and name in self._known:
            self._inserted.add(name)
        elif local == "change-end":
            self._inserted.discard(name)

    def _say(self, words: str | None, home: Element, *, hidden: bool) -> None:
        if words:
            self._put(_BLANK.sub(" ", words), home, hidden=hidden)

    def _put(self, words: str, home: Element, *, hidden: bool) -> None:
        run = etree.SubElement(etree.SubElement(home, W + "ins") if self._inserted else home, W + "r")
        if hidden:
            etree.SubElement(etree.SubElement(run, W + "rPr"), W + "vanish")
        filled(run, words)

    # Tables

    def _table(self, source: Element, home: Element) -> None:
        table = etree.SubElement(home, W + "tbl")
        below: dict[int, tuple[int, int]] = {}  # column → how many rows a cell still goes down, and how wide it is
        for one in _rows(source):
            self._row(one, etree.SubElement(table, W + "tr"), below)

    def _row(self, source: Element, row: Element, below: dict[int, tuple[int, int]]) -> None:
        column = 0
        for one in source:
            if one.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            often = _number(one, "number-columns-repeated")
            if often > 1 and next(one.iter(TABLE + "table"), None) is not None:
                often = 1  # nobody repeats a table; repeated within each other they would never end
            for _ in range(min(often, limits.COLUMNS - column)):
                down, wide = below.get(column, (0, 1))
                if one.tag == TABLE + "table-cell":
                    down, wide = _number(one, "number-rows-spanned"), _number(one, "number-columns-spanned")
                    self._blocks(one, _cell(row, wide, "restart" if down > 1 else ""), Item())
                elif down:
                    _cell(row, wide, "continue")
                below[column] = (max(0, down - 1), wide)
                column += 1

    def _carried(self, one: Element) -> None:
        """What is not read: objects, and what stands elsewhere."""
        if one.tag in (DRAW + "object", DRAW + "object-ole"):
            self.objects += 1
        if one.tag in _FETCHED and _FAR.match(one.get(LINK) or ""):
            self.far[_FETCHED[str(one.tag)]] = None


def _text(source: Element) -> str:
    """The words of the paragraphs inside."""
    return "".join(str(words) for one in source.iter(TEXT + "p", TEXT + "h") for words in one.itertext())


def _rows(source: Element) -> list[Element]:
    """The rows of a table, those of its head first; a table inside a cell keeps its own."""
    found = []
    for one in source:
        if one.tag == TABLE + "table-row":
            found.append(one)
        elif one.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            found += _rows(one)
    return found


def _cell(row: Element, wide: int, down: str) -> Element:
    cell = etree.SubElement(row, W + "tc")
    about = etree.SubElement(cell, W + "tcPr")
    if wide > 1:
        etree.SubElement(about, W + "gridSpan").set(W + "val", str(min(wide, limits.COLUMNS + 1)))
    if down:
        etree.SubElement(about, W + "vMerge").set(W + "val", down)
    return cell


def _number(one: Element, name: str) -> int:
    text = one.get(TABLE + name) or "1"
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else 1  # noqa: PLR2004 - no such table
