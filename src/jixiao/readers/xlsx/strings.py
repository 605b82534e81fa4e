"""共享文字 (sharedStrings.xml): the words that cells point to."""

from __future__ import annotations

import re

from jixiao.readers import limits
from jixiao.readers.xlsx.sax import Enough, Handler

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Strings(Handler):
    """``found`` in order. Readings of characters (rPh) are not part of the words."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._in_text = self._reading = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """A string, a piece of it, or its reading begins."""
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._reading = True
        elif name == "t":
            self._in_text = not self._reading

    def finish(self, name: str) -> None:
        """A string is complete."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._reading = False
        elif name == "si":
            self.found.append(shown("".join(self._pieces)))
            if len(self.found) >= limits.SHEET_CELLS:
                raise Enough

    def words(self, text: str) -> None:
        """Words of a piece."""
        if self._in_text:
            self._pieces.append(text)


def shown(text: str) -> str:
    """Words as Excel shows them: ``_x000D_`` is a character that XML cannot hold; a cell holds 32,767 characters."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")[: limits.CELL_TEXT]
