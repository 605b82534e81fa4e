"""How exact the printed amounts of a report are taken to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.model.amount import Amount, Span, sharp_spans
from jixiao.model.relation import Change
from jixiao.model.report import Report

_ENOUGH = (
    8  # amounts without any decimals: then the report rounds to whole 万元, as summaries of a county do (our choice)
)
_MONEY = re.compile(r"\d(\.\d+)?\s?[万亿]元")


def readings(report: Report, amounts: list[Amount]) -> Iterator[list[Span]]:
    """The spans that printed amounts may have in differences and rates.

    First with a whole number as it stands; then, where the report rounds every amount to whole numbers, by that rounding.
    """
    yield sharp_spans(*amounts)
    if not any(a.decimals for a in amounts) and _rounds_to_whole(report):
        yield [a.span for a in amounts]


def moved_and_base(report: Report, change: Change) -> Iterator[tuple[Span, Span]]:
    """The change and its base, in each reading: from the two figures, else from one figure and the stated difference."""
    figures = [f.amount for f in (change.current, change.base, change.difference) if f is not None]
    if len(figures) < 2 or len({a.dimension for a in figures}) > 1 or figures[0].is_percent:  # noqa: PLR2004 - two make a rate
        return
    for spans in readings(report, figures):
        if change.current and change.base:
            yield spans[0] - spans[1], spans[1]
        elif change.direction:
            gap = spans[-1] if change.direction > 0 else spans[-1].negative
            yield gap, spans[0] if change.base else spans[0] - gap


def _rounds_to_whole(report: Report) -> bool:
    """Whether there are enough amounts in 万元 or 亿元, and all of them whole."""
    found = 0
    for match, _, _ in report.document.find(_MONEY):
        if match[1]:
            return False
        found += 1
    return found >= _ENOUGH
