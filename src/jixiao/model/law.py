"""Citation, Parameter and Norm (依据、参数): what a rule rests on. The texts and numbers are data in law/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Row = Mapping[str, Decimal | str]  # one row of a table of the law: names and numbers by column


@dataclass(frozen=True, slots=True)
class Citation:
    """依据: a document, an article of it, and whether its text was read by us (``verified``).

    ``text`` is a short restatement in our own words; ``source`` tells where it was seen (V, 3P, CODE, SEED, MEM,
    DERIVED); ``named`` is False where ``title`` describes something that is no titled document.
    """

    id: str
    title: str
    number: str
    issuer: str
    article: str
    verified: bool
    since: int | None = None
    until: int | None = None
    note: str = ""
    text: str = ""
    source: str = ""
    named: bool = True

    @property
    def document(self) -> str:
        """The document without the article."""
        name = f"《{self.title}》" if self.named and self.title else self.title
        return name + (f"（{self.number}）" if self.number else "")

    def __str__(self) -> str:
        gap = "" if self.named or self.number or not self.article else "·"
        return self.document + gap + self.article


@dataclass(frozen=True, slots=True)
class Parameter:
    """参数: a number of the law by pack. ``value`` in the unit that ``unit`` names."""

    id: str
    value: Decimal
    unit: str
    cite: str
    verified: bool
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """约定: a convention chosen by name, such as how a reverse indicator is scored."""

    id: str
    value: str
    cite: str
    verified: bool
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """分档表: a small table of the law (grade bands, weights by class), one mapping a row."""

    id: str
    rows: tuple[Row, ...]
    cite: str
    verified: bool
    since: int | None = None
    until: int | None = None
