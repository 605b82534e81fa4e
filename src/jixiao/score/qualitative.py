"""Qualitative scoring (定性分档): the band of points that the wording of a result allows."""

from __future__ import annotations

from decimal import Decimal

from jixiao.law import Law, pattern
from jixiao.model.amount import trimmed
from jixiao.model.appraisal import Indicator
from jixiao.model.score import Points, Trace
from jixiao.score.numbers import ZERO, rounded, stated

_LEVELS = ("unmet", "partly", "loose", "met")


def level(text: str) -> str:
    """The level that a result's wording names: met, partly, unmet, loose (somewhere above unmet), or ""."""
    squeezed = "".join(text.split()).strip("。；，")
    return next((name for name in _LEVELS if pattern(name).search(squeezed)), "")


def qualitative(indicator: Indicator, weight: Decimal | None, law: Law) -> Points:
    """Points between the bounds of the level; the stated points are taken where they lie between them."""
    text = indicator.actual.text
    if not text.strip():
        return Points(weight or ZERO, None, ZERO, weight or ZERO, None, None, (), "没有填实际完成值")
    found = level(text)
    met = {"met": True, "partly": False, "unmet": False}.get(found)
    if weight is None:
        return Points(ZERO, None, ZERO, ZERO, met, None, (), "没有分值")
    low, high = band(found, weight, law)
    given = stated(indicator)
    taken = given if given is not None and low <= given <= high else None
    name = next((str(row["name"]) for row in law.table("levels") if row["word"] == found), "由单位判断")
    trace = Trace(
        f"定性指标按“{name}”一档，在{trimmed(low)}–{trimmed(high)}分之间取填报得分",
        (("完成情况", text), ("分值", trimmed(weight))),
        trimmed(taken) if taken is not None else "",
        law.norm("levels").cite,
    )
    return Points(
        weight, taken, low, high, met, None, (trace,), "" if taken is not None else "得分不在所属档次内或未填"
    )


def band(name: str, weight: Decimal, law: Law) -> tuple[Decimal, Decimal]:
    """Least and most points of a level; the whole weight where the wording names none."""
    rows = {str(row["word"]): row for row in law.table("levels")}
    low, high = ("partly", "met") if name == "loose" else (name, name)
    if low not in rows:
        return ZERO, weight
    return rounded(Decimal(rows[low]["low"]) * weight, law), rounded(Decimal(rows[high]["high"]) * weight, law)
