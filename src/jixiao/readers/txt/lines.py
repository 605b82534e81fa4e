"""The lines of a text file, and the pieces between which the layouts decide."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\r|\n|\f|\x0b|\u2028|\u2029")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the file (from 1) and its words."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it but blanks."""
        return not self.text.strip(" \t\u3000\xa0\ufeff\u200b\u2002\u2003")


def lines_of(text: str) -> list[Line]:
    """The lines of a text. A form feed ends a line without beginning a new number, as editors count."""
    found: list[Line] = []
    number, start = 1, 0
    for match in _BREAK.finditer(text):
        found.append(Line(number, text[start : match.start()]))
        number += match[0] not in ("\f", "\x0b", "\u2028", "\u2029")
        start = match.end()
    if start < len(text):
        found.append(Line(number, text[start:]))
    return found
