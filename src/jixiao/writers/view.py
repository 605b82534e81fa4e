"""What every writer shows of an audit: findings with their words in one language, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256

from jixiao.model.amount import trimmed
from jixiao.model.audit import Audit
from jixiao.model.finding import Finding
from jixiao.model.law import Citation
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Look:
    """How results are to be shown: language, colours, columns, and whether the unchecked rules are listed."""

    lang: str = "zh"
    colour: bool = False
    columns: int = 80
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its title and sentence in one language and with what it rests on."""

    finding: Finding
    title: str
    message: str
    basis: Citation

    @property
    def place(self) -> Place | None:
        """The place to point at."""
        return self.finding.places[0] if self.finding.places else None


def shown(audit: Audit, lang: str = "zh") -> list[Shown]:
    """The findings of an audit in a language, in reading order."""
    return shown_of(audit, audit.findings, lang)


def shown_of(audit: Audit, findings: Iterable[Finding], lang: str) -> list[Shown]:
    """The same for some findings, in the order given."""
    rules = {rule.code: rule for rule in audit.rules}
    result = []
    for finding in findings:
        rule = rules[finding.code]
        title = rule.title_en if lang == "en" else rule.title
        result.append(Shown(finding, title, rule.message(finding, lang), audit.citations[rule.cite]))
    return result


def fingerprints(items: Iterable[Shown]) -> list[str]:
    """A name for each finding, the same for the same slip when the report grows or shrinks above it.

    No positions, only the words; a slip that stands there several times is counted.
    """
    seen: dict[str, int] = {}
    prints = []
    for item in items:
        words = (
            item.finding.code,
            item.finding.variant,
            item.finding.expected or "",
            item.place.quote if item.place else "",
        )
        one = sha256("\0".join(words).encode()).hexdigest()[:24]
        seen[one] = seen.get(one, 0) + 1
        prints.append(f"{one}:{seen[one]}")
    return prints


def selected(audit: Audit, only: Iterable[str] = (), skip: Iterable[str] = ()) -> Audit:
    """The audit with the rules of some codes only, or without them; a code may be a beginning (FG, FG2)."""
    only, skip = tuple(only), tuple(skip)

    def kept(code: str) -> bool:
        return (not only or code.startswith(only)) and not (skip and code.startswith(skip))

    return replace(
        audit,
        findings=tuple(f for f in audit.findings if kept(f.code)),
        not_checked=tuple(u for u in audit.not_checked if kept(u.code)),
        rules=tuple(r for r in audit.rules if kept(r.code)),
        unclear=tuple(u for u in audit.unclear if kept(u.finding.code)),
    )


def number(value: Decimal | None) -> float | int | None:
    """A decimal as a JSON number: 100 rather than 100.0."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def plain_number(value: Decimal | None, missing: str = "—") -> str:
    """A decimal as a person writes it: 99.4, 100."""
    return missing if value is None else trimmed(value)
