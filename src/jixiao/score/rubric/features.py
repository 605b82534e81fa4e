"""Countable features of the chapters of problems and of measures, and the band that they speak for (估计档次)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from jixiao.law import Law, pattern
from jixiao.model.finding import Finding
from jixiao.model.items import Item
from jixiao.model.law import Row

DIRECTIONS = ("budget", "duty", "funds", "assets", "procurement")
_MONEY_ONLY, _UNANSWERED = "TX113", "TX114"
Features = Mapping[str, Decimal]


def of_problems(items: Sequence[Item]) -> Features:
    """How many problems, in how many of the five directions, and how many in a hundred name a cause and a fact."""
    texts = ["".join(item.text.split()) for item in items]
    touched = sum(1 for name in DIRECTIONS if any(_in(f"direction_{name}", text) for text in texts))
    return {
        "items": Decimal(len(items)), "directions": Decimal(touched), "causes": _percent("causes", texts),
        "facts": _percent("facts", texts),
    }  # fmt: skip


def of_measures(items: Sequence[Item], problems: Sequence[Item], findings: Sequence[Finding]) -> Features:
    """How many measures, how many in a hundred are concrete, and how many problems in a hundred have theirs."""
    texts = ["".join(item.text.split()) for item in items]
    alone = sum(1 for finding in findings if finding.code == _UNANSWERED)
    missing = max(alone, len(problems) - len(items))
    answered = Decimal(100 * (len(problems) - missing)) / len(problems) if problems and items else Decimal(0)
    return {"items": Decimal(len(items)), "answered": answered, "concrete": _percent("concrete", texts)}


def band(name: str, features: Features, findings: Sequence[Finding], law: Law) -> Row:
    """The row of the bands that the features reach: all minimums of a row, looked at from the best on."""
    rows = {str(row["name"]): row for row in law.table(f"rubric.{name}")}
    last = next(reversed(rows.values()))
    variant = "" if name == "problems" else "advice"
    if any(finding.code == _MONEY_ONLY and finding.variant == variant for finding in findings):
        return last
    steps = law.table(f"rubric.{name}.estimate")
    reached = (step for step in steps if all(features[key] >= Decimal(least) for key, least in _least(step).items()))
    return rows[str(next(reached, steps[-1])["name"])]


def _least(step: Row) -> dict[str, Decimal | str]:
    return {key: value for key, value in step.items() if key != "name"}


def _percent(name: str, texts: Sequence[str]) -> Decimal:
    return Decimal(100 * sum(1 for text in texts if _in(name, text))) / len(texts) if texts else Decimal(0)


def _in(name: str, text: str) -> bool:
    return pattern(name, "problems").search(text) is not None
