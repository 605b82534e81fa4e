"""公式: how a figure is worked out, as a spreadsheet formula that gives exactly what is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model.figure import Figure, Formula
from jixiao.writers.report.workings import NOTHING, decimals, factor, is_quotient, places, threshold, value

Locate = Callable[[str], str]
_ROUNDED = {"rate", "growth", "points"}
_SCORED = 3  # weight, target, result
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
    rounded = places(figure) if formula.operation in _ROUNDED else decimals(figure.text)
    if exact is None or exact.quantize(Decimal(1).scaleb(-rounded), ROUND_HALF_UP) != figure.value:
        return ""
    return _written(
        formula, figures, at, None if exact == figure.value and formula.operation not in _ROUNDED else rounded
    )


def _written(formula: Formula, figures: Mapping[str, Figure], at: Locate, rounded: int | None) -> str:
    terms = [_term(one, figures, figures[formula.arguments[0]], at) for one in formula.arguments]
    if len(terms) == _SCORED and formula.operation == "points":
        least = threshold(figures[formula.arguments[1]], figures[formula.arguments[2]])
        return f"=ROUND(IF({terms[2]}>={least:f},{terms[0]},MAX({terms[2]},0)/{least:f}*{terms[0]}),{rounded})"
    body = _body(formula.operation, terms)
    if formula.operation in {"rate", "growth"}:
        return f'=IF({terms[1]}=0,"{NOTHING}",ROUND({body},{rounded}))'
    return f"={body}" if rounded is None else f"=ROUND({body},{rounded})"


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
