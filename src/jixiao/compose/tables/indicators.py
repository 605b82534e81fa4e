"""Indicator rows (指标行): by class in the form's order, the classes merged downwards."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from jixiao.compose.appraisals import done_of, goal_of, words
from jixiao.compose.tables.drawing import Box
from jixiao.compose.tables.settings import Setting
from jixiao.forms.layout import CellForm, RowForm
from jixiao.law import load
from jixiao.model.filing import IndicatorEntry
from jixiao.model.manuscript import Run

_NO_DEVIATION = "无偏差"
_Numbered = tuple[int, IndicatorEntry]
_HUNDRED = 100


def indicator_rows(row: RowForm, setting: Setting) -> list[list[Box]]:
    """The rows of all indicators; of a sheet without any, the classes with blanks."""
    found = list(_ordered(setting))
    if not found:
        return list(_blank(row, setting))
    made = []
    for at, (n, entry) in enumerate(found):
        boxes = []
        for one in row.cells:
            if one.field in ("level1", "level2"):
                size = _same(found, at, one.field)
                if size:
                    boxes.append(_level(one, entry, size, setting))
            else:
                boxes.append(_value(one, n, entry, at + 1, setting))
        made.append(boxes)
    return made


def _ordered(setting: Setting) -> Iterator[_Numbered]:
    """The indicators by class; those of a class that the form does not have come last."""
    order: dict[tuple[str, str], int] = {}
    for first in setting.form.classes:
        for second, _ in first.parts:
            order[first.kind, second] = len(order)
        order[first.kind, ""] = len(order)
    entries = enumerate(setting.sheet.indicators, 1)
    last = len(order)

    def rank(item: _Numbered) -> tuple[int, str, str]:
        kind = (item[1].kind1, item[1].kind2)
        at = order.get(kind, order.get((kind[0], ""), last))
        return at, *(("", "") if kind in order else kind)

    yield from sorted(entries, key=rank)


def _same(found: list[_Numbered], at: int, level: str) -> int:
    """How many rows from here on share the class; 0 where the row before did, too."""
    key = _key(found[at][1], level)
    if at and _key(found[at - 1][1], level) == key:
        return 0
    size = 1
    while at + size < len(found) and _key(found[at + size][1], level) == key:
        size += 1
    return size


def _key(entry: IndicatorEntry, level: str) -> tuple[str, ...]:
    return (entry.kind1,) if level == "level1" else (entry.kind1, entry.kind2)


def _level(one: CellForm, entry: IndicatorEntry, size: int, setting: Setting) -> Box:
    first = next((c for c in setting.form.classes if c.kind == entry.kind1), None)
    if one.field == "level2":
        label = dict(first.parts).get(entry.kind2, entry.kind2) if first else entry.kind2
        return Box((label,) if label else (), "label", one.span, size)
    points = setting.figure(f".kind.{entry.kind1}.weight")
    runs: tuple[Run, ...] = (first.label if first else entry.kind1,)
    if points is not None and points.text:
        runs = (f"{runs[0]}\n（", points, "）")
    return Box(runs, "label", one.span, size, with_unit=True)


def _value(one: CellForm, n: int, entry: IndicatorEntry, serial: int, setting: Setting) -> Box:
    address = f"{setting.prefix}.indicators.{n}.{one.field}"
    if one.field in ("weight", "score"):
        figure = setting.figure(f".indicators.{n}.{one.field}")
        return Box((figure,) if figure else (), "value", one.span, align=one.align, origin=address)
    if one.field in ("target", "actual"):
        text = getattr(entry, one.field)
        figure = setting.figure(f".indicators.{n}.{one.field}")
        runs = setting.runs(text) if "{" in text or figure is None else (figure,)
        return Box(runs, "value", one.span, align=one.align, origin=address, with_unit=True)
    if one.field == "level3":
        return Box(
            (entry.name,) if entry.name else (),
            "label",
            one.span,
            align=one.align,
            origin=f"{setting.prefix}.indicators.{n}.name",
        )
    text = {"note": _note(n, entry, setting), "serial": str(serial)}.get(one.field, "")
    return Box(
        (text,) if text else (), "value", one.span, align=one.align, origin=address if one.field == "note" else ""
    )


def _note(n: int, entry: IndicatorEntry, setting: Setting) -> str:
    """The unit's own words; 无偏差 where all points are earned and the target is not left far behind."""
    if entry.note:
        return entry.note
    score, weight = setting.figure(f".indicators.{n}.score"), setting.figure(f".indicators.{n}.weight")
    full = score is not None and weight is not None and score.value is not None and score.value == weight.value
    return _NO_DEVIATION if full and not _far_above(entry, setting) else ""


def _far_above(entry: IndicatorEntry, setting: Setting) -> bool:
    goal = goal_of(words(setting.runs(entry.target)))
    done = done_of(words(setting.runs(entry.actual)))
    if (
        goal.low is None
        or done is None
        or goal.sign not in (">=", ">", "=", "")
        or done.dimension != goal.low.dimension
    ):
        return False
    return done.value * _HUNDRED >= goal.low.value * _explained(setting.form.pack) and done.value > goal.low.value


@cache
def _explained(pack: str) -> Decimal:
    """From how many percent of the target on an explanation is asked for."""
    return load(pack).number("over.explain")


def _blank(row: RowForm, setting: Setting) -> Iterator[list[Box]]:
    for first in setting.form.classes:
        for n, (_, label) in enumerate(first.parts):
            boxes = []
            for one in row.cells:
                if one.field == "level1":
                    if n == 0:
                        boxes.append(Box((first.label,), "label", one.span, len(first.parts)))
                elif one.field == "level2":
                    boxes.append(Box((label,), "label", one.span))
                else:
                    boxes.append(Box((), "empty", one.span))
            yield boxes
