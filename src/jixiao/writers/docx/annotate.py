"""The findings of an audit as comments in a copy of the Word file that was audited."""

from __future__ import annotations

from xml.sax.saxutils import escape

from lxml import etree

from jixiao.model.audit import Audit
from jixiao.model.place import Place
from jixiao.writers.docx.marks import Body, Element, Piece, pieces_around
from jixiao.writers.docx.package import Package, inserted
from jixiao.writers.layout import Layout
from jixiao.writers.paint import MARKS
from jixiao.writers.speech import say
from jixiao.writers.view import Shown, shown
from jixiao.writers.width import tame

Pieces = dict[tuple[int, int, int], list[Piece]]  # (block, row, column), 0 for a paragraph → where its words stand
_AUTHOR = "jixiao"
_DATE = "2000-01-01T00:00:00Z"  # one fixed date: the same audit gives the same bytes
_STRICT = "purl.oclc.org"


def annotate(audit: Audit, package: Package, body_name: str, root: Element, pieces: Pieces, lang: str = "zh") -> bytes:
    """The package with one comment a finding, on the words of its first place.

    ``root`` and ``pieces`` are the tree of the body part and where each paragraph and cell has its words in it.
    """
    xml = package.read(body_name)
    items = shown(audit, lang)
    if xml is None or not items:
        return package.packed()
    body = Body(xml, root)
    name, comments = _comments_part(package, body_name, body)
    layout = Layout(audit.report, lang)
    added: list[bytes] = []
    at_all = next((held for held in pieces.values() if held), None)
    for number, item in enumerate(items, _next_number(comments, root, body.w)):
        own = _held(item.place, pieces)
        held = own or at_all
        if held:
            _mark(body, held, item.place if own else None, number)
            where = layout.where(item.place) if item.place and own is None else ""
            added.append(_comment(item, number, body, where, lang))
    package.changed[body_name] = body.text()
    package.changed[name] = inserted(comments, b"".join(added))
    return package.packed()


def _comments_part(package: Package, body_name: str, body: Body) -> tuple[str, bytes]:
    uri = body.w[1:-1]
    known = package.related(body_name, "comments")
    existing = package.read(known) if known else None
    if known and existing is not None:
        return known, existing
    empty = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{uri}"></w:comments>'
    return package.add_comments(body_name, strict=_STRICT in uri), empty.encode()


def _next_number(comments: bytes, root: Element, w: str) -> int:
    """A number above that of every comment there is, in the comments and in the body."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    tree = etree.fromstring(comments, parser)
    there = [] if tree is None else [one.get(w + "id") for one in tree.iter(w + "comment")]
    there += [one.get(w + "id") for one in root.iter(w + "commentRangeStart", w + "commentReference")]
    return max((int(text) for text in there if text and text.isdigit()), default=-1) + 1


def _held(place: Place | None, pieces: Pieces) -> list[Piece] | None:
    """The words at a place. Word allows no comments in headers, footers and notes: those go to the first paragraph.

    So do those on another file of the report.
    """
    if place is None or place.part not in ("body", "textbox"):
        return None
    return pieces.get((place.block, place.row or 0, place.column or 0))


def _mark(body: Body, held: list[Piece], place: Place | None, number: int) -> None:
    whole = (
        place is None or place.part not in ("body", "textbox") or place.start < place.end <= held[0][0]
    )  # in the number
    start, end = (0, held[-1][0] + len(held[-1][1])) if whole or place is None else (place.start, place.end)
    (first, begin), (last, stop) = pieces_around(held, start, end)
    w, declared = body.prefix, body.declaration.decode()
    opening = f'<{w}:commentRangeStart{declared} {w}:id="{number}"/>'
    closing = (
        f'<{w}:commentRangeEnd{declared} {w}:id="{number}"/>'
        f'<{w}:r{declared}><{w}:commentReference {w}:id="{number}"/></{w}:r>'
    )
    body.mark(first, begin, opening.encode(), after=False)
    body.mark(last, stop, closing.encode(), after=True)


def _comment(item: Shown, number: int, body: Body, where: str, lang: str) -> bytes:
    """A comment; ``where`` says where the words stand that it cannot be put on."""
    uri = escape(body.w[1:-1])
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(tame(line))}</w:t></w:r></w:p>'
        for line in _lines(item, where, lang)
    )
    head = f'<w:comment xmlns:w="{uri}" w:id="{number}" w:author="{_AUTHOR}" w:date="{_DATE}" w:initials="jx">'
    return f"{head}{lines}</w:comment>".encode("utf-8", "replace")


def _lines(item: Shown, where: str, lang: str) -> list[str]:
    finding, place = item.finding, item.place
    lines = [f"{MARKS[finding.severity]} {say(finding.severity, lang)} {finding.code} {item.title}", item.message]
    if place is not None and where:
        lines.append(f"{where}「{place.quote}」")
    if finding.expected:
        lines.append(f"{say('expected', lang)}：{finding.expected}")
    status = "" if item.basis.verified else say("unverified", lang)
    lines.append(f"{say('basis', lang)}：{item.basis}{status}")
    return lines
