"""Audit (审核结果): everything the user gets for one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.model.document import Doubt
from jixiao.model.finding import Finding, NotChecked, Rule
from jixiao.model.law import Citation
from jixiao.model.proof import Proof
from jixiao.model.report import Report
from jixiao.model.score import Scores


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule that could not be run, with the reason."""

    code: str
    why: NotChecked


@dataclass(frozen=True, slots=True)
class Unclear:
    """看不清: what a rule found in words that could not be read for sure off a picture; nobody is accused of it.

    ``misread``: arithmetic itself says that a digit was read wrongly, for with one other digit everything fits.
    """

    finding: Finding
    doubts: tuple[Doubt, ...]  # the doubtful words that the finding rests on
    misread: bool = False


@dataclass(frozen=True, slots=True)
class Audit:
    """One report audited: what was understood, recomputed, found, and not checked.

    ``rules`` is the catalogue it was held against and ``citations`` what these rules rest on, by id: with them an
    audit can be written out without asking anybody else.
    """

    report: Report
    scores: Scores
    findings: tuple[Finding, ...]  # in reading order
    not_checked: tuple[Unchecked, ...]
    rules: tuple[Rule, ...] = ()
    citations: Mapping[str, Citation] = field(default_factory=dict)
    unclear: tuple[Unclear, ...] = ()  # in reading order; () where nothing was read off a picture
    proofs: tuple[Proof, ...] = ()  # what the records gave, where records were at hand

    def rule(self, code: str) -> Rule:
        """The rule of a code that stands in a finding or among the unchecked."""
        return next(rule for rule in self.rules if rule.code == code)

    def basis(self, code: str) -> Citation:
        """What the rule of a code rests on (依据)."""
        return self.citations[self.rule(code).cite]

    def count(self, severity: str) -> int:
        """How many findings are of a severity (error, warning, info)."""
        return sum(1 for finding in self.findings if finding.severity == severity)
