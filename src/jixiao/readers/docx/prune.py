"""Brings a Word part into the view that a reader of the paper has, before it is walked.

Taken out: deleted and moved-away text, hidden text, the second copy in mc:Fallback, phonetic guides, formatting as it
was before a revision. Text boxes are cut out of their paragraph and given back, to be walked as stories of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jixiao.readers.common.zipped import Element
from jixiao.readers.docx.names import COMPATIBILITY, OFF

_GONE = (
    "del",
    "moveFrom",
    "rt",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
)
_KINDS = {"del": "deleted", "moveFrom": "deleted", "ins": "inserted", "moveTo": "inserted"}


@dataclass(slots=True)
class Pruned:
    """What was taken out: text boxes by the top block they hang on, and leftovers of editing by paragraph."""

    boxes: dict[Element, list[Element]] = field(default_factory=dict)
    marks: dict[Element, list[tuple[str, str]]] = field(default_factory=dict)  # paragraph → (kind, words)


def prune(root: Element, w: str) -> Pruned:
    """Prune a part in place; ``w`` is its namespace prefix. Nothing to prune costs one pass in C."""
    pruned = Pruned()
    wanted = [w + name for name in (*_GONE, "ins", "moveTo", "vanish", "txbxContent", "commentReference")]
    hits = list(root.iter(*wanted, COMPATIBILITY + "AlternateContent"))
    for hit in hits:
        if hit is not root and hit.getparent() is not None:
            name = hit.tag[hit.tag.rfind("}") + 1 :]
            _ACTIONS.get(name, _drop)(hit, w, pruned)
    return pruned


def text_of(element: Element, w: str) -> str:
    """The words inside an element, deleted ones included."""
    return "".join(t.text or "" for t in element.iter(w + "t", w + "delText"))


def _note(pruned: Pruned, kind: str, element: Element, words: str, w: str) -> None:
    inside = next(element.iterancestors(w + "p"), None)
    paragraph = inside if inside is not None else next(element.iter(w + "p"), None)
    if paragraph is not None:
        pruned.marks.setdefault(paragraph, []).append((kind, words))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop(element: Element, w: str, pruned: Pruned) -> None:
    """Deleted text, phonetic guide, former formatting."""
    kind = _KINDS.get(element.tag[len(w) :])
    parent = element.getparent()
    if kind and parent is not None and parent.tag == w + "trPr":
        _drop_row(element, w, pruned)
    elif kind and parent is not None and parent.tag == w + "rPr":
        _join_paragraphs(element, w)
    else:
        if kind and (words := text_of(element, w)):
            _note(pruned, kind, element, words, w)
        _remove(element)


def _drop_row(element: Element, w: str, pruned: Pruned) -> None:
    row = next(element.iterancestors(w + "tr"), None)
    if row is not None:
        table = row.getparent()
        words = text_of(row, w)
        _remove(row)
        if table is not None:
            _note(pruned, "deleted", table, words, w)


def _join_paragraphs(mark: Element, w: str) -> None:
    """A deleted paragraph mark: the paragraph goes on into the next one, whose formatting counts."""
    paragraph = next(mark.iterancestors(w + "p"), None)
    if paragraph is None:
        return
    following = paragraph.getnext()
    if following is None or following.tag != w + "p":
        return
    children = [child for child in paragraph if child.tag != w + "pPr"]
    at = 1 if len(following) and following[0].tag == w + "pPr" else 0
    following[at:at] = children
    _remove(paragraph)


def _inserted(element: Element, w: str, pruned: Pruned) -> None:
    if words := text_of(element, w):
        _note(pruned, "inserted", element, words, w)


def _comment(element: Element, w: str, pruned: Pruned) -> None:
    _note(pruned, "comment", element, element.get(w + "id") or "", w)


def _hidden(element: Element, w: str, pruned: Pruned) -> None:
    formatting = element.getparent()
    run = formatting.getparent() if formatting is not None else None
    if run is None or run.tag != w + "r" or (element.get(w + "val") or "") in OFF:
        return
    if (words := text_of(run, w)).strip():
        _note(pruned, "hidden", run, words, w)
    for child in list(run):
        if child.tag in (w + "t", w + "tab", w + "br", w + "sym"):
            run.remove(child)


def _alternate(element: Element, w: str, pruned: Pruned) -> None:
    """mc:AlternateContent: the choice is read; the fallback only where there is no choice."""
    del w, pruned
    choices = [child for child in element if child.tag == COMPATIBILITY + "Choice"]
    others = [child for child in element if child.tag != COMPATIBILITY + "Choice"]
    for child in choices[1:] + (others if choices else []):
        element.remove(child)


def _box(element: Element, w: str, pruned: Pruned) -> None:
    """A text box: cut out, and remembered under the block of the story that it hangs on."""
    anchor = element
    for ancestor in element.iterancestors():
        if ancestor.tag in (w + "body", w + "txbxContent", w + "hdr", w + "ftr", w + "footnote", w + "endnote"):
            break
        anchor = ancestor
    _remove(element)
    pruned.boxes.setdefault(anchor, []).append(element)


_ACTIONS: dict[str, Callable[[Element, str, Pruned], None]] = {
    "ins": _inserted,
    "moveTo": _inserted,
    "commentReference": _comment,
    "vanish": _hidden,
    "AlternateContent": _alternate,
    "txbxContent": _box,
}
