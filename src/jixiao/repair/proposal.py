"""Proposal (修改建议): what can be put right by arithmetic alone, and what cannot, and why."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.audit import Audit
from jixiao.model.finding import Finding
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: the words at ``place`` (of the file as it was read) become ``text``.

    ``formula`` says how ``text`` comes about, in Chinese and English, ``numbers`` are what stands in the report for it;
    ``follows`` says that it is right only together with the repairs before it (a total of repaired points).
    """

    finding: Finding
    place: Place
    text: str
    formula: tuple[str, str]
    numbers: tuple[str, ...]
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A finding about figures that has no certain repair, and why, in Chinese and English."""

    finding: Finding
    reason: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """All repairs of one file in reading order, the findings that have none, and the audit of the repaired words."""

    repairs: tuple[Repair, ...]
    uncertain: tuple[Uncertain, ...]
    after: Audit
