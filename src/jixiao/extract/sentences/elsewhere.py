"""Figures that a sentence only names and that stand elsewhere in the report (他处数据)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING

from jixiao.extract.sentences.state import BEFORE, is_of
from jixiao.model.amount import Span, in_percent, sharp_spans

if TYPE_CHECKING:
    from jixiao.extract.sentences.state import OpenChange, OpenCompletion
    from jixiao.model.fact import Fact

_MOST = 6  # figures of one item and year: with more of them it is not known which is meant (our choice)


class Known:
    """Every amount of money of the text and the tables, by concept and year."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._found: dict[tuple[str, int | None], list[Fact]] = {}
        for fact in facts:
            if fact.concept and fact.amount.is_money:
                self._found.setdefault((fact.concept, fact.context.year), []).append(fact)

    def of(self, concept: str, year: int | None, stage: str = "") -> list[Fact]:
        """The figures of a concept in a year; ``stage`` is one of the budgets, final, or "" for any."""
        found = self._found.get((concept, year), [])
        if not stage:
            return found
        return [f for f in found if is_of(f, stage)]

    def complete(self, change: OpenChange) -> tuple[Fact | None, Fact | None]:
        """The two figures of a change: as its sentence has them, else elsewhere: those that fit, else the only ones there are."""
        current, base = change.current, change.base
        concept, year = change.subject.concept, change.year
        if not concept or change.against not in ("last_year", "last_budget") or (current and base):
            return current, base
        if not (change.difference or change.rate):
            return current, base
        now = [current] if current else self.of(concept, year, change.stage)
        before = [base] if base else self.of(concept, BEFORE if year is None else year - 1, change.stage)
        if not now or len(now) > _MOST or len(before) > _MOST:
            return current, base
        others: list[Fact | None] = [*before] or [None]
        for one, other in product(now, others):
            if _fits(change, one, other):
                return one, other
        return _only(now), _only(before)

    def budget(self, completion: OpenCompletion) -> Fact | None:
        """The budget that a rate of completion names, where it stands elsewhere and only once."""
        actual, year = completion.actual, completion.rate.context.year
        if actual is None or not actual.concept or completion.stage not in ("initial", "adjusted"):
            return None
        found = [f for f in self.of(actual.concept, year, completion.stage) if f.context.fund == actual.context.fund]
        return _only(found)


def _only(facts: list[Fact]) -> Fact | None:
    return facts[0] if len({f.amount.value for f in facts}) == 1 else None


def _fits(change: OpenChange, now: Fact, before: Fact | None) -> bool:
    """Whether two figures bear out the difference and the rate that the sentence states."""
    stated = [f.amount for f in (change.difference,) if f is not None and f.amount.is_money]
    spans = sharp_spans(now.amount, *([before.amount] if before else []), *stated)
    if before is not None:
        gap, base = spans[0] - spans[1], spans[1]
        if stated and not (gap.meets(spans[-1]) or gap.meets(spans[-1].negative)):
            return False
    elif stated and change.direction:
        gap = spans[-1] if change.direction > 0 else spans[-1].negative
        base = spans[0] - gap
    else:
        return False
    return change.rate is None or _rate_fits(change.rate, gap, base)


def _rate_fits(rate: Fact, gap: Span, base: Span) -> bool:
    exact, stated = gap.over(base), in_percent(rate.amount)
    return exact is None or stated.agrees(exact) or stated.agrees(exact.negative)
