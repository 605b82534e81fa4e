"""Masked (遮盖记录): one piece of personal data that the public edition covers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Masked:
    """遮盖的一处: where the reader finds it, its kind (as in model/personal.py), and the words as they are shown now."""

    where: str
    kind: str
    shown: str
