"""Colours of a terminal, or none."""

from __future__ import annotations

from collections.abc import Callable

_CODES = {"red": "31", "yellow": "33", "cyan": "36", "green": "32", "dim": "2", "bold": "1", "under": "4"}
MARKS = {"error": "✗", "warning": "!", "info": "·"}
COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
Paint = Callable[..., str]


def paint(*, colour: bool) -> Paint:
    """A function that puts a text into styles (``red``, ``bold`` …), or leaves it as it is."""

    def painted(text: str, *styles: str) -> str:
        if not colour or not text or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"

    return painted
