"""A Word file from its bytes: the package, its body, then headers, footers, notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from jixiao.model.document import Mark
from jixiao.readers.common.flags import flags
from jixiao.readers.common.zipped import Element, Package, Refused, parse
from jixiao.readers.docx.bound import compare, read_bound
from jixiao.readers.docx.names import prefix_of
from jixiao.readers.docx.numbering import Numbering
from jixiao.readers.docx.prune import prune, text_of
from jixiao.readers.docx.styles import Styles, only_paragraph_styles
from jixiao.readers.docx.walk import Full, Out, Piece, Walk, blocks
from jixiao.readers.formats import Content
from jixiao.readers.notes import note

_BODY = "word/document.xml"
_PARTS = (("header", re.compile(r"word/header\d*\.xml")), ("footer", re.compile(r"word/footer\d*\.xml")),
          ("footnote", re.compile(r"word/footnotes\.xml")), ("footnote", re.compile(r"word/endnotes\.xml")))  # fmt: skip
_PROPERTIES = {"creator": "author", "title": "title", "lastModifiedBy": "editor", "category": "category"}


def read(data: bytes) -> Content:
    """The content of a .docx."""
    try:
        package = Package(data)
        name = _body_name(package)
        if name is None:
            return Content(unread=(note("no_body", fatal=True),))
        xml = package.part(name)
    except Refused as refused:
        return Content(unread=(note(refused.code, fatal=True, part="正文"),))
    out = Out()
    if package.damaged:
        out.warn(note("cut"))
    try:
        root = _tree(xml, "正文", out)
    except Refused as refused:
        return Content(unread=(note(refused.code, fatal=True, part="正文"),))
    if not root.tag.endswith("}document"):
        return Content(unread=(note("no_body", fatal=True),))
    numbering = _numbering(package, xml, prefix_of(root.tag), out)
    walk_root(root, "body", out, numbering)
    bound = read_bound(package, out)
    if bound is not None:
        compare(root, prefix_of(root.tag), bound, out)
    _read_parts(package, out, numbering)
    for one in flags(package, xml):
        out.warn(one)
    return Content(
        tuple(blocks(out)), tuple(out.unread), _properties(package), _with_comments(package, out), bound
    )  # fmt: skip


def walk_root(root: Element, part: str, out: Out, numbering: Numbering | None) -> None:
    """Walk one part of a Word file; a limit that is reached ends it and is noted in ``out``."""
    w = prefix_of(root.tag)
    pruned = prune(root, w)
    try:
        Walk(w, part, out, numbering, pruned).run(root)
    except Full:
        return


def pieces(
    xml: bytes, styles: bytes = b"", numbering: bytes = b""
) -> tuple[Element, dict[tuple[int, int, int], list[Piece]]]:
    """The body's tree and, for every paragraph (block, 0, 0) and cell (block, row, column), where its words stand in the XML.

    For whoever writes into the original (comments, corrections): each piece is the offset in ``Paragraph.text`` or
    ``Cell.text``, the words, and the element (w:t, w:tab, w:br, w:sym …) of the returned tree that holds them; an automatic
    number has no piece. The tree is the whole part, unpruned, in the order and with the numbers that reading gives.
    """
    root = parse(xml)
    w = prefix_of(root.tag)
    whole = list(root.iter())
    copy = parse(xml)
    twin = dict(zip(copy.iter(), whole, strict=True))
    out = Out(pieces=True)
    by_style = Styles(parse(styles) if styles else None, w)
    walk_root(copy, "body", out, Numbering(parse(numbering) if numbering else None, by_style, w))
    found = {key: [(at, words, twin[one]) for at, words, one in held] for key, held in (out.pieces or {}).items()}
    return root, found


def _body_name(package: Package) -> str | None:
    if _BODY in package.names:
        return _BODY
    if "_rels/.rels" in package.names:
        for relation in parse(package.part("_rels/.rels"), recover=True):
            if str(relation.get("Type")).endswith("/officeDocument"):
                target = str(relation.get("Target")).lstrip("/")
                return target if target in package.names and target.endswith(".xml") else None
    return None


def _tree(xml: bytes, part: str, out: Out) -> Element:
    try:
        return parse(xml)
    except Refused as refused:
        if refused.code == "dtd":
            raise
        if not out.unread:
            out.unread.append(note("part_damaged", part=part))
        return parse(xml, recover=True)


def _optional(
    package: Package, name: str, part: str, out: Out, cut: Callable[[bytes], bytes] = bytes
) -> Element | None:
    """The root of a part that reading can do without; a damaged one is noted."""
    if name not in package.names:
        return None
    try:
        return parse(cut(package.part(name)))
    except Refused:
        out.unread.append(note("part_lost", part=part))
        return None


def _numbering(package: Package, xml: bytes, w: str, out: Out) -> Numbering | None:
    """Styles and numbering are read only where a paragraph asks for them."""
    styled, numbered = b":pStyle" in xml, b":numPr" in xml
    if not styled and not numbered:
        return None
    styles = Styles(_optional(package, "word/styles.xml", "样式", out, only_paragraph_styles) if styled else None, w)
    root = _optional(package, "word/numbering.xml", "编号", out) if numbered or styles.numbered else None
    return Numbering(root, styles, w)


def _read_parts(package: Package, out: Out, numbering: Numbering | None) -> None:
    for part, pattern in _PARTS:
        for name in sorted(name for name in package.names if pattern.fullmatch(name)):
            root = _optional(package, name, name, out)
            if root is not None:
                walk_root(root, part, out, numbering)


def _properties(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    root = _optional(package, "docProps/core.xml", "属性", Out())
    for element in root if root is not None else ():
        if isinstance(element.tag, str) and (name := _PROPERTIES.get(element.tag.rsplit("}")[-1])) and element.text:
            found[name] = element.text
    return found


def _with_comments(package: Package, out: Out) -> tuple[Mark, ...]:
    """The marks, with the words of each comment instead of its number."""
    if all(mark.kind != "comment" for mark in out.marks):
        return tuple(out.marks)
    root = _optional(package, "word/comments.xml", "批注", out)
    words: dict[str, str] = {}
    if root is not None:
        w = prefix_of(root.tag)
        words = {one.get(w + "id") or "": text_of(one, w) for one in root.iterchildren(w + "comment")}
    return tuple(replace(mark, text=words.get(mark.text, "")) if mark.kind == "comment" else mark for mark in out.marks)
