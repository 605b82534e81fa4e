"""Puts marks into the body of a Word file at exact characters: runs are split there, nothing else is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from jixiao.writers.docx.spans import Span, byte_offset, in_utf8, spans

Element = etree._Element  # noqa: SLF001 - lxml's stubs call the public type so
Piece = tuple[int, str, Element]  # offset in the text of a paragraph or cell, words, the element that holds them
_PRESERVE = b' xml:space="preserve"'
_HOLDERS = ("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")


@dataclass(slots=True)
class Edits:
    """Insertions into a text by byte offset; at one offset, in the order in which they were asked for."""

    at: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    cut: dict[int, int] = field(default_factory=dict)  # bytes from … to … are left out

    def apply(self, source: bytes) -> bytes:
        """The text with all edits."""
        out, last = [], 0
        for offset in sorted(self.at.keys() | self.cut.keys()):
            out += [source[last:offset], *self.at.get(offset, ())]
            last = self.cut.get(offset, offset)
        return b"".join([*out, source[last:]])


class Body:
    """The body of a Word file: its tree for looking, its text for editing."""

    def __init__(self, xml: bytes, root: Element) -> None:
        self.xml = in_utf8(xml)
        self.w = root.tag[: root.tag.rfind("}") + 1]
        self._spans = dict(zip(root.iter(), spans(self.xml), strict=True))
        self._splits: dict[Element, dict[tuple[int, Element, int], list[bytes]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._edits = Edits()
        bound = next((prefix for prefix, uri in root.nsmap.items() if prefix and f"{{{uri}}}" == self.w), None)
        self.prefix = bound or "w"
        self.declaration = b"" if bound else f' xmlns:w="{self.w[1:-1]}"'.encode()

    def mark(self, element: Element, offset: int, mark: bytes, *, after: bool) -> None:
        """Asks for a mark before character ``offset`` of a piece of words.

        ``after`` says that it closes a range: at the end of a piece it stays with that piece.
        """
        run = element.getparent()
        if element.tag == self.w + "p":
            self._in_paragraph(element, mark)
        elif run is None or run.tag != self.w + "r" or not self._holds(run):
            self._beside(element, mark, after=after)
        else:
            order = run.index(element)
            self._splits[run][order, element, offset].append(mark)

    def text(self) -> bytes:
        """The part with all marks in it."""
        for run, points in self._splits.items():
            self._split(run, points)
        return self._edits.apply(self.xml)

    def _holds(self, run: Element) -> bool:
        """Whether a mark may stand beside this run: Word takes none in text boxes and formulas."""
        parent = run.getparent()
        if parent is None or not parent.tag.startswith(self.w) or parent.tag[len(self.w) :] not in _HOLDERS:
            return False
        return next(run.iterancestors(self.w + "txbxContent"), None) is None

    def _in_paragraph(self, paragraph: Element, mark: bytes) -> None:
        """Into an empty paragraph, at its end."""
        span = self._spans[paragraph]
        if span.closing == span.opened == span.end:
            if not self._edits.at[span.begin]:
                tag = self.xml[span.begin : span.opened]
                name = _name(tag)
                self._edits.cut[span.begin] = span.opened
                self._edits.at[span.begin] = [tag[:-2].rstrip() + b">", b"</" + name + b">"]
            self._edits.at[span.begin].insert(-1, mark)
        else:
            self._edits.at[span.closing].append(mark)

    def _beside(self, element: Element, mark: bytes, *, after: bool) -> None:
        """Words that cannot be split (a formula, a text box): beside what stands in the paragraph."""
        child: Element = element
        for ancestor in element.iterancestors():
            if ancestor.tag == self.w + "p" and not any(True for _ in ancestor.iterancestors(self.w + "txbxContent")):
                break
            child = ancestor
        span = self._spans[child]
        self._edits.at[span.end if after else span.begin].append(mark)

    def _split(self, run: Element, points: dict[tuple[int, Element, int], list[bytes]]) -> None:
        own = self._spans[run]
        opening = self.xml[own.begin : own.opened]
        first = next((child for child in run if child.tag != self.w + "rPr"), None)
        style = run.find(self.w + "rPr")
        if style is not None:
            opening += self.xml[self._spans[style].begin : self._spans[style].end]
        closing = b"</" + _name(opening) + b">"
        for (_, element, offset), marks in sorted(points.items(), key=lambda item: (item[0][0], item[0][2])):
            self._cut(run, element, offset, b"".join(marks), (first, opening, closing))

    def _cut(
        self, run: Element, element: Element, offset: int, marks: bytes, around: tuple[Element | None, bytes, bytes]
    ) -> None:
        first, opening, closing = around
        own, span = self._spans[run], self._spans[element]
        size = len(element.text or "") if element.tag == self.w + "t" else 1
        inside = byte_offset(self.xml[span.opened : span.closing], offset) if 0 < offset < size else None
        if offset <= 0 and element is first:
            self._edits.at[own.begin].append(marks)
        elif offset >= size and element is run[-1]:
            self._edits.at[own.end].append(marks)
        elif inside is None:
            self._edits.at[span.begin if offset <= 0 else span.end].append(closing + marks + opening)
        else:
            tag = self.xml[span.begin : span.opened]
            kept = self._preserved(span, tag)
            end = b"</" + _name(tag) + b">"
            self._edits.at[span.opened + inside].append(end + closing + marks + opening + kept)

    def _preserved(self, span: Span, tag: bytes) -> bytes:
        """The start tag of split words, which keep the blanks at their ends."""
        if b"xml:space" in tag:
            return tag
        name = _name(tag)
        if not self._edits.at[span.begin + 1 + len(name)]:
            self._edits.at[span.begin + 1 + len(name)].append(_PRESERVE)
        return tag[: 1 + len(name)] + _PRESERVE + tag[1 + len(name) :]


def _name(tag: bytes) -> bytes:
    """The name in a start tag, with its prefix."""
    return tag[1:].split(None, 1)[0].split(b">", 1)[0].rstrip(b"/")


def pieces_around(held: list[Piece], start: int, end: int) -> tuple[tuple[Element, int], tuple[Element, int]]:
    """The piece and the offset in it where a span of words begins, and where it ends."""
    first = _piece(held, start, (piece for piece in held if piece[0] + len(piece[1]) > start))
    last = _piece(held, end, (piece for piece in reversed(held) if piece[0] < end)) if end > start else first
    return first, last


def _piece(held: list[Piece], offset: int, fitting: Iterable[Piece]) -> tuple[Element, int]:
    found: Iterator[Piece] = iter(fitting)
    at, words, element = next(found, held[-1])
    return element, max(0, min(offset - at, len(words)))
