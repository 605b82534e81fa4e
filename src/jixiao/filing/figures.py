"""Figures as entered (基础数据): which there are, and that none is entered that is worked out of others."""

from __future__ import annotations

from jixiao.filing import choices
from jixiao.filing.taking import Taker, hint
from jixiao.forms import Form, base_lines, concept_of, concepts
from jixiao.model.amount import Amount
from jixiao.model.filing import COLUMNS, SpendingItem

_YEAR = ("initial", "adjusted")  # of 年度资金总额: what is not the sum of anything entered
_RATES = ("percent", "points")


def take(taker: Taker, data: object, form: Form | None, items: tuple[SpendingItem, ...]) -> dict[str, Amount]:
    """The figures of a filing by key: reception.final, staff."""
    if data is not None and not isinstance(data, dict):
        taker.mapping(data, "figures", ())
        return {}
    found: dict[str, Amount] = {}
    for key, entry in (data or {}).items():
        dimension = _dimension(taker, str(key), form)
        amount = taker.amount(entry, f"figures.{key}", dimension) if dimension else None
        if amount is not None:
            found[str(key)] = amount
    for key in [key for key in found if _worked_out(key, found, form, items)]:
        concept = key.partition(".")[0]
        parts = "、".join(_name(part) for part in parts_of(concept, form)) or "项目支出明细"
        taker.wrong("worked_out", f"figures.{key}", found.pop(key).text, label=_name(concept), parts=parts)
    return found


def _dimension(taker: Taker, key: str, form: Form | None) -> str:
    """What kind of number stands under a key, "" where there is no such figure."""
    concept, _, column = key.partition(".")
    address = f"figures.{key}"
    if concept == "year_funds":
        if column == "executed":
            taker.wrong("year_executed", address, key)
        elif column not in _YEAR:
            taker.wrong("column", address, key, label=_name(concept), known="、".join(f"year_funds.{c}" for c in _YEAR))
        return "money" if column in _YEAR else ""
    known = concepts().get(concept)
    if known is None or known.dimension in _RATES:
        taker.wrong("unknown_figure", address, key, key=key, **_near(concept, column))
        return ""
    columns = columns_of(concept, form)
    if column in columns:
        return known.dimension
    if columns == ("",):
        taker.wrong("no_column", address, key, label=known.label, key=concept)
    else:
        kept = "、".join(f"{concept}.{name}（{choices.COLUMNS[name]}）" for name in columns)
        taker.wrong("column", address, key, label=known.label, known=kept)
    return ""


def columns_of(concept: str, form: Form | None) -> tuple[str, ...]:
    """The columns in which a concept is entered; ("",) where it is one number."""
    line = next((one for one in base_lines(form) if one.concept == concept), None) if form else None
    if line is not None and line.columns:
        return COLUMNS if set(line.columns) & set(COLUMNS) else tuple(line.columns)
    return COLUMNS if concepts()[concept].dimension == "money" else ("",)


def is_open(concept: str, form: Form | None) -> bool:
    """Whether the form lists only some parts of a concept, so that it may be entered itself beside them (公用经费)."""
    return form is not None and any(one.concept == concept and one.open for one in base_lines(form))


def parts_of(concept: str, form: Form | None) -> tuple[str, ...]:
    """What a concept is the sum of: by the form's table, else by the concepts."""
    line = next((one for one in base_lines(form) if one.concept == concept), None) if form else None
    return (
        line.parts if line is not None and line.parts else concepts()[concept].members if concept in concepts() else ()
    )


def _worked_out(key: str, found: dict[str, Amount], form: Form | None, items: tuple[SpendingItem, ...]) -> bool:
    concept, _, column = key.partition(".")
    if is_open(concept, form):
        return False
    if concept == "project_expenditure" and any(getattr(item, column, None) for item in items):
        return True
    return any(f"{part}.{column}".rstrip(".") in found for part in parts_of(concept, form))


def _near(concept: str, column: str) -> dict[str, str]:
    """The right name where the Chinese label was written, else the nearest ones."""
    if own := concept_of(concept):
        name = f"{own}.{column}" if column else own
        return {"near": f"“{concept}”写作 {name}。", "near_en": f"“{concept}” is written {name}."}
    return hint(concept, concepts())


def _name(concept: str) -> str:
    return concepts()[concept].label if concept in concepts() else concept
