"""Automatic numbering (自动编号) of a Word file made visible: which label stands before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jixiao.readers import limits
from jixiao.readers.common.zipped import Element
from jixiao.readers.docx.counting import formatted
from jixiao.readers.docx.styles import Styles

_PLACEHOLDER = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
CLOSED = "、，。：；）)】》」．"  # a label that ends so needs no blank after it
_LEVELS = 9


@dataclass(slots=True)
class Level:
    """One level of a list (w:lvl)."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None  # restarts after this level (1 the first); 0 never; None after any higher one
    style: str = ""
    legal: bool = False  # all numbers in plain digits


@dataclass(slots=True)
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""  # the numbering style that really defines it


@dataclass(slots=True)
class _Use:
    """A w:num: which list, with its own starts and levels."""

    list: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """Counts along the file; ``step`` must be called for every paragraph in reading order."""

    def __init__(self, root: Element | None, styles: Styles, w: str) -> None:
        self._w, self._val, self._styles = w, w + "val", styles
        self._lists: dict[str, _List] = {}
        self._uses: dict[str, _Use] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._load(root)

    def step(self, style: str | None, number: tuple[str, int] | None) -> tuple[str, int | None]:
        """The label before the next paragraph ("" for none) and the outline level that its style gives."""
        level = self._styles.level(style) if style else None
        identity, depth = self._place(style, number)
        return (self._label(identity, depth) if identity else ""), level

    def _place(self, style: str | None, number: tuple[str, int] | None) -> tuple[str, int]:
        identity, depth = number or ("", -1)
        if not identity and style:
            by_style = self._styles.number(style)
            if by_style is not None:
                identity, own, name = by_style
                depth = depth if depth >= 0 else self._depth_of(identity, name, own)
        return ("", 0) if identity == "0" else (identity, max(0, min(depth, _LEVELS - 1)))

    def _depth_of(self, identity: str, style: str, own: int) -> int:
        """A list may say itself which of its levels belongs to a style."""
        found = self._resolve(identity)
        if found is not None:
            for depth, level in found[1].levels.items():
                if level.style == style:
                    return depth
        return own

    def _resolve(self, identity: str) -> tuple[str, _List] | None:
        for _ in range(_LEVELS):
            use = self._uses.get(identity)
            name = use.list if use else ""
            found = self._lists.get(name)
            if found is None:
                return None
            by_style = self._styles.number(found.link) if found.link and not found.levels else None
            if by_style is None:
                return name, found
            identity = by_style[0]
        return None

    def _label(self, identity: str, depth: int) -> str:
        resolved = self._resolve(identity)
        if resolved is None:
            return ""
        name, found = resolved
        use = self._uses[identity]
        levels = {**found.levels, **use.levels}
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(name, {})
        if identity not in self._begun:
            self._begun.add(identity)
            for at in use.starts:
                counters.pop(at, None)
        start = use.starts.get(depth, level.start)
        counters[depth] = counters[depth] + 1 if depth in counters else start
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth < restart):
                counters.pop(deeper, None)
        return self._written(level, levels, counters, use)[: limits.LABEL]

    def _written(self, level: Level, levels: dict[int, Level], counters: dict[int, int], use: _Use) -> str:
        def filled(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, level)
            number = counters.get(at, use.starts.get(at, other.start))
            return formatted(number, "decimal" if level.legal and other.kind != "none" else other.kind)

        bullet = level.kind == "bullet"
        text = _PRIVATE.sub("•", level.text) if bullet else _PLACEHOLDER.sub(filled, level.text)
        if not text or level.suffix == "nothing" or text[-1] in CLOSED or text[-1].isspace():
            return text
        return text + " "

    def _load(self, root: Element) -> None:
        w = self._w
        for element in root.iterchildren(w + "abstractNum"):
            made = self._lists[element.get(w + "abstractNumId") or ""] = _List()
            for child in element.iterchildren(w + "lvl"):
                made.levels[self._int(child.get(w + "ilvl"), 0)] = self._level(child)
            link = element.find(w + "numStyleLink")
            made.link = (link.get(self._val) or "") if link is not None else ""
        for element in root.iterchildren(w + "num"):
            use = self._uses[element.get(w + "numId") or ""] = _Use()
            abstract = element.find(w + "abstractNumId")
            use.list = (abstract.get(self._val) or "") if abstract is not None else ""
            for child in element.iterchildren(w + "lvlOverride"):
                self._override(use, child)

    def _override(self, use: _Use, element: Element) -> None:
        depth = self._int(element.get(self._w + "ilvl"), 0)
        start = element.find(self._w + "startOverride")
        if start is not None:
            use.starts[depth] = self._int(start.get(self._val), 1)
        level = element.find(self._w + "lvl")
        if level is not None:
            use.levels[depth] = self._level(level)

    def _level(self, element: Element) -> Level:
        w = self._w
        found = {
            child.tag[len(w) :]: child.get(self._val) for child in element.iterchildren() if isinstance(child.tag, str)
        }
        restart = found.get("lvlRestart")
        return Level(
            self._int(found.get("start"), 1), found.get("numFmt") or "decimal", found.get("lvlText") or "", found.get("suff") or "tab",
            self._int(restart, 0) if restart is not None else None, found.get("pStyle") or "",
            "isLgl" in found and found["isLgl"] not in ("0", "false"),
        )  # fmt: skip

    @staticmethod
    def _int(text: str | None, default: int) -> int:
        try:
            return int(text) if text else default
        except ValueError:
            return default
