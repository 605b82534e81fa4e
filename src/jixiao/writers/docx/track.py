"""Corrections as tracked changes (修订) in a copy of a Word file: who opens it accepts or rejects each one.

Only the runs that hold the words are written anew, with the formatting they have; every other byte of the part stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.sax.saxutils import escape

from jixiao.writers.docx.marks import Edits, Element, Piece
from jixiao.writers.docx.package import Package
from jixiao.writers.docx.spans import byte_offset, in_utf8, spans

_AUTHOR = "jixiao"
_HOLDERS = ("p", "hyperlink", "smartTag", "sdtContent")  # what a tracked change may stand in
_TOKENS = re.compile(r"\d+(?:\.\d+)?|.", re.DOTALL)  # a number is replaced as a whole
_Cut = tuple[int, int, str]  # from, to, and what is inserted behind


@dataclass(frozen=True, slots=True)
class Change:
    """Words from ``start`` to ``end`` of a paragraph or cell (whose words stand in ``held``) become ``text``."""

    held: list[Piece]
    start: int
    end: int
    old: str
    text: str


class NotTracked(Exception):  # noqa: N818 - an answer, not an error
    """The words stand where Word takes no tracked change; ``why`` names it: bound, held."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def track(package: Package, body_name: str, root: Element, changes: list[Change]) -> tuple[bytes, dict[int, str]]:
    """The package with the changes, and those (by their place in the list) that could not be made, and why."""
    xml = in_utf8(package.read(body_name) or b"")
    tracks = _Tracks(xml, root)
    refused = {}
    for number, change in enumerate(changes):
        try:
            tracks.add(change)
        except NotTracked as reason:
            refused[number] = reason.why
    package.changed[body_name] = tracks.text()
    return package.packed(), refused


def shortened(change: Change) -> Change:
    """The change without the words at both ends that stay: 1107.5元 → 1107.5万元 is one inserted character."""
    old, new = _TOKENS.findall(change.old), _TOKENS.findall(change.text)
    start, end = change.start, change.end
    while old and new and old[0] == new[0]:
        start += len(old[0])
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        end -= len(old[-1])
        old, new = old[:-1], new[:-1]
    return Change(change.held, start, end, "".join(old), "".join(new))


class _Tracks:
    """The body of a Word file while changes are collected."""

    def __init__(self, xml: bytes, root: Element) -> None:
        self.xml, self.w = xml, root.tag[: root.tag.rfind("}") + 1]
        self.spans = dict(zip(root.iter(), spans(xml), strict=True))
        self.cuts: dict[Element, dict[Element, list[_Cut]]] = defaultdict(lambda: defaultdict(list))
        numbers = (element.get(self.w + "id") or "" for element in self.spans)
        self.number = max((int(one) for one in numbers if one.isascii() and one.isdigit()), default=0)

    def add(self, change: Change) -> None:
        """Takes a change, wholly or not at all."""
        change = shortened(change)
        touched = [p for p in change.held if p[0] < change.end and p[0] + len(p[1]) > change.start]
        if change.start >= change.end:
            before = [p for p in change.held if p[0] < change.start <= p[0] + len(p[1])]
            touched = before or [p for p in change.held if p[0] == change.start]
        if not touched or "".join(words for _, words, _ in change.held)[change.start - change.held[0][0] :].find(
            change.old
        ):
            raise NotTracked("held")
        cuts = []
        for at, words, element in touched:
            run = self._run(element)
            span = max(0, change.start - at), min(len(words), change.end - at)
            cuts.append((run, element, (*span, "")))
        run, element, (start, end, _) = cuts[-1]
        cuts[-1] = run, element, (start, max(start, end), change.text)
        for run, element, cut in cuts:
            self.cuts[run][element].append(cut)

    def _run(self, element: Element) -> Element:
        """The run of some words, if a tracked change may stand beside it."""
        run = element.getparent()
        parent = run.getparent() if run is not None else None
        if run is None or parent is None or element.tag != self.w + "t" or run.tag != self.w + "r":
            raise NotTracked("held")
        inner = self.xml[self.spans[element].opened : self.spans[element].closing]
        if parent.tag not in {self.w + name for name in _HOLDERS} or b"<" in inner or b":" not in self._tag(run):
            raise NotTracked("held")
        if any(
            control.find(f"{self.w}sdtPr/{self.w}dataBinding") is not None
            for control in run.iterancestors(self.w + "sdt")
        ):
            raise NotTracked("bound")
        if next(run.iterancestors(self.w + "txbxContent", self.w + "ins", self.w + "moveTo"), None) is not None:
            raise NotTracked("held")
        return run

    def text(self) -> bytes:
        """The part with all changes."""
        edits = Edits()
        for run, cuts in self.cuts.items():
            span = self.spans[run]
            edits.cut[span.begin] = span.end
            edits.at[span.begin].append(self._rebuilt(run, cuts))
        return edits.apply(self.xml)

    def _tag(self, element: Element) -> bytes:
        """The name in a start tag, with its prefix."""
        span = self.spans[element]
        return re.split(rb"[\s/>]", self.xml[span.begin + 1 : span.opened], maxsplit=1)[0]

    def _rebuilt(self, run: Element, cuts: dict[Element, list[_Cut]]) -> bytes:
        """A run as runs that stay, runs that are deleted and runs that are inserted."""
        own, name = self.spans[run], self._tag(run)
        style = run.find(self.w + "rPr")
        held = self.xml[self.spans[style].begin : self.spans[style].end] if style is not None else b""
        opening, closing = self.xml[own.begin : own.opened] + held, b"</" + name + b">"
        prefix = name.split(b":")[0] + b":"
        out: list[bytes] = []
        kept: list[bytes] = []

        def put(words: bytes, kind: str = "") -> None:
            inner = opening + words + closing
            out.append(self._change(prefix, kind, inner) if kind else inner)

        def keep() -> None:
            if kept:
                put(b"".join(kept))
                kept.clear()

        for child in run:
            span = self.spans[child]
            if child is style:
                continue
            if child not in cuts:
                kept.append(self.xml[span.begin : span.end])
                continue
            at = 0
            for start, end, new in sorted(cuts[child]):
                kept += self._words(child, prefix, at, start)
                keep()
                if end > start:
                    put(b"".join(self._words(child, prefix, start, end, b"delText")), "del")
                if new:
                    put(self._element(prefix, b"t", escape(new).encode()), "ins")
                at = end
            kept += self._words(child, prefix, at, len(child.text or ""))
        keep()
        return b"".join(out)

    def _words(self, child: Element, prefix: bytes, start: int, end: int, tag: bytes = b"t") -> list[bytes]:
        """A part of some words as an element of its own; none for no words."""
        if start >= end:
            return []
        span = self.spans[child]
        inner = self.xml[span.opened : span.closing]
        return [self._element(prefix, tag, inner[byte_offset(inner, start) : byte_offset(inner, end)])]

    @staticmethod
    def _element(prefix: bytes, tag: bytes, inner: bytes) -> bytes:
        return b'<%b%b xml:space="preserve">%b</%b%b>' % (prefix, tag, inner, prefix, tag)

    def _change(self, prefix: bytes, kind: str, inner: bytes) -> bytes:
        self.number += 1
        name = prefix + kind.encode()
        return b'<%b %bid="%d" %bauthor="%b">%b</%b>' % (
            name,
            prefix,
            self.number,
            prefix,
            _AUTHOR.encode(),
            inner,
            name,
        )
