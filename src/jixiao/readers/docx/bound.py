"""The data part (数据部分) of a Word file that we wrote: the filing, and each bound figure as it stands there now.

What a content control shows is read as words, like everything else; the data part is kept beside it. Where the two differ
(a file that was changed outside of Word, or by hand in its XML) both are given as they are, and a note says so.
"""

from __future__ import annotations

import re

from jixiao.model.document import DATA_NAMESPACE, Bound
from jixiao.readers import limits
from jixiao.readers.common.zipped import Element, Package, Refused, parse
from jixiao.readers.docx.walk import Out
from jixiao.readers.notes import note

_PART = re.compile(r"customXml/item\d*\.xml")
_SPACE = f"{{{DATA_NAMESPACE}}}"
_SHORT = 20  # characters of a figure in the note


def read_bound(package: Package, out: Out) -> Bound | None:
    """The data part; None where there is none, or where it cannot be trusted, which is noted."""
    names = sorted(name for name in package.names if _PART.fullmatch(name))[: limits.DATA_PARTS]
    try:
        found = [data for name in names if DATA_NAMESPACE.encode() in (data := package.part(name))]
        roots = [root for root in map(parse, found) if root.tag == f"{_SPACE}report"]
    except Refused:
        out.warn(note("data_damaged"))
        return None
    if len(roots) > 1:
        out.warn(note("data_many", count=len(roots)))
    return _bound(roots[0], out) if len(roots) == 1 else None


def _bound(root: Element, out: Out) -> Bound | None:
    figures: dict[str, str] = {}
    for element in root.iterfind(f"{_SPACE}figures/{_SPACE}figure"):
        name = _words(element.find(f"{_SPACE}id"))
        if not name or name in figures or len(figures) >= limits.BOUND:
            out.warn(note("data_damaged"))
            return None
        figures[name] = _words(element.find(f"{_SPACE}text"))
    return Bound(_words(root.find(f"{_SPACE}filing")), figures)


def _words(element: Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))


def compare(root: Element, w: str, bound: Bound, out: Out) -> None:
    """Notes where the body shows a figure otherwise than the data part has it. ``root`` is the pruned body."""
    different: list[tuple[str, str, str]] = []
    for control in root.iter(w + "sdt"):
        content, tag = control.find(w + "sdtContent"), control.find(f"{w}sdtPr/{w}tag")
        name = tag.get(w + "val") if tag is not None else None
        if content is None or name not in bound.figures or control.find(f"{w}sdtPr/{w}dataBinding") is None:
            continue
        shown = "".join("\n" if e.tag == w + "br" else e.text or "" for e in content.iter(w + "t", w + "br"))
        if shown.split() != bound.figures[name].split():
            different.append((name, shown, bound.figures[name]))
    if different:
        name, shown, held = (words[:_SHORT] for words in different[0])
        out.warn(note("data_differs", count=len(different), name=name, shown=shown, held=held))
