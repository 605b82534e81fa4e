"""The figures of the 自评表 (自评表的数): money of a project, indicators, execution rate, points and scores."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from jixiao.compose.figures import printing
from jixiao.compose.figures.ledger import Ledger
from jixiao.compose.figures.money import STAGE_WORDS, YEAR_RATE, year_named
from jixiao.forms import Form
from jixiao.model.figure import Figure, Formula
from jixiao.model.filing import STAGES, Filing, FundEntry, IndicatorEntry, SheetEntry
from jixiao.model.quantities import single
from jixiao.model.score import Points, Scores, SheetScore

PROJECT_FUNDS = {"fiscal": "当年财政拨款", "carried": "上年结转资金", "other": "其他资金"}


def put_sheets(ledger: Ledger, filing: Filing, form: Form, scores: Scores | None) -> None:
    """The figures of every sheet that the form has."""
    scored = {sheet.appraisal.block: sheet for sheet in scores.sheets} if scores else {}
    if form.kind == "department":
        put_sheet(ledger, "department", "部门整体", filing.department, form, scored.get(0))
    for n, project in enumerate(filing.projects, 1):
        prefix = f"projects.{n}"
        _funds(ledger, prefix, project)
        put_sheet(ledger, prefix, project.name or f"项目{n}", project, form, scored.get(n))
    if form.kind == "project":
        _year(ledger, len(filing.projects))


def _year(ledger: Ledger, projects: int) -> None:
    """In a report on projects the money of the year is that of the projects."""
    for stage in STAGES:
        ledger.sum(year_named(stage), [f"projects.{n}.funds.total.{stage}" for n in range(1, projects + 1)])
    ledger.rate(YEAR_RATE, "year_funds.executed", "year_funds.adjusted")


def _funds(ledger: Ledger, prefix: str, project: SheetEntry) -> None:
    entries = {entry.fund: entry for entry in project.funds}
    funds = [*PROJECT_FUNDS, *(fund for fund in entries if fund not in PROJECT_FUNDS)]
    for fund in funds:
        entry = entries.get(fund, FundEntry(fund))
        for stage in STAGES:
            name = f"{project.name}{PROJECT_FUNDS.get(fund, fund)}（{STAGE_WORDS[stage]}）"
            ledger.enter((f"{prefix}.funds.{fund}.{stage}", name), getattr(entry, stage), "万元")
    for stage in STAGES:
        ids = [f"{prefix}.funds.{fund}.{stage}" for fund in funds]
        ledger.sum((f"{prefix}.funds.total.{stage}", f"{project.name}资金总额（{STAGE_WORDS[stage]}）"), ids)


def put_sheet(ledger: Ledger, prefix: str, name: str, sheet: SheetEntry, form: Form, scored: SheetScore | None) -> None:
    """Execution rate, indicators, classes and total of one sheet."""
    money = "year_funds" if prefix == "department" else f"{prefix}.funds.total"
    weight = Decimal(form.weights.get("execution", 0))
    ledger.put(Figure(f"{prefix}.execution.weight", f"{name}预算执行率分值", printing.shown(weight), "分", weight))
    ledger.rate((f"{prefix}.execution.rate", f"{name}预算执行率"), f"{money}.executed", f"{money}.adjusted")
    _execution(ledger, prefix, name, scored.execution if scored else None)
    points = [found for _, found in scored.indicators] if scored else [None] * len(sheet.indicators)
    for n, (entry, found) in enumerate(zip(sheet.indicators, points, strict=True), 1):
        _indicator(ledger, f"{prefix}.indicators.{n}", entry, found)
    for one in form.classes:
        rows = [f"{prefix}.indicators.{n}" for n, entry in enumerate(sheet.indicators, 1) if entry.kind1 == one.kind]
        ledger.sum(
            (f"{prefix}.kind.{one.kind}.weight", f"{name}{one.label}分值"), [f"{row}.weight" for row in rows], "分"
        )
        _whole(ledger, (f"{prefix}.kind.{one.kind}.score", f"{name}{one.label}得分"), [f"{row}.score" for row in rows])
    rows = [f"{prefix}.execution", *(f"{prefix}.indicators.{n}" for n in range(1, len(sheet.indicators) + 1))]
    counted = rows if weight else rows[1:]
    ledger.sum((f"{prefix}.weight", f"{name}总分值"), [f"{row}.weight" for row in counted], "分")
    _whole(ledger, (f"{prefix}.score", f"{name}自评得分"), [f"{row}.score" for row in counted])
    if scored and scored.grade:
        ledger.put(Figure(f"{prefix}.grade", f"{name}自评等级", scored.grade))


def _whole(ledger: Ledger, named: tuple[str, str], ids: list[str]) -> None:
    """A sum that is given only where every part is known."""
    if ids and all(ledger.value(one) is not None for one in ids):
        ledger.sum(named, ids, "分")
    else:
        ledger.put(Figure(*named, "", "分"))


def _execution(ledger: Ledger, prefix: str, name: str, found: Points | None) -> None:
    named = (f"{prefix}.execution.score", f"{name}预算执行率得分")
    if found is None or found.points is None:
        ledger.put(Figure(*named, "", "分"))
        return
    arguments = (f"{prefix}.execution.weight", f"{prefix}.execution.rate")
    text = printing.shown(found.points)
    ledger.put(Figure(*named, text, "分", Decimal(text), Formula("points", arguments)))


def _indicator(ledger: Ledger, prefix: str, entry: IndicatorEntry, found: Points | None) -> None:
    ledger.put(words_figure(f"{prefix}.target", f"{entry.name}年度指标值", entry.target))
    ledger.put(words_figure(f"{prefix}.actual", f"{entry.name}实际完成值", entry.actual))
    weight = "" if entry.weight is None else printing.shown(entry.weight)
    ledger.put(Figure(f"{prefix}.weight", f"{entry.name}分值", weight, "分", entry.weight))
    score = Figure(f"{prefix}.score", f"{entry.name}得分", "", "分")
    given = given_points(entry)
    if given is not None:
        score = replace(score, text=printing.shown(given), value=given)
        if entry.points is None:
            score = replace(score, formula=Formula("same", (f"{prefix}.weight",)))
    elif found is not None and found.points is not None:
        arguments = tuple(f"{prefix}.{part}" for part in ("weight", "target", "actual"))
        text = printing.shown(found.points)
        score = replace(score, text=text, value=Decimal(text), formula=Formula("points", arguments))
    ledger.put(score)


def given_points(entry: IndicatorEntry) -> Decimal | None:
    """The points that the unit gave itself; a level that is met without any is full points."""
    if entry.points is None and entry.level == "met":
        return entry.weight
    return entry.points


def words_figure(identity: str, name: str, words: str) -> Figure:
    """What stands in a cell of its own: a number with its unit (59.49 万件), or words (≥30万件, 有效提升)."""
    return Figure(identity, name, *_parted(words))


@lru_cache(maxsize=4096)
def _parted(words: str) -> tuple[str, str, Decimal | None]:
    """Text, unit and value of a cell."""
    amount = single(words) if words[:1].isdigit() or words[:1] == "-" else None
    if amount is None or not words.endswith(amount.unit):
        return words, "", None
    return words.removesuffix(amount.unit) if amount.unit else words, amount.unit, amount.number
