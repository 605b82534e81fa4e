"""Lists (列举): a total with its parts, the items of one fund, the first-level classes, the projects."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.compose.sentences.pattern import Clause
from jixiao.compose.sentences.phrases import Telling
from jixiao.compose.sentences.working import shares
from jixiao.forms import Form, concepts
from jixiao.model.figure import Figure, Formula
from jixiao.model.manuscript import Run, Runs

_EXECUTION = "预算执行率"
_TAIL = "（各项占比因四舍五入，合计与100%略有出入）"


def listed(clause: Clause, telling: Telling) -> Runs:
    """其中人员经费204.87万元，占基本支出的92.42%；公用经费16.8万元，占基本支出的7.58%."""
    found = [(label or _label(name), telling.number(name)) for label, name in clause.figures]
    return _list(clause, telling, found)


def items(clause: Clause, telling: Telling) -> Runs:
    """其中业务工作经费470万元，行政审批专项262.5万元: what the unit spent on projects out of one fund."""
    fund = clause.figures[0][1]
    found = [
        (item.label, telling.number(f"items.{number}.final"))
        for number, item in enumerate(telling.filing.items, 1)
        if item.fund == fund
    ]
    return _list(clause, telling, found)


def classes(clause: Clause, telling: Telling) -> Runs:
    """其中预算执行率（10分）得9.76分，产出指标（50分）得50分; nothing to be 其中 of where there is no total."""
    return _points(clause.figures[0][1], clause.words if telling.said else "", telling)


def class_stems(sheet: str, form: Form) -> list[tuple[str, str]]:
    """The execution rate and the first-level classes of a sheet: the label and how the ids of its figures begin."""
    return [(_EXECUTION, f"{sheet}.execution"), *((one.label, f"{sheet}.kind.{one.kind}") for one in form.classes)]


def projects(clause: Clause, telling: Telling) -> Runs:
    """本年度开展绩效自评的项目共3个：甲项目支出173万元，自评得100分；乙项目…. A report on one project says how it did."""
    if telling.form.kind == "project" and len(telling.filing.projects) == 1:
        return _alone(telling)
    runs: list[Run] = []
    counted: list[str] = []
    for number, sheet in enumerate(telling.filing.projects, 1):
        spent, score = (telling.number(f"projects.{number}.{what}") for what in ("funds.total.executed", "score"))
        if spent is None:
            continue
        counted.append(spent.id)
        runs += ["；" if runs else "：", f"{sheet.name}支出", spent]
        if score is not None:
            runs += ["，自评得", score]
    if not counted:
        return ()
    count = Figure("count.projects", "项目自评个数", str(len(counted)), "个", None, Formula("count", tuple(counted)))
    return (f"{clause.words}共", count, *runs)


def _alone(telling: Telling) -> Runs:
    """项目支出413.57万元，自评得91.27分，评价等级为优，其中产出指标（50分）得45.55分…."""
    told = (
        ("项目支出", telling.number("projects.1.funds.total.executed")),
        ("自评得", telling.number("projects.1.score")),
        ("评价等级为", telling.figures.get("projects.1.grade")),
    )
    runs: list[Run] = []
    for words, figure in told:
        if figure is not None and figure.text:
            runs += ["，" if runs else "", words, figure]
    points = _points("projects.1", "其中" if runs else "", telling)
    return (*runs, "，" if runs and points else "", *points)


def _points(sheet: str, lead: str, telling: Telling) -> Runs:
    runs: list[Run] = []
    for label, stem in class_stems(sheet, telling.form):
        score, weight = (telling.number(f"{stem}.{what}") for what in ("score", "weight"))
        if score is not None and weight is not None and weight.value:
            runs += ["，" if runs else lead, f"{label}（", weight, "）得", score]
    return tuple(runs)


def _list(clause: Clause, telling: Telling, found: Sequence[tuple[str, Figure | None]]) -> Runs:
    """The parts that are there, none that is zero; a single part that is the whole is said to be all of it."""
    whole = telling.number(clause.of) if clause.of else None
    parts = [(label, figure) for label, figure in found if figure is not None and figure.value]
    if not parts or (clause.of and (whole is None or not whole.value)):
        return ()
    if whole is not None and len(parts) == 1 and parts[0][1].value == whole.value:
        return (f"全部为{parts[0][0]}",)
    if clause.share and whole is not None:
        return _with_shares(clause, parts, whole)
    return _joined(clause.words, "，", [(label, figure) for label, figure in parts])


def _with_shares(clause: Clause, parts: Sequence[tuple[str, Figure]], whole: Figure) -> Runs:
    rates, exact = shares([figure for _, figure in parts], whole)
    told: list[Runs] = [
        (label, figure, f"，{clause.share}", part) for (label, figure), part in zip(parts, rates, strict=True)
    ]
    return (*_joined(clause.words, "；", told), *(() if exact else (_TAIL,)))


def _joined(lead: str, between: str, told: Sequence[Runs]) -> Runs:
    runs: list[Run] = []
    for one in told:
        runs += [between if runs else lead, *one]
    return tuple(runs)


def _label(name: str) -> str:
    concept = name.partition(".")[0]
    return concepts()[concept].label if concept in concepts() else name
