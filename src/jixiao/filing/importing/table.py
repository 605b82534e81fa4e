"""基础数据: the figures that a report states, in its base table and else in its text, down to those that are entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.filing import figures
from jixiao.filing.importing.entries import as_entered, money_of
from jixiao.filing.importing.notes import Note, note
from jixiao.forms import Form, base_lines, concepts
from jixiao.model.amount import Amount
from jixiao.model.fact import Fact
from jixiao.model.filing import SpendingItem
from jixiao.model.report import Report

# What a text may tell that no table of the form has.
_TOLD = (
    "establishment", "staff", "staff_cost", "public_cost", "three_public", "reception", "vehicle_purchase", "vehicle_running",
    "abroad", "procurement", "net_assets", "fixed_assets",
)  # fmt: skip
_OWN_FUNDS = ("", "all", "general", "fiscal")
_COLUMN = {"final": "final", "budget": "budget", "initial": "budget", "": "final"}


def entered(report: Report, form: Form | None, items: tuple[SpendingItem, ...], notes: list[Note]) -> dict[str, Amount]:
    """The figures of a filing, in the order of the form."""
    found: dict[str, Amount] = {}
    for key, amount, where in _stated(report, form):
        held = found.setdefault(key, amount)
        if held.number != amount.number and not _rounded(held, amount):
            words = {"label": _label(key), "taken": held.text, "other": amount.text, "where": where}
            if not any(one.code == "two_figures" and one.address == f"figures.{key}" for one in notes):
                notes.append(note("two_figures", f"figures.{key}", **words))
    found |= _year(report)
    _whole(report, found)
    _staff(report, form, found, notes)
    return _leaves(found, form, items, notes)


def _stated(report: Report, form: Form | None) -> Iterator[tuple[str, Amount, str]]:
    """Every figure with its key: those of the base table first, then those of the text."""
    wanted = {line.concept for line in base_lines(form) if line.concept} if form else set()
    in_table = {
        fact.place for table in report.base_tables for row in table.rows for fact in row.columns if fact is not None
    }
    tables = [fact for fact in report.facts if fact.place in in_table]
    told = [fact for fact in report.facts if fact.place not in in_table and fact.place.row is None]
    for facts, known, where in ((tables, wanted | set(_TOLD), "基础数据表"), (told, set(_TOLD), "先出现")):
        for fact in facts:
            if fact.concept in known and (key := _key(fact, report.year)) and (amount := _amount(fact)):
                yield key, amount, where
    for change in report.relations.changes:
        base = change.base or (change.current if change.direction == 0 else None)  # 与上年持平
        if base is not None and change.against == "last_year" and base.concept in _TOLD and (amount := _amount(base)):
            yield f"{base.concept}.last", amount, "先出现"


def _key(fact: Fact, year: int | None) -> str:
    """The address of a fact: reception.last; "" where it is none that is entered."""
    context = fact.context
    if context.scope not in ("", "department", "unit") or context.fund not in _OWN_FUNDS:
        return ""
    if concepts()[fact.concept].dimension != "money":
        return fact.concept if context.year in (None, year) else ""
    if year and context.year == year - 1 and context.stage in ("final", ""):
        return f"{fact.concept}.last"
    return (
        f"{fact.concept}.{_COLUMN[context.stage]}" if context.year in (None, year) and context.stage in _COLUMN else ""
    )


def _amount(fact: Fact) -> Amount | None:
    dimension = concepts()[fact.concept].dimension
    unit = {"money": "万元", "people": "人", "area": "㎡"}.get(dimension, "")
    return as_entered(fact.amount, dimension, unit)


def _rounded(one: Amount, other: Amount) -> bool:
    """Whether two amounts may be one, printed with different decimals."""
    return one.agrees(other.value) or other.agrees(one.value)


def _year(report: Report) -> dict[str, Amount]:
    line = report.department.fund if report.department else None
    if line is None:
        return {}
    stages = {"initial": money_of(line.initial), "adjusted": money_of(line.adjusted)}
    return {f"year_funds.{stage}": amount for stage, amount in stages.items() if amount is not None}


def _whole(report: Report, found: dict[str, Amount]) -> None:
    """项目支出 as the department's sheet states it, where no table has it."""
    lines = report.department.funds if report.department else ()
    line = next((line for line in lines if line.fund == "project"), None)
    amount = money_of(line.sole or line.executed) if line else None
    if amount is not None:
        found.setdefault("project_expenditure.final", amount)


def _staff(report: Report, form: Form | None, found: dict[str, Amount], notes: list[Note]) -> None:
    """人员经费, where only 基本支出 is stated: what is left of it without 公用经费."""
    if "staff_cost.final" in found or report.department is None:
        return
    line = next((line for line in report.department.funds if line.fund == "basic"), None)
    basic = money_of(line.sole or line.executed) if line else None
    if basic is None:
        return
    public = found.get("public_cost.final") or _parts(found, "public_cost", form, "final")
    rest = amount_of(basic.number - (public.number if public else Decimal(0)))
    found["staff_cost.final"] = rest
    how = "基本支出减公用经费" if public else "基本支出"
    notes.append(note("derived", "figures.staff_cost.final", label="人员经费", how=how, taken=rest.text))


def _leaves(
    found: dict[str, Amount], form: Form | None, items: tuple[SpendingItem, ...], notes: list[Note]
) -> dict[str, Amount]:
    """Without the totals that their parts make; a total that its parts do not make is told."""
    kept: dict[str, Amount] = {}
    for key, amount in found.items():
        concept, _, column = key.partition(".")
        made = _items(items, column) if concept == "project_expenditure" else _parts(found, concept, form, column)
        if made is None or (figures.is_open(concept, form) and amount.number > made.number):
            kept[key] = amount
        elif made.number != amount.number:
            notes.append(note("sum", f"figures.{key}", label=_label(key), stated=amount.text, sum=made.text))
    return kept


def _parts(found: Mapping[str, Amount], concept: str, form: Form | None, column: str) -> Amount | None:
    """The sum of the parts that are stated, each by itself or by its own parts; None where none is."""
    held = [
        found.get(f"{part}.{column}".rstrip(".")) or _parts(found, part, form, column)
        for part in figures.parts_of(concept, form)
    ]
    there = [one.number for one in held if one is not None]
    return amount_of(sum(there, Decimal(0))) if there else None


def _items(items: tuple[SpendingItem, ...], column: str) -> Amount | None:
    held = [amount for item in items if (amount := getattr(item, column or "final", None)) is not None]
    return amount_of(sum((one.number for one in held), Decimal(0))) if held else None


def amount_of(number: Decimal) -> Amount:
    """An amount of 万元 without zeros at its end."""
    number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    decimals = max(0, -int(number.as_tuple().exponent))
    return Amount(number, "万元", decimals, f"{number:f}万元")


def _label(key: str) -> str:
    concept, _, column = key.partition(".")
    words = {"last": "（上年决算数）", "budget": "（本年预算数）", "final": "（本年决算数）"}
    return concepts()[concept].label + words.get(column, "")
