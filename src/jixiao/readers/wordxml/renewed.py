"""What Word named otherwise in 2003: merged cells, lists, revisions and comments get the names that a .docx has."""

from __future__ import annotations

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.lists import FORMATS
from jixiao.readers.docx.prune import text_of

_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_NAMES = {
    "vmerge": "vMerge",
    "hmerge": "hMerge",
    "listPr": "numPr",
    "ilfo": "numId",
    "listDef": "abstractNum",
    "list": "num",
}
_REVISIONS = {"Word.Deletion": "del", "Word.Insertion": "ins"}
_STORIES = {"hdr": "header", "ftr": "footer", "footnote": "footnote", "endnote": "footnote"}


def renew(root: Element, w: str) -> dict[str, str]:
    """Rename in place; the words of the comments by their numbers."""
    comments: dict[str, str] = {}
    for one in list(root.iter(_AML + "annotation")):
        kind = one.get(w + "type") or ""
        if kind in _REVISIONS:
            one.tag = w + _REVISIONS[kind]
        elif kind == "Word.Comment" and one.getparent() is not None:
            identity = str(len(comments))
            comments[identity] = text_of(one, w)
            tail = one.tail
            one.clear()
            one.tag, one.tail = w + "commentReference", tail
            one.set(w + "id", identity)
    for old, new in _NAMES.items():
        for one in root.iter(w + old):
            one.tag = w + new
    return comments


def stories(body: Element, w: str) -> list[tuple[str, Element]]:
    """Headers, footers and notes, which stand where they are asked for; cut out of there."""
    found = []
    for one in list(body.iter(*(w + name for name in _STORIES))):
        home = one.getparent()
        if home is not None:
            home.remove(one)
            found.append((_STORIES[one.tag[len(w) :]], one))
    return found


def numbering(root: Element, w: str) -> Element:
    """The lists as a .docx has them; the names of their parts are new already."""
    made = etree.Element(w + "numbering")
    for one in [*root.iter(w + "abstractNum")]:
        one.set(w + "abstractNumId", one.get(w + "listDefId") or "")
        for kind in one.iter(w + "nfc"):
            code = kind.get(w + "val") or ""
            kind.tag = w + "numFmt"
            kind.set(w + "val", FORMATS.get(int(code) if code.isascii() and code.isdigit() else 0, "decimal"))
        for gap in one.iter(w + "suff"):
            gap.set(w + "val", (gap.get(w + "val") or "").lower())
        made.append(one)
    for one in [*root.iter(w + "num")]:
        one.set(w + "numId", one.get(w + "ilfo") or "")
        for uses in one.iter(w + "ilst"):
            uses.tag = w + "abstractNumId"
        made.append(one)
    return made
