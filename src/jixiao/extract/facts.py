"""Facts of a 自评表 (填报值): its money as figures with concept, year, stage, fund and scope."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.amount import total
from jixiao.model.appraisal import Appraisal, Field, FundLine
from jixiao.model.fact import Context, Fact

_STAGES = (("initial", "initial"), ("adjusted", "adjusted"), ("executed", "final"))
_CONCEPTS = {
    "general": ("general_budget", "general"), "gov_fund": ("gov_fund", "gov_fund"), "state_capital": ("state_capital", "state_capital"),
    "social": ("social_fund", "social"), "special": ("special_account", "special"), "other": ("other_funds", "other"),
    "own": ("own_funds", "other"), "fiscal": ("fiscal_appropriation", "fiscal"), "carried": ("carry_in", ""),
    "basic": ("basic_expenditure", ""),
    "project": ("project_expenditure", ""), "staff": ("staff_cost", ""), "public": ("public_cost", ""), "central": ("central_funds", ""),
    "province": ("provincial_funds", ""), "city": ("city_funds", ""), "county": ("county_funds", ""), "superior": ("superior_funds", ""),
}  # fmt: skip


def appraisal_facts(sheet: Appraisal, year: int | None) -> Iterator[Fact]:
    """Every amount of the money block; a project's figures carry its name as scope."""
    scope = sheet.name.text if sheet.kind == "project" and sheet.name else ("项目" if sheet.kind == "project" else "")
    sole = _sole_stage(sheet)
    for line in sheet.funds:
        concept, fund = _CONCEPTS.get(line.fund, ("", ""))
        if line.fund == "total":
            concept = "total_expenditure" if sheet.kind == "department" else "year_funds"
        for name, stage in (*_STAGES, ("sole", sole)):
            entry: Field | None = getattr(line, name)
            if entry is not None and entry.amount is not None:
                yield Fact(concept, Context(year, stage, fund, scope), entry.amount, entry.place, line.label.text)


def _sole_stage(sheet: Appraisal) -> str:
    """The stage of the figures that stand alone (一般公共预算：954.17): that whose total they make, "" where none."""
    whole = sheet.fund
    if whole is None:
        return ""
    for group in (SOURCES, NATURES):
        parts = [line.sole.amount for line in sheet.funds if line.fund in group and line.sole and line.sole.amount]
        for name, stage in reversed(_STAGES):
            entry: Field | None = getattr(whole, name)
            if parts and entry is not None and entry.amount is not None and entry.amount.span.meets(total(parts)):
                return stage
    return ""


SOURCES = frozenset({"general", "gov_fund", "state_capital", "social", "special", "other", "own"})
NATURES = frozenset({"basic", "project"})


def fields_of(sheet: Appraisal) -> Iterator[Field]:
    """Every field of a 自评表, for saying which words were understood."""
    yield from (
        f for f in (sheet.name, sheet.supervisor, sheet.implementer, sheet.total_weight, sheet.total_score) if f
    )
    for line in sheet.funds:
        yield from _filled(line)
    for goal in sheet.goals:
        yield from (goal.expected, goal.achieved)
    for item in sheet.indicators:
        yield from (
            f
            for f in (item.name, item.target, item.actual, item.level1, item.level2, item.weight, item.score, item.note)
            if f
        )
    if sheet.signoff:
        yield from (
            f for f in (sheet.signoff.preparer, sheet.signoff.date, sheet.signoff.phone, sheet.signoff.head) if f
        )


def _filled(line: FundLine) -> Iterator[Field]:
    entries = (line.label, line.initial, line.adjusted, line.executed, line.weight, line.rate, line.score, line.sole)
    yield from (f for f in entries if f)
