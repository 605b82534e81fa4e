"""What the rule on slips of the unit knows from stated rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.model.amount import ratio
from jixiao.model.fact import Fact
from jixiao.model.report import Report


def against_rates(report: Report) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Two amounts in different units whose stated rate fits once the units are the same: 执行数3173.60元 of 3173.60万元, 100%.

    Yields the odd one, the other, and the rate.
    """
    units = Counter(f.amount.unit for f in report.facts if f.amount.is_money)
    claims = [(c.actual, c.base, c.rate) for c in report.relations.completions]
    claims += [(s.part, s.whole, s.stated) for s in report.relations.shares]
    for part, whole, rate in claims:
        if (
            part is None
            or whole is None
            or part.amount.unit == whole.amount.unit
            or not (part.amount.is_money and whole.amount.is_money)
        ):
            continue
        odd, right = (part, whole) if units[part.amount.unit] <= units[whole.amount.unit] else (whole, part)
        mended = replace(odd.amount, unit=right.amount.unit)
        exact = ratio(mended if odd is part else part.amount, mended if odd is whole else whole.amount)
        stated = ratio(part.amount, whole.amount)
        if exact is None or not rate.amount.agrees(exact) or (stated is not None and rate.amount.agrees(stated)):
            continue
        yield odd, right, rate


def money_by_print(report: Report) -> Iterable[dict[tuple[Decimal, str], list[Fact]]]:
    """The money of each concept, year and stage, by what was printed: number and unit."""
    found: dict[tuple[object, ...], dict[tuple[Decimal, str], list[Fact]]] = {}
    for fact in report.facts:
        if fact.concept and fact.amount.is_money and fact.context.stage:
            group = found.setdefault((fact.concept, fact.context.year, fact.context.stage), {})
            group.setdefault((fact.amount.number, fact.amount.unit), []).append(fact)
    return found.values()
