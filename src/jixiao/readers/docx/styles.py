"""Paragraph styles of a Word file, as far as reading needs them: outline level and numbering, inherited by w:basedOn."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jixiao.readers.common.zipped import Element

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])$", re.IGNORECASE)
_BODY_LEVEL = 9  # w:outlineLvl of body text
_DEPTH = 20  # a chain of styles longer than this is a circle


def only_paragraph_styles(data: bytes) -> bytes:
    """The styles part without table and character styles, which may be ten times the rest and say nothing we need.

    Cut between whole w:style elements; a part that is not written in the usual way is given back as it is.
    """
    root = data.find(b"<w:styles")
    head = data[: data.find(b">", root) + 1]
    first = data.find(b"<w:style ", len(head))
    if root < 0 or first < 0 or head.endswith(b"/>") or data.find(b"<!", 0, first) >= 0:
        return data
    pieces = data[first:].split(b"</w:style>")
    kept = [one for one in pieces[:-1] if b'w:type="table"' not in one[:200] and b'w:type="character"' not in one[:200]]
    return b"".join([head, *(one + b"</w:style>" for one in kept), b"</w:styles>"])


@dataclass(slots=True)
class Style:
    """One style: its own values, None where it says nothing. ``level`` 1-9, 0 for body text by decree."""

    based_on: str | None = None
    level: int | None = None
    number: str | None = None
    depth: int | None = None


class Styles:
    """All styles of a file by id."""

    def __init__(self, root: Element | None, w: str) -> None:
        self._styles: dict[str, Style] = {}
        if root is None:
            return
        val, style = w + "val", Style()
        for element in root.iter(*(w + n for n in ("style", "name", "basedOn", "outlineLvl", "numId", "ilvl"))):
            name, value = element.tag[len(w) :], element.get(val) or ""
            if name == "style":
                style = self._styles[element.get(w + "styleId") or ""] = Style()
            elif name == "basedOn":
                style.based_on = value
            elif name == "numId":
                style.number = value
            elif name == "name":
                if style.level is None and (heading := _HEADING.match(value)):
                    style.level = int(heading[1])
            elif value.isdigit():
                if name == "ilvl":
                    style.depth = int(value)
                else:
                    style.level = int(value) + 1 if int(value) < _BODY_LEVEL else 0

    def level(self, style: str | None) -> int | None:
        """The outline level (1-9) that a style gives, or None."""
        for one in self._chain(style):
            if one.level is not None:
                return one.level or None
        return None

    def number(self, style: str | None) -> tuple[str, int, str] | None:
        """Number id, level in the list, and the style that names them; None for a style without numbering."""
        for name, one in zip(self._names(style), self._chain(style), strict=True):
            if one.number is not None:
                return one.number, one.depth or 0, name
        return None

    @property
    def numbered(self) -> bool:
        """Whether any style carries numbering."""
        return any(style.number for style in self._styles.values())

    def _names(self, style: str | None) -> list[str]:
        names: list[str] = []
        while style is not None and style in self._styles and len(names) < _DEPTH:
            names.append(style)
            style = self._styles[style].based_on
        return names

    def _chain(self, style: str | None) -> list[Style]:
        return [self._styles[name] for name in self._names(style)]
