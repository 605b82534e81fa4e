"""Base lines (基础数据表的行): what a form's base table asks for, line by line, as one fills it in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jixiao.forms.concepts import concepts
from jixiao.forms.forms import Form, load
from jixiao.forms.layout import BaseLine, RowForm

_UNITS = {"money": "万元", "percent": "%", "people": "人", "area": "㎡", "count": "", "points": "分"}
RATES = {
    "staff_rate": ("staff", "establishment"),
    "building_area_rate": ("building_area_actual", "building_area_approved"),
    "building_cost_rate": ("building_cost_actual", "building_cost_budget"),
}


def base_lines(form: Form) -> tuple[BaseLine, ...]:
    """The lines of the base table in printed order, () for a form without one; the rates that are worked out are left out."""
    return _lines(form.path)


@cache
def _lines(path: str) -> tuple[BaseLine, ...]:
    table = load(path).table("base")
    if table is None:
        return ()
    return tuple(_of(table.layout, table.stages))


def _of(rows: tuple[RowForm, ...], stages: tuple[str, ...]) -> Iterator[BaseLine]:
    below = _below(rows)
    for at, row in enumerate(rows):
        if row.kind == "items":
            yield BaseLine("", row.label, row.depth, stages, items=row.items)
        elif row.kind == "concept":
            columns = tuple(stage for stage in stages if stage not in row.dash)
            parts = parts_of(row.of, below[at])
            some = bool(parts) and parts != concepts()[row.of].members
            yield BaseLine(row.of, row.label, row.depth, columns, parts, unit=unit_of(row.of), open=some)
        elif row.kind == "side":
            yield from _of(row.rows, stages)
        elif row.kind == "cells":
            names = (c.figure for c in row.cells if c.figure in concepts() and c.figure not in RATES)
            yield from (BaseLine(name, concepts()[name].label, 0, ("",), unit=unit_of(name)) for name in names)


def parts_of(concept: str, below: tuple[str, ...]) -> tuple[str, ...]:
    """The concepts whose sum a row is: its own exhaustive parts, else the rows that stand under it."""
    known = concepts()[concept]
    if concept == "project_expenditure":
        return ()
    if known.parts and set(known.parts) & set(below):
        return known.members
    return below


def unit_of(concept: str) -> str:
    """The unit in which a concept is printed."""
    known = concepts().get(concept)
    return _UNITS[known.dimension] if known else "万元"


def _below(rows: tuple[RowForm, ...]) -> list[tuple[str, ...]]:
    """For each row the concepts one step deeper right under it."""
    result: list[tuple[str, ...]] = []
    for at, row in enumerate(rows):
        under: list[RowForm] = []
        for later in rows[at + 1 :]:
            if later.kind not in ("concept", "items") or later.depth <= row.depth:
                break
            under.append(later)
        top = min((one.depth for one in under), default=0)
        result.append(tuple(one.of for one in under if one.depth == top and one.kind == "concept"))
    return result
