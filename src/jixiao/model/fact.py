"""Fact (填报值): a concept in a context, the amount that was stated for it, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jixiao.model.amount import Amount
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Context:
    """What a figure is about. Figures are compared only where all of this is the same.

    ``stage``: initial 年初预算, adjusted 全年(调整)预算, budget 预算 (which one is not said), final 决算/执行, or "".
    ``fund``: all 全部, general 一般公共预算, gov_fund 政府性基金, state_capital 国有资本, social 社保基金,
    special 专户, other 其他, fiscal 财政拨款, or "" where nothing is said.
    ``scope``: department 部门, unit 本级, a project's name, or "" where nothing is said.
    """

    year: int | None = None
    stage: str = ""
    fund: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One stated figure. ``concept`` is an id of forms/concepts.yaml, or "" where the label is not known to us."""

    concept: str
    context: Context
    amount: Amount
    place: Place
    label: str = ""

    def about(self, **changes: object) -> Fact:
        """The same figure with parts of its context replaced."""
        return replace(self, context=replace(self.context, **changes))  # type: ignore[arg-type]
