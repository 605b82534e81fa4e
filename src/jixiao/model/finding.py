"""Finding (问题) and the other two outcomes of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from jixiao.model.place import Place

SEVERITIES = ("error", "warning", "info")  # 错误 违反规定; 预警 应予说明; 提示 建议


@dataclass(frozen=True, slots=True)
class Fix:
    """修改建议: replace the words at a place. Only where arithmetic leaves no choice."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. ``values`` fill the message template of the rule; ``expected`` and ``found`` are as printed."""

    code: str
    severity: str
    places: tuple[Place, ...]
    expected: str | None = None
    found: str | None = None
    fix: Fix | None = None
    values: dict[str, str] = field(default_factory=dict)
    variant: str = ""  # which of the rule's message templates


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule could not be run on this report, and why (未检查)."""

    reason: str
    reason_en: str


Outcome = Finding | NotChecked


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: code, titles, message templates, citation, severity, years, and the function that looks."""

    code: str
    name: str
    family: str
    title: str
    title_en: str
    messages: dict[str, tuple[str, str]]  # variant ("" the usual one) → Chinese and English template
    cite: str
    severity: str
    since: int
    until: int | None
    doc: str
    needs: tuple[str, ...]  # names of the function's parameters: report, law, scores, proofs
    check: Callable[..., Iterator[Outcome]]
    local: tuple[tuple[str, str], ...] = ()  # division and the citation that holds there instead of ``cite``

    def at(self, form: str) -> Rule:
        """The rule as it stands under a form (its path names the division): with the local basis, where there is one."""
        cite = next((cite for division, cite in self.local if division in form), "")
        return replace(self, cite=cite) if cite else self

    def message(self, finding: Finding, lang: str = "zh") -> str:
        """The sentence of a finding in a language (zh or en)."""
        return self.messages[finding.variant][lang == "en"].format_map(
            {"expected": finding.expected or "", "found": finding.found or "", **finding.values}
        )
