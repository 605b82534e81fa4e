"""The bureau's 100-point sheet, item by item, as far as a report tells what it would give (考核评分测算)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from jixiao.law import Law
from jixiao.model.appraisal import Appraisal
from jixiao.model.finding import Finding
from jixiao.model.items import items
from jixiao.model.law import Row
from jixiao.model.mark import Mark, Words
from jixiao.model.report import Report
from jixiao.score.rubric import features

_TENTH = Decimal("0.1")
_FEATURES: dict[str, Words] = {
    "items": ("{n}条", "{n} items"), "directions": ("涉及五个方面中的{n}个", "{n} of the five directions"),
    "causes": ("{n}%写了原因", "{n}% with a cause"), "facts": ("{n}%有事实数据", "{n}% with a fact"),
    "answered": ("{n}%的问题有对应措施", "{n}% of the problems answered"), "concrete": ("{n}%的措施具体", "{n}% concrete"),
}  # fmt: skip
_CLEAN: Words = ("没有发现问题", "nothing speaks against it")
Judged = tuple[Decimal | None, Decimal | None, Words]


@dataclass(frozen=True, slots=True)
class _Case:
    """What an item is judged by: the report, the law, and all findings and those that speak against this item."""

    report: Report
    law: Law
    all: Sequence[Finding]
    against: Sequence[Finding]


def marks(report: Report, law: Law, findings: Sequence[Finding]) -> tuple[Mark, ...]:
    """Every item of the place's 100-point sheet; () where it has none or the report is an empty form."""
    if report.blank_form or report.form.kind != "department":
        return ()
    codes = {str(row["id"]): str(row["codes"]).split() for row in law.table("rubric.findings")}
    found = []
    for row in law.table("rubric"):
        name, by, most = str(row["id"]), str(row["by"]), Decimal(row["most"])
        against = tuple(finding for finding in findings if finding.code in codes.get(name, ()))
        low, high, why = _JUDGES[by](row, most, _Case(report, law, findings, against))
        item = (str(row["item"]), str(row["en"]))
        cite = law.norm(f"rubric.{name}" if by == "band" else "rubric").cite
        found.append(Mark(name, str(row["block"]), item, most, low, high, by, why, against, cite))
    return tuple(found)


def _evidence(row: Row, _most: Decimal, _case: _Case) -> Judged:
    return None, None, (f"看{row['needs']}", f"the bureau looks at {row['needs_en']}")


def _counted(row: Row, most: Decimal, case: _Case) -> Judged:
    count = sum(max(1, len(finding.places)) if finding.code == "IX109" else 1 for finding in case.against)
    if not count:
        return most, most, _CLEAN
    points = max(Decimal(0), most - Decimal(row["each"]) * count)
    return points, points, (f"{count}处，每处扣{row['each']}分", f"{count} found, {row['each']} points each")


def _shared(row: Row, most: Decimal, case: _Case) -> Judged:
    """By the share of sheets or rows that nothing speaks against."""
    sheets = [sheet for sheet in case.report.appraisals if sheet.complete]
    of_rows = row["of"] == "rows"
    whole = {key for sheet in sheets for key in _rows(sheet)} if of_rows else {(sheet.block, 0) for sheet in sheets}
    if not whole:
        return Decimal(0), Decimal(0), ("没有完整的自评表", "there is no whole sheet")
    places = [place for finding in case.against for place in finding.places]
    hit = {(place.block, (place.row or 0) if of_rows else 0) for place in places} & whole
    points = (most * (len(whole) - len(hit)) / len(whole)).quantize(_TENTH, ROUND_HALF_UP)
    if not hit:
        return most, most, _CLEAN
    what = ("条指标", "indicators") if of_rows else ("张自评表", "sheets")
    return points, points, (
        f"{len(whole)}{what[0]}中{len(hit)}{what[0][0]}有问题", f"{len(hit)} of {len(whole)} {what[1]} have a fault",
    )  # fmt: skip


def _banded(row: Row, _most: Decimal, case: _Case) -> Judged:
    """By the band that countable features speak for."""
    name = str(row["id"])
    problems, measures = items(case.report, "problems"), items(case.report, "measures")
    told = features.of_problems(problems) if name == "problems" else features.of_measures(measures, problems, case.all)
    level = features.band(name, told, case.all, case.law)
    count = {key: f"{value.quantize(Decimal(1), ROUND_HALF_UP):f}" for key, value in told.items()}
    zh, en = (
        between.join(_FEATURES[key][at].format(n=n) for key, n in count.items())
        for at, between in enumerate(("，", ", "))
    )
    return Decimal(level["low"]), Decimal(level["high"]), (f"“{level['name']}”：{zh}", f"{level['en']}: {en}")


def _rows(sheet: Appraisal) -> set[tuple[int, int]]:
    return {(row.place.block, row.place.row or 0) for row in sheet.indicators}


_JUDGES: dict[str, Callable[[Row, Decimal, _Case], Judged]] = {
    "evidence": _evidence, "count": _counted, "judged": _counted, "share": _shared, "band": _banded,
}  # fmt: skip
