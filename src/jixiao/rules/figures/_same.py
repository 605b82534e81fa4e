"""What the rules on one fact in two places share: which figures are about the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.model.amount import Amount
from jixiao.model.document import Paragraph
from jixiao.model.fact import Fact
from jixiao.model.report import Report

# Only what means the same wherever it is printed; 会议费 or 一般公共服务支出 may be part of something else.
WELL_DEFINED = frozenset({
    "total_expenditure", "total_income", "basic_expenditure", "project_expenditure", "staff_cost", "public_cost", "three_public", "abroad",
    "vehicles", "vehicle_purchase", "vehicle_running", "reception", "establishment", "staff", "staff_rate", "operation_cost", "procurement",
})  # fmt: skip
_NEAR = 24
_STAGES = {"budget": ("budget", "initial", "adjusted"), "": ()}


def in_text(report: Report) -> Iterator[Fact]:
    """Figures of sentences whose own label stands right before them."""
    paragraphs = {p.block: p for p in report.document.blocks if isinstance(p, Paragraph)}
    for fact in report.facts:
        item = paragraphs.get(fact.place.block) if fact.place.row is None else None
        if item is not None and fact.concept in WELL_DEFINED and fact.context.stage and fact.context.year is not None:
            before = item.plain[max(0, fact.place.start - _NEAR) : fact.place.start]
            if fact.label[-4:] in before:
                yield fact


def in_tables(report: Report) -> Iterator[Fact]:
    """Figures of cells that are about the whole unit."""
    for fact in report.facts:
        if (
            fact.place.row is not None
            and fact.concept in WELL_DEFINED
            and fact.context.scope == ""
            and fact.context.year is not None
        ):
            yield fact


def same(one: Fact, other: Fact) -> bool:
    """Whether two figures are about the same concept, year, stage, fund and scope; 预算 without more may be either budget."""
    a, b = one.context, other.context
    stages = a.stage == b.stage or b.stage in _STAGES.get(a.stage, ())
    return one.concept == other.concept and a.year == b.year and stages and a.fund == b.fund and a.scope == b.scope


def agree(one: Amount, other: Amount) -> bool:
    """Whether two printed amounts may be the same figure, rounded or cut off."""
    if one.dimension and other.dimension and one.dimension != other.dimension:
        return True
    left, right = one.wide_span, other.wide_span
    return left.meets(right)


def power_apart(one: Amount, other: Amount) -> int:
    """By how many powers of ten two amounts with the same digits differ; 0 where they do not, or have fewer than 3 digits."""
    if not one.value or not other.value or one.dimension != other.dimension:
        return 0
    if digits(one) != digits(other) or len(digits(one)) < 3:  # noqa: PLR2004
        return 0
    quotient = one.value / other.value
    power = quotient.adjusted()
    return power if quotient == Decimal(10) ** power else 0


def digits(amount: Amount) -> str:
    """The digits that were printed, without the zeros at either end: all that a slip of point or unit leaves alone."""
    return "".join(map(str, amount.number.as_tuple().digits)).strip("0")


def by_print(facts: Iterable[Fact]) -> Iterator[list[list[Fact]]]:
    """Groups of figures that may be compared (same concept, year, fund, scope), each group by what was printed.

    Rules compare one of each print with one of each other, and only those with the same digits, so that neither a figure
    repeated a thousand times nor a thousand different ones cost more than their number.
    """
    found: dict[tuple[object, ...], dict[tuple[object, ...], list[Fact]]] = {}
    for fact in facts:
        about = fact.context
        group = found.setdefault((fact.concept, about.year, about.fund, about.scope), {})
        group.setdefault((about.stage, fact.amount.number, fact.amount.unit), []).append(fact)
    for group in found.values():
        yield list(group.values())


def same_digits(prints: Iterable[list[Fact]]) -> Iterator[list[list[Fact]]]:
    """The prints of a group that share their digits with another print of it."""
    found: dict[str, list[list[Fact]]] = {}
    for one in prints:
        found.setdefault(digits(one[0].amount), []).append(one)
    yield from (group for group in found.values() if len(group) > 1)
