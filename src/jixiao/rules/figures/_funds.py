"""What the rules on the money block of a 自评表 share."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.appraisal import Appraisal, Field, FundLine

STAGES = ("initial", "adjusted", "executed")
NAMES = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数", "sole": "资金"}
_LEVELS = (  # of each, which lines together make the whole; the first whose first line is there counts
    ("fiscal", ("fiscal", "carried", "special", "other", "own")),
    ("general", ("general", "gov_fund", "state_capital", "social", "special", "carried", "other", "own")),
    ("central", ("central", "province", "city", "county", "carried", "other", "own")),
)


def sources(sheet: Appraisal) -> list[FundLine]:
    """The lines by source that together make 年度资金总额; [] where they are not all known."""
    if any(line.fund == "" and has_figure(line) for line in sheet.funds):
        return []
    for first, names in _LEVELS:
        if any(line.fund == first for line in sheet.funds):
            found = [line for line in sheet.funds if line.fund in names]
            rest = (
                {line.fund for line in sheet.funds if has_figure(line)}
                - set(names)
                - {"total", "basic", "project", "staff", "public"}
            )
            inner = (
                {"central", "province", "city", "county", "superior", "general", "gov_fund"}
                if first == "fiscal"
                else set()
            )
            return found if not rest - inner and len({line.fund for line in found}) == len(found) else []
    return []


def natures(sheet: Appraisal) -> list[FundLine]:
    """基本支出 and 项目支出, where both lines are there."""
    found = [line for line in sheet.funds if line.fund in ("basic", "project")]
    return found if {line.fund for line in found} == {"basic", "project"} and len(found) == 2 else []  # noqa: PLR2004


def has_figure(line: FundLine) -> bool:
    """Whether any money is filled in."""
    return any(amount_field(line, name) for name in (*STAGES, "sole"))


def amount_field(line: FundLine, name: str) -> Field | None:
    """The field of a stage where it holds one number."""
    entry: Field | None = getattr(line, name)
    return entry if entry is not None and entry.amount is not None else None


def stage_sums(sheet: Appraisal, lines: list[FundLine]) -> Iterator[tuple[str, Field, list[Field], bool]]:
    """For each stage column: its name, the total's field, the parts' fields, and whether every part is filled in."""
    whole = sheet.fund
    if whole is None or not lines:
        return
    for name in STAGES:
        total = amount_field(whole, name)
        parts = [entry for line in lines if (entry := amount_field(line, name))]
        if total is not None and parts:
            yield name, total, parts, len(parts) == len(lines)
