"""Direction (指标方向) of an indicator: whether more is better (+1), less is better (-1), or unknown (0)."""

from __future__ import annotations

from jixiao.law import pattern
from jixiao.model.appraisal import Indicator

_SIGNS = {">=": 1, ">": 1, "<=": -1, "<": -1}


def direction(indicator: Indicator) -> int:
    """By the printed sign, else by the wording and the class; 0 where neither tells."""
    return _SIGNS.get(indicator.goal.sign) or worded(indicator)


def worded(indicator: Indicator) -> int:
    """By the wording of the name and its class alone."""
    name = "".join(indicator.name.text.split())
    if pattern("forward").search(name):
        return 1
    if pattern("reverse").search(name):
        return -1
    if indicator.kind1 == "cost" or indicator.kind2.startswith("cost") or pattern("spent").search(name):
        rate = indicator.goal.low is not None and indicator.goal.low.is_percent
        return 0 if rate else -1
    return 0 if pattern("ambiguous").search(name) else 1
