"""Appraisals (自评表) of a filing, as the audit would read them off the printed table, so that one code scores both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jixiao.compose.figures.sheets import PROJECT_FUNDS, given_points
from jixiao.compose.references import References
from jixiao.forms import Form
from jixiao.model.amount import Amount
from jixiao.model.appraisal import Appraisal, Field, FundLine, Goal, Indicator, Target
from jixiao.model.figure import Figure
from jixiao.model.filing import STAGES, Filing, IndicatorEntry, SheetEntry
from jixiao.model.manuscript import Runs
from jixiao.model.place import Place
from jixiao.model.quantities import single
from jixiao.model.targets import amount_of, target
from jixiao.model.words import plain

_NOWHERE = Place("body", 0, 0, 0, "")
_EMPTY = Field("", _NOWHERE)


def appraisals(filing: Filing, form: Form, figures: Mapping[str, Figure]) -> tuple[Appraisal, ...]:
    """The department's and every project's; ``block`` is 0 for the department and the number of the project else."""
    maker = _Maker(filing, form, figures)
    department = (maker.sheet("department", 0, filing.department),) if form.kind == "department" else ()
    return (*department, *(maker.sheet(f"projects.{n}", n, one) for n, one in enumerate(filing.projects, 1)))


@lru_cache(maxsize=4096)
def goal_of(text: str) -> Target:
    """What a target says."""
    return target(plain(text))


@lru_cache(maxsize=4096)
def done_of(text: str) -> Amount | None:
    """The number of an actual value, None where it is none."""
    return amount_of(plain(text), "")


@lru_cache(maxsize=4096)
def _single(text: str, unit: str) -> Amount | None:
    return single(text, unit)


def words(runs: Runs) -> str:
    """Runs of a cell as they are read back: figures with their units."""
    return "".join(run if isinstance(run, str) else run.words for run in runs)


class _Maker:
    def __init__(self, filing: Filing, form: Form, figures: Mapping[str, Figure]) -> None:
        self.filing, self.form, self.figures = filing, form, figures
        self.references = References(filing, figures)
        self.labels = {one.kind: (one.label, dict(one.parts)) for one in form.classes}

    def sheet(self, prefix: str, block: int, entry: SheetEntry) -> Appraisal:
        project = prefix != "department"
        name = entry.name if project else self.filing.unit
        return Appraisal(
            "project" if project else "department", _field(name), _NOWHERE, block,
            _field(entry.supervisor) if project else None, _field(entry.implementer) if project else None,
            tuple(self._funds(prefix, project=project)),
            tuple(Goal(_field(goal.expected), _field(goal.achieved)) for goal in entry.goals),
            tuple(self._indicator(f"{prefix}.indicators.{n}", prefix, one) for n, one in enumerate(entry.indicators, 1)),
            self._printed(f"{prefix}.weight"),
        )  # fmt: skip

    def _funds(self, prefix: str, *, project: bool) -> list[FundLine]:
        money = f"{prefix}.funds.total" if project else "year_funds"
        stages = {stage: self._printed(f"{money}.{stage}", "万元") for stage in STAGES}
        weight, rate = self._printed(f"{prefix}.execution.weight"), self._printed(f"{prefix}.execution.rate", "%")
        lines = (
            [FundLine("total", _field("年度资金总额"), **stages, weight=weight, rate=rate)]
            if self.form.weights.get("execution")
            else []
        )
        if project and lines:
            for fund, label in PROJECT_FUNDS.items():
                entries = {stage: self._printed(f"{prefix}.funds.{fund}.{stage}", "万元") for stage in STAGES}
                lines.append(FundLine(fund, _field(label), **entries))
        return lines

    def _printed(self, identity: str, unit: str = "") -> Field:
        figure = self.figures.get(identity)
        if figure is None or not figure.text:
            return _EMPTY
        return Field(figure.text, _NOWHERE, _single(figure.text, unit))

    def _indicator(self, prefix: str, scope: str, entry: IndicatorEntry) -> Indicator:
        wanted = words(self.references.runs(entry.target, scope))
        done = words(self.references.runs(entry.actual, scope))
        given = given_points(entry)
        label1, parts = self.labels.get(entry.kind1, ("", {}))
        return Indicator(
            _field(entry.name), _field(wanted), Field(plain(done), _NOWHERE, done_of(done)), goal_of(wanted),
            _field(label1), _field(parts.get(entry.kind2, "")), self._printed(f"{prefix}.weight"),
            _EMPTY if given is None else Field(str(given), _NOWHERE, Amount(given, "", 0, str(given))), _field(entry.note),
            entry.kind1, entry.kind2,
        )  # fmt: skip


def _field(text: str) -> Field:
    return Field(plain(text).strip(), _NOWHERE)
