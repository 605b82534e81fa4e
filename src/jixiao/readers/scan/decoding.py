"""From chances to characters (解码): what the model says at each step, each character with how sure it is and where it lies."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.readers.scan.engine import characters
from jixiao.readers.scan.library import Pixels


@dataclass(slots=True)
class Letter:
    """One character as read: how surely, and its middle as a share of the line's width."""

    char: str
    confidence: float
    middle: float


def letters(chances: Pixels) -> list[Letter]:
    """The characters of one line, from the left; steps that say the same one after another are one character."""
    known = characters()
    best, sure = chances.argmax(axis=1), chances.max(axis=1)
    steps = len(best)
    found: list[Letter] = []
    start = 0
    for at in range(1, steps + 1):
        if at < steps and best[at] == best[start]:
            continue
        if best[start] and (char := known[best[start]]) and not char.isspace():
            found.append(Letter(char, float(sure[start:at].max()), (start + at) / 2 / steps))
        start = at
    return found
