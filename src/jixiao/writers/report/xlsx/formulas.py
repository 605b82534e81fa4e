"""公式: how a figure is worked out, as a spreadsheet formula that gives exactly what is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model.figure import Figure, Formula
from jixiao.writers.report.workings import NOTHING, decimals, factor, is_quotient, places, value

Locate = Callable[[str], str]
_ROUNDED = {"rate", "growth", "points"}
_MOST = 200  # arguments that one function takes, well below what any office program allows


def formula_of(figure: Figure, figures: Mapping[str, Figure], at: Locate) -> str:
    """The formula that gives ``figure``; "" where it was entered, or where no formula gives what is printed.

    ``at`` tells the cell in which a figure stands. A score that a person judged is no formula of its weight: so each one is
    worked out here first, and only a formula that comes to the printed value is written.
    """
    formula = figure.formula
    if formula is None or len(formula.arguments) > _MOST or any(one not in figures for one in formula.arguments):
        return ""
    if figure.value is None:
        return _of_nothing(figure, formula, figures, at)
    exact = value(formula, figures)
    if exact is None:
        return ""
    rounded = places(figure) if formula.operation in _ROUNDED else decimals(figure.text)
    scale = Decimal(1).scaleb(-rounded)
    if exact.quantize(scale, ROUND_HALF_UP) != figure.value:
        return ""
    terms = [_term(one, figures, figures[formula.arguments[0]], at) for one in formula.arguments]
    body = _body(formula.operation, terms)
    if formula.operation in {"rate", "growth"}:
        return f'=IF({terms[1]}=0,"{NOTHING}",ROUND({body},{rounded}))'
    plain = formula.operation not in _ROUNDED and exact == figure.value
    return f"={body}" if plain else f"=ROUND({body},{rounded})"


def _of_nothing(figure: Figure, formula: Formula, figures: Mapping[str, Figure], at: Locate) -> str:
    """A rate of which the whole is zero: 「—」, until it is something."""
    if figure.text != NOTHING or not is_quotient(figure) or figures[formula.arguments[1]].value != 0:
        return ""
    terms = [_term(one, figures, figures[formula.arguments[0]], at) for one in formula.arguments]
    return f'=IF({terms[1]}=0,"{NOTHING}",ROUND({_body(formula.operation, terms)},{places(figure)}))'


def _body(operation: str, terms: list[str]) -> str:
    first, rest = terms[0], terms[1:]
    if operation == "sum":
        return f"SUM({','.join(terms)})"
    if operation == "difference":
        return "-".join(terms)
    if operation == "rate":
        return f"{first}/{rest[0]}*100"
    if operation == "growth":
        return f"({first}-{rest[0]})/{rest[0]}*100"
    if operation == "points":
        return f"MIN({first},{first}*{rest[0]}/100)"
    return first


def _term(one: str, figures: Mapping[str, Figure], first: Figure, at: Locate) -> str:
    by = factor(figures[one].unit, first.unit)
    return at(one) if by == 1 else f"{at(one)}*{by.normalize():f}"
