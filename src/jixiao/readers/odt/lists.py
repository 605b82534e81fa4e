"""Lists and hidden text (列表、隐藏文字): the styles of an .odt as the numbering of a .docx."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.tables import W
from jixiao.readers.odt.names import STYLE, TEXT

_FORMATS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter", "": "none",
            "一": "chineseCounting", "壹": "chineseLegalSimplified", "①": "decimalEnclosedCircle",
            "甲": "ideographTraditional", "子": "ideographZodiac",
            "１": "decimalFullWidth"}  # fmt: skip
_SUFFIXES = {"listtab": "tab", "space": "space", "nothing": "nothing"}
_LEVELS = 9
_MOST = 2_000  # lists of a document; those that follow go on counting. Our own choice
_WRITTEN = re.compile(r"%([1-9])%")


def hidden_styles(roots: Iterable[Element]) -> frozenset[str]:
    """The names of the styles whose text is not shown."""
    return frozenset(
        style.get(STYLE + "name") or ""
        for root in roots
        for style in root.iter(STYLE + "style")
        if any(one.get(TEXT + "display") == "none" for one in style.iterchildren(STYLE + "text-properties"))
    )


class Lists:
    """The lists of a document; ``root`` is the numbering part that a .docx would have, made as lists are begun."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self.root = etree.Element(W + "numbering")
        self._known: set[str] = set()
        self._last: dict[str, str] = {}
        self._count = 0
        for root in roots:
            for style in root.iter(TEXT + "list-style"):
                self._add(style)

    def begin(self, style: str, *, goes_on: bool) -> str:
        """The number of a list of a style, "" for one without a known style; it counts on or from the start."""
        if style not in self._known:
            return ""
        if style not in self._last or not (goes_on or self._count >= _MOST):
            self._last[style] = self._use(style)
        return self._last[style]

    def restart(self, style: str, level: int, start: str) -> str:
        """The number of a list that begins anew with another number on a level."""
        if style not in self._known or self._count >= _MOST:
            return self._last.get(style, "")
        identity = self._last[style] = self._use(style)
        override = _child(self.root[-1], "lvlOverride", "ilvl", str(level))
        _child(override, "startOverride", "val", start)
        return identity

    def _use(self, style: str) -> str:
        self._count += 1
        made = _child(self.root, "num", "numId", str(self._count))
        _child(made, "abstractNumId", "val", f"{style}#{self._count}")
        known = next(one for one in self.root.iterchildren(W + "abstractNum") if one.get(W + "abstractNumId") == style)
        copy = etree.fromstring(etree.tostring(known))
        copy.set(W + "abstractNumId", f"{style}#{self._count}")  # each list has counters of its own
        self.root.insert(0, copy)
        return str(self._count)

    def _add(self, style: Element) -> None:
        name = style.get(STYLE + "name") or ""
        self._known.add(name)
        made = _child(self.root, "abstractNum", "abstractNumId", name)
        for level in style:
            depth = level.get(TEXT + "level") or "" if isinstance(level.tag, str) else ""
            if depth.isascii() and depth.isdigit() and 1 <= int(depth) <= _LEVELS:
                _level(made, level, int(depth))


def _level(made: Element, level: Element, depth: int) -> None:
    bullet = level.tag == TEXT + "list-level-style-bullet"
    one = _child(made, "lvl", "ilvl", str(depth - 1))
    form = (level.get(STYLE + "num-format") or "").strip()
    _child(one, "start", "val", level.get(TEXT + "start-value") or "1")
    _child(one, "numFmt", "val", "bullet" if bullet else _FORMATS.get(form[:1], "decimal"))
    _child(one, "lvlText", "val", (level.get(TEXT + "bullet-char") or "") if bullet else _written(level, depth, form))
    _child(one, "suff", "val", _suffix(level))


def _written(level: Element, depth: int, form: str) -> str:
    exact = next((value for name, value in level.attrib.items() if str(name).endswith("}num-list-format")), None)
    if exact is not None:
        return _WRITTEN.sub(r"%\1", str(exact))
    shown = level.get(TEXT + "display-levels") or "1"
    first = depth - (min(int(shown), depth) if shown.isascii() and shown.isdigit() else 1) + 1
    numbers = ".".join(f"%{at}" for at in range(first, depth + 1)) if form else ""
    return f"{level.get(STYLE + 'num-prefix') or ''}{numbers}{level.get(STYLE + 'num-suffix') or ''}"


def _suffix(level: Element) -> str:
    for one in level.iter(STYLE + "list-level-label-alignment"):
        return _SUFFIXES.get(one.get(TEXT + "label-followed-by") or "", "tab")
    return "tab"


def _child(home: Element, name: str, attribute: str, value: str) -> Element:
    made = etree.SubElement(home, W + name)
    made.set(W + attribute, value)
    return made
