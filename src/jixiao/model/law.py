"""Citation and Parameter (依据、参数): what a rule rests on. The texts and numbers are data in law/."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Citation:
    """依据: a document, an article of it, and whether its text was read by us (``verified``)."""

    id: str
    title: str
    number: str
    issuer: str
    article: str
    verified: bool
    since: int | None = None
    until: int | None = None
    note: str = ""

    def __str__(self) -> str:
        name = f"《{self.title}》" if self.title and not self.title.startswith(("《", "本工具")) else self.title
        return name + (f"（{self.number}）" if self.number else "") + self.article


@dataclass(frozen=True, slots=True)
class Parameter:
    """参数: a number of the law by pack. ``value`` in the unit that ``unit`` names."""

    id: str
    value: Decimal
    unit: str
    cite: str
    verified: bool
