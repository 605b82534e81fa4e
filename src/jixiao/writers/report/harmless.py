"""Text made fit for any file: without what cannot be seen and could only command whoever shows it."""

from __future__ import annotations

from unicodedata import category

_DROPPED = {"Cc", "Cf", "Cs"}  # controls, directions and joiners, halves of characters
_SPACES = {"Zl", "Zp"}


def harmless(text: str) -> str:
    """The same words; line breaks stay, a tab becomes a blank."""
    if text.isprintable():
        return text
    return "".join(_kept(char) for char in text.replace("\r\n", "\n").replace("\r", "\n"))


def _kept(char: str) -> str:
    if char.isprintable() or char in "\n\u3000":
        return char
    kind = category(char)
    if char == "\t" or kind in _SPACES:
        return " "
    return "" if kind in _DROPPED else char
