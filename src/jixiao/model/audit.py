"""Audit (审核结果): everything the user gets for one file."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.finding import Finding, NotChecked
from jixiao.model.report import Report
from jixiao.model.score import Scores


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule that could not be run, with the reason."""

    code: str
    why: NotChecked


@dataclass(frozen=True, slots=True)
class Audit:
    """One report audited: what was understood, recomputed, found, and not checked."""

    report: Report
    scores: Scores
    findings: tuple[Finding, ...]  # in reading order
    not_checked: tuple[Unchecked, ...]
