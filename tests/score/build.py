"""Indicators and sheets built by hand, for tests of the scoring."""

from __future__ import annotations

from jixiao.model.appraisal import Appraisal, Field, FundLine, Indicator
from jixiao.model.place import Place
from jixiao.model.quantities import single
from jixiao.model.targets import target as target_of

NOWHERE = Place("body", 1, 0, 0, "")


def field(text):
    return Field(text, NOWHERE, single(text))


def indicator(name, target, actual, weight="10", score="10", **rest):
    return Indicator(
        field(name), field(target), field(actual), target_of(target),
        weight=field(weight) if weight else None, score=field(score) if score else None, **rest,
    )  # fmt: skip


def line(adjusted="", executed="", weight="10", score="10", fund="total", rate=""):
    fields = {"adjusted": adjusted, "executed": executed, "weight": weight, "score": score, "rate": rate}
    return FundLine(fund, field(fund), **{name: field(text) for name, text in fields.items() if text})


def appraisal(rows, funds=(), total="100", *, complete=True):
    return Appraisal(
        "department",
        None,
        NOWHERE,
        1,
        funds=tuple(funds),
        indicators=tuple(rows),
        total_score=field(total),
        complete=complete,
    )
