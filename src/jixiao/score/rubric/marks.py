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
from jixiao.model.mark import Better, Mark, Words
from jixiao.model.report import Report
from jixiao.score.rubric import features

_TENTH = Decimal("0.1")
_FEATURES: dict[str, Words] = {
    "items": ("{n}条", "{n} items"), "directions": ("涉及五个方面中的{n}个", "{n} of the five directions"),
    "causes": ("{n}%写了原因", "{n}% with a cause"), "facts": ("{n}%有事实数据", "{n}% with a fact"),
    "answered": ("{n}%的问题有对应措施", "{n}% of the problems answered"), "concrete": ("{n}%的措施具体", "{n}% concrete"),
}  # fmt: skip
_CLEAN: Words = ("没有发现问题", "nothing speaks against it")


@dataclass(frozen=True, slots=True)
class _Judged:
    """The points thought possible, why, what each fault costs, and what would lift the item."""

    low: Decimal | None
    high: Decimal | None
    why: Words
    each: Decimal = Decimal(0)
    better: Better | None = None


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
        one = _JUDGES[by](row, most, _Case(report, law, findings, against))
        item = (str(row["item"]), str(row["en"]))
        cite = law.norm(f"rubric.{name}" if by == "band" else "rubric").cite
        block = str(row["block"])
        found.append(Mark(name, block, item, most, one.low, one.high, by, one.why, against, cite, one.each, one.better))
    return tuple(found)


def _evidence(row: Row, _most: Decimal, _case: _Case) -> _Judged:
    return _Judged(None, None, (f"看{row['needs']}", f"the bureau looks at {row['needs_en']}"))


def _counted(row: Row, most: Decimal, case: _Case) -> _Judged:
    count, each = len(case.against), Decimal(row["each"])
    if not count:
        return _Judged(most, most, _CLEAN)
    points = max(Decimal(0), most - each * count)
    return _Judged(points, points, (f"{count}处，每处扣{each}分", f"{count} found, {each} points each"), each)


def _shared(row: Row, most: Decimal, case: _Case) -> _Judged:
    """By the share of sheets or rows that nothing speaks against."""
    sheets = [sheet for sheet in case.report.appraisals if sheet.complete]
    of_rows = row["of"] == "rows"
    whole = {key for sheet in sheets for key in _rows(sheet)} if of_rows else {(sheet.block, 0) for sheet in sheets}
    if not whole:
        return _Judged(Decimal(0), Decimal(0), ("没有完整的自评表", "there is no whole sheet"))
    places = [place for finding in case.against for place in finding.places]
    hit = {(place.block, (place.row or 0) if of_rows else 0) for place in places} & whole
    points = (most * (len(whole) - len(hit)) / len(whole)).quantize(_TENTH, ROUND_HALF_UP)
    if not hit:
        return _Judged(most, most, _CLEAN)
    what = ("条指标", "indicators") if of_rows else ("张自评表", "sheets")
    why = (f"{len(whole)}{what[0]}中{len(hit)}{what[0][0]}有问题", f"{len(hit)} of {len(whole)} {what[1]} have a fault")
    return _Judged(points, points, why, most / len(whole))


def _banded(row: Row, _most: Decimal, case: _Case) -> _Judged:
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
    why = (f"“{level['name']}”：{zh}", f"{level['en']}: {en}")
    return _Judged(
        Decimal(level["low"]), Decimal(level["high"]), why, better=features.better(name, told, level, case.law)
    )


def _rows(sheet: Appraisal) -> set[tuple[int, int]]:
    return {(row.place.block, row.place.row or 0) for row in sheet.indicators}


_JUDGES: dict[str, Callable[[Row, Decimal, _Case], _Judged]] = {
    "evidence": _evidence, "count": _counted, "judged": _counted, "share": _shared, "band": _banded,
}  # fmt: skip
