"""算法: how a figure is worked out of others, in words and as a number, for every writer that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jixiao.model.figure import Figure, Formula
from jixiao.model.targets import target
from jixiao.model.units import unit_of
from jixiao.model.words import plain

_HUNDRED = Decimal(100)
_TWO, _THREE = 2, 3
_PLACES = 2  # rates and points are worked out to two decimals; zeros at the end are not printed
NOTHING = "—"  # a rate of nothing
_JOINED = {"sum": "＋", "difference": "－", "same": "＝"}


def words(figure: Figure, figures: Mapping[str, Figure]) -> str:
    """How the figure came about: 「填报」, or its formula in the names of the figures it takes."""
    formula = figure.formula
    if formula is None:
        return "填报"
    names = [f"「{figures[one].name}」" if one in figures else one for one in formula.arguments]
    if formula.operation == "count":
        return f"所列{len(names)}项的个数"
    if formula.operation == "points":
        return f"按评分规则，由{'、'.join(names)}算出"
    if is_quotient(figure):
        top = names[0] if formula.operation == "rate" else f"（{names[0]}－{names[1]}）"
        return f"{top}÷{names[1]}×100%"
    return _JOINED[formula.operation].join(names)


def is_quotient(figure: Figure) -> bool:
    """Whether it is one figure as a percentage of another, or its change in percent."""
    formula = figure.formula
    return formula is not None and formula.operation in {"rate", "growth"} and len(formula.arguments) == _TWO


def value(formula: Formula, figures: Mapping[str, Figure]) -> Decimal | None:
    """The formula worked out exactly, in the unit of its first argument (a rate in %); None where that cannot be told.

    What was not entered counts as nothing in a sum. Points are told for an execution rate (weight and rate) and for a target
    that is not to be fallen short of (weight, target and result): there all packs agree.
    """
    taken = [figures[one] for one in formula.arguments if one in figures]
    if not taken or len(taken) < len(formula.arguments):
        return None
    if formula.operation == "points" and len(taken) == _THREE:
        return _scored(*taken)
    numbers = [in_unit_of(one, taken[0]) for one in taken]
    if formula.operation in {"sum", "same"}:
        return sum((n for n in numbers if n is not None), Decimal(0))
    if None in numbers:
        return None
    known = [n for n in numbers if n is not None]
    return _worked_out(formula.operation, known, [one.unit for one in taken])


def _scored(weight: Figure, aim: Figure, result: Figure) -> Decimal | None:
    least = threshold(aim, result)
    if least is None or weight.value is None or result.value is None:
        return None
    return weight.value if result.value >= least else max(result.value, Decimal(0)) / least * weight.value


def threshold(aim: Figure, result: Figure) -> Decimal | None:
    """The number of a target such as 「≥30万件」, in the unit of the result; None for any other kind of target."""
    stated = target(plain(aim.text))
    if stated.sign != ">=" or stated.low is None or stated.high is not None or stated.low.number <= 0:
        return None
    same = unit_of(stated.low.unit)[0] == unit_of(result.unit)[0]
    return stated.low.number * factor(stated.low.unit, result.unit) if same else None


def _worked_out(operation: str, numbers: list[Decimal], units: list[str]) -> Decimal | None:
    first, rest = numbers[0], numbers[1:]
    if operation == "difference":
        return first - sum(rest)
    if len(rest) != 1 or rest[0] == 0:
        return None
    if operation == "points":
        return min(first, first * rest[0] / _HUNDRED) if units[1] == "%" else None
    tops = {"rate": first, "growth": first - rest[0]}
    return tops[operation] / rest[0] * _HUNDRED if operation in tops else None


def in_unit_of(figure: Figure, other: Figure | None) -> Decimal | None:
    """The figure's value in the unit of another one of its kind: 元 as 万元."""
    if figure.value is None or other is None:
        return figure.value
    return figure.value * factor(figure.unit, other.unit)


def factor(unit: str, other: str) -> Decimal:
    """By how much to multiply from one unit into another of the same kind, 1 where they are of two kinds."""
    (kind, mine), (their_kind, theirs) = unit_of(unit), unit_of(other)
    return mine / theirs if kind == their_kind else Decimal(1)


def decimals(text: str) -> int:
    """The decimals that a printed number has."""
    return len(text.partition(".")[2])


def places(figure: Figure) -> int:
    """To how many decimals a rate or a score is rounded: two, or more where more are printed."""
    return max(_PLACES, decimals(figure.text))
