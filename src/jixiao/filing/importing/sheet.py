"""自评表: one appraisal of a report as it is entered. What is worked out (rates, points of figures, totals) is left behind."""

from __future__ import annotations

from decimal import Decimal

from jixiao.filing import words
from jixiao.filing.importing.entries import money_of, name_of, nothing, reason_of, text_of, value_of
from jixiao.filing.importing.notes import Note, note
from jixiao.model.amount import Amount
from jixiao.model.appraisal import Appraisal, FundLine, Goal, Indicator
from jixiao.model.filing import FundEntry, GoalEntry, IndicatorEntry, SheetEntry, Signature

_FUND = {"fiscal": "fiscal", "carried": "carried", "other": "other", "own": "other", "special": "other"}
_MET, _PARTLY = Decimal("0.8"), Decimal("0.6")
_METHODS = ("定性", "定量", "定性指标", "定量指标")


def sheet_of(appraisal: Appraisal, address: str, signoff: Signature | None, notes: list[Note]) -> SheetEntry:
    """The sheet as entered; the department's own has neither name nor funds."""
    project = appraisal.kind == "project"
    goals = tuple(_goal(goal, appraisal, address, notes) for goal in appraisal.goals)
    rows = [_indicator(row, f"{address}.indicators.{n}", notes) for n, row in enumerate(appraisal.indicators, 1)]
    return SheetEntry(
        name_of(appraisal.name) if project else "",
        name_of(appraisal.supervisor) if project else "",
        name_of(appraisal.implementer) if project else "",
        _funds(appraisal, notes) if project else (),
        goals,
        _referring(tuple(row for row in rows if row is not None), appraisal),
        signoff,
    )


def _goal(goal: Goal, appraisal: Appraisal, address: str, notes: list[Note]) -> GoalEntry:
    expected, achieved = words.lines(text_of(goal.expected)), words.lines(text_of(goal.achieved))
    if expected and "".join(expected.split()) == "".join(achieved.split()):
        notes.append(
            note(
                "copied",
                f"{address}.goals",
                name=name_of(appraisal.name) if appraisal.kind == "project" else "部门整体支出",
            )
        )
        achieved = ""
    return GoalEntry(expected, achieved)


def _funds(appraisal: Appraisal, notes: list[Note]) -> tuple[FundEntry, ...]:
    found: dict[str, FundEntry] = {}
    for line in appraisal.funds:
        fund = _FUND.get(line.fund)
        entry = _entry(fund, line) if fund else None
        if entry is not None and fund is not None:
            found.setdefault(fund, entry)
    total = appraisal.fund
    if not found and total is not None and (entry := _entry("fiscal", total)):
        notes.append(note("fund_rows", name=name_of(appraisal.name)))
        return (entry,)
    return tuple(found.values())


def _entry(fund: str, line: FundLine) -> FundEntry | None:
    stages = money_of(line.initial), money_of(line.adjusted), money_of(line.executed or line.sole)
    return FundEntry(fund, *stages) if any(stage is not None for stage in stages) else None


def _indicator(row: Indicator, address: str, notes: list[Note]) -> IndicatorEntry | None:
    name = name_of(row.name)
    if not row.kind1 or row.kind1 == "execution":
        if not row.kind1 and name:
            notes.append(note("class", address, name=name))
        return None
    target, actual = value_of(row.target), value_of(row.actual)
    if target in _METHODS:
        notes.append(note("method", f"{address}.target", name=name, text=target))
    weight = row.weight.amount.number if row.weight and row.weight.amount else None
    level, points = _judged(row, weight, name, address, notes)
    return IndicatorEntry(row.kind1, row.kind2, name, target, actual, weight, level, points, reason_of(row.note))


def _judged(
    row: Indicator, weight: Decimal | None, name: str, address: str, notes: list[Note]
) -> tuple[str, Decimal | None]:
    """Level and points where they are the unit's own judgement: no number was to be reached."""
    if row.goal.sign != "text" or nothing(row.actual):
        return "", None
    points = row.score.amount.number if row.score and row.score.amount else None
    if points is None or not weight:
        notes.append(note("level", f"{address}.level", name=name))
        return "", None
    share = points / weight
    return ("met" if share >= _MET else "partly" if share >= _PARTLY else "unmet"), min(points, weight)


def _referring(rows: tuple[IndicatorEntry, ...], appraisal: Appraisal) -> tuple[IndicatorEntry, ...]:
    """成本 that is the money of the sheet itself refers to it, so that it is entered once."""
    line = appraisal.fund
    if line is None:
        return rows
    scope = "本项目" if appraisal.kind == "project" else "年度资金总额"
    planned = {"年初预算数": money_of(line.initial), "全年预算数": money_of(line.adjusted)}
    done = money_of(line.executed)
    return tuple(_refer(row, scope, planned, done) if row.kind2.startswith("cost") else row for row in rows)


def _refer(row: IndicatorEntry, scope: str, planned: dict[str, Amount | None], done: Amount | None) -> IndicatorEntry:
    bare = row.target.lstrip("≤<=＜")
    stage = next((name for name, amount in planned.items() if amount is not None and bare == amount.text), None)
    if stage is None or done is None or row.actual != done.text:
        return row
    sign = row.target[: len(row.target) - len(bare)]
    return IndicatorEntry(
        row.kind1, row.kind2, row.name, f"{sign}{{{scope}:{stage}}}", f"{{{scope}:全年执行数}}", row.weight, row.level, row.points, row.note,
    )  # fmt: skip
