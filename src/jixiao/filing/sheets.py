"""自评表 as entered: the department's own and one a project."""

from __future__ import annotations

from decimal import Decimal

from jixiao.filing import choices, words
from jixiao.filing.kinds import classes
from jixiao.filing.taking import LINES, Taker
from jixiao.forms import Form
from jixiao.model.filing import FundEntry, GoalEntry, IndicatorEntry, SheetEntry, Signature

_SHEET = ("name", "supervisor", "implementer", "funds", "goals", "indicators", "signoff")
_DEPARTMENT = ("goals", "indicators", "signoff")
_SIGNATURE = ("preparer", "phone", "head", "date")
_INDICATOR = ("kind1", "kind2", "name", "target", "actual", "weight", "level", "points", "note", "evidence")
_NEEDED = {
    "kind1": "一级指标",
    "kind2": "二级指标",
    "name": "三级指标",
    "target": "年度指标值",
    "actual": "实际完成值",
    "weight": "分值",
}


def sheet(taker: Taker, data: object, address: str, form: Form | None) -> SheetEntry | None:
    """One sheet, None where nothing at all was entered in it."""
    held = taker.mapping(data, address, _DEPARTMENT if address == "department" else _SHEET)
    found = SheetEntry(
        taker.name(held.get("name"), f"{address}.name"),
        taker.name(held.get("supervisor"), f"{address}.supervisor"),
        taker.name(held.get("implementer"), f"{address}.implementer"),
        _funds(taker, held.get("funds"), f"{address}.funds"),
        _goals(taker, held.get("goals"), f"{address}.goals"),
        _indicators(taker, held.get("indicators"), f"{address}.indicators", form),
        signature(taker, held.get("signoff"), f"{address}.signoff"),
    )
    return None if found == SheetEntry() else found


def signature(taker: Taker, data: object, address: str) -> Signature | None:
    """填报签字; None where there is none or nothing in it."""
    if data is None:
        return None
    held = taker.mapping(data, address, _SIGNATURE)
    preparer, phone, head = (taker.name(held.get(name), f"{address}.{name}") for name in _SIGNATURE[:3])
    found = Signature(preparer, phone, head, taker.date(held.get("date"), f"{address}.date"))
    return None if found == Signature() else found


def _funds(taker: Taker, data: object, address: str) -> tuple[FundEntry, ...]:
    found: list[FundEntry] = []
    for inner, entry in taker.listed(data, address):
        held = taker.mapping(entry, inner, ("fund", *choices.STAGES))
        known = choices.FUNDS
        fund = taker.choice(held.get("fund"), f"{inner}.fund", "资金", known, _fund)
        named = f"{address}.{fund}" if fund else inner
        taker.same(named, inner)
        amounts = [taker.amount(held.get(stage), f"{named}.{stage}", "money") for stage in choices.STAGES]
        if not fund and not held.get("fund"):
            if any(amounts):
                taker.wrong("missing", f"{inner}.fund", name="资金名称")
            continue
        if fund in {one.fund for one in found}:
            taker.wrong("fund_twice", f"{inner}.fund", known[fund], label=known[fund])
        elif fund and any(amounts):
            found.append(FundEntry(fund, *amounts))
    return tuple(found)


def _fund(text: str) -> str:
    return choices.fund(text, choices.FUNDS)


def _goals(taker: Taker, data: object, address: str) -> tuple[GoalEntry, ...]:
    found = []
    for inner, entry in taker.listed(data, address):
        held = taker.mapping(entry, inner, ("expected", "achieved"))
        goal = GoalEntry(
            *(taker.name(held.get(name), f"{inner}.{name}", words.lines, LINES) for name in ("expected", "achieved"))
        )
        if goal.expected or goal.achieved:
            found.append(goal)
    return tuple(found)


def _indicators(taker: Taker, data: object, address: str, form: Form | None) -> tuple[IndicatorEntry, ...]:
    found = (_indicator(taker, entry, inner, form) for inner, entry in taker.listed(data, address))
    return tuple(one for one in found if one is not None)


def _indicator(taker: Taker, data: object, address: str, form: Form | None) -> IndicatorEntry | None:
    held = taker.mapping(data, address, _INDICATOR)
    if not any(taker.word(held.get(name), f"{address}.{name}").strip() for name in _INDICATOR[2:]):
        return None  # the classes alone are what the empty rows of a workbook begin with
    kind1, kind2 = _kinds(taker, held, address, form)
    one = IndicatorEntry(
        kind1,
        kind2,
        taker.name(held.get("name"), f"{address}.name"),
        taker.value(held.get("target"), f"{address}.target"),
        taker.value(held.get("actual"), f"{address}.actual"),
        taker.points(held.get("weight"), f"{address}.weight"),
        taker.choice(held.get("level"), f"{address}.level", "完成等次", choices.LEVELS, choices.level),
        taker.points(held.get("points"), f"{address}.points"),
        taker.name(held.get("note"), f"{address}.note", words.lines, LINES),
        taker.name(held.get("evidence"), f"{address}.evidence", words.lines, LINES),
    )
    if not any(
        (
            one.name,
            one.target,
            one.actual,
            one.weight is not None,
            one.level,
            one.points is not None,
            one.note,
            one.evidence,
        )
    ):
        return None  # dashes and what could not be taken
    for name, label in _NEEDED.items():
        if not taker.word(held.get(name), address).strip() or (name in ("target", "actual") and not getattr(one, name)):
            taker.wrong("missing", f"{address}.{name}", name=label)
    _within(taker, one.points, one.weight, address)
    return one


def _kinds(taker: Taker, held: dict[str, object], address: str, form: Form | None) -> tuple[str, str]:
    firsts = {one.kind: one.label for one in classes(form)}
    seconds = {kind: label for one in classes(form) for kind, label in one.parts}
    kind1 = taker.choice(
        held.get("kind1"), f"{address}.kind1", "一级指标", firsts, lambda text: choices.kind(text, "kinds1", firsts)
    )
    kind2 = taker.choice(
        held.get("kind2"), f"{address}.kind2", "二级指标", seconds, lambda text: choices.kind(text, "kinds2", seconds)
    )
    own = next((dict(one.parts) for one in classes(form) if one.kind == kind1), {})
    if kind1 and kind2 and kind2 not in own:
        taker.wrong("kinds_apart", f"{address}.kind2", held.get("kind2"), kind1=firsts[kind1], kind2=seconds[kind2])
    return kind1, kind2


def _within(taker: Taker, points: Decimal | None, weight: Decimal | None, address: str) -> None:
    if points is not None and weight is not None and points > weight:
        taker.wrong("points_over", f"{address}.points", f"{points:f}", points=f"{points:f}", weight=f"{weight:f}")
