"""Countable features of the chapters of problems and of measures, and the band that they speak for (估计档次)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from jixiao.law import Law, pattern
from jixiao.model.finding import Finding
from jixiao.model.items import Item
from jixiao.model.law import Row
from jixiao.model.mark import Better

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


def better(name: str, features: Features, reached: Row, law: Law) -> Better | None:
    """The band above the one that was reached, and how many more of each feature it asks for.

    An item that has to be added anyway is thought to bring its cause, its fact and its direction along.
    """
    rows, steps = law.table(f"rubric.{name}"), {str(s["name"]): s for s in law.table(f"rubric.{name}.estimate")}
    at = next(n for n, row in enumerate(rows) if row["name"] == reached["name"])
    above = [row for row in rows[:at] if str(row["name"]) in steps and len(_least(steps[str(row["name"])])) > 0]
    if not above:
        return None
    target = above[-1]
    least = _least(steps[str(target["name"])])
    new = max(0, int(Decimal(least.get("items", 0)) - features["items"]))
    lacks = [("items", new)] if new else []
    lacks += [(key, more) for key in least if key != "items" and (more := _more(key, features, least, new)) > 0]
    gain = _middle(target) - _middle(reached)
    return Better((str(target["name"]), str(target["en"])), gain, tuple(lacks))


def _more(key: str, features: Features, least: dict[str, Decimal | str], new: int) -> int:
    """How many more of a feature are needed beside the new items."""
    wanted, there = Decimal(least[key]), features[key]
    if key != "directions":  # in % of the items
        items = features["items"]
        wanted = ((items + new) * wanted / 100).to_integral_value(ROUND_CEILING)
        there = (items * there / 100).to_integral_value(ROUND_HALF_UP)
    return int(wanted - there) - new


def _middle(row: Row) -> Decimal:
    return (Decimal(row["low"]) + Decimal(row["high"])) / 2


def _least(step: Row) -> dict[str, Decimal | str]:
    return {key: value for key, value in step.items() if key != "name"}


def _percent(name: str, texts: Sequence[str]) -> Decimal:
    return Decimal(100 * sum(1 for text in texts if _in(name, text))) / len(texts) if texts else Decimal(0)


def _in(name: str, text: str) -> bool:
    return pattern(name, "problems").search(text) is not None
