"""Relations (勾稽关系) that a sentence states between figures: what the text claims, not what is true."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.fact import Fact
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Share:
    """占比: 「项目支出885.83万元，占总支出的85.21%」. ``whole`` is None where the text has no such figure."""

    stated: Fact
    part: Fact
    whole: Fact | None
    place: Place


@dataclass(frozen=True, slots=True)
class Change:
    """增减: 「1.38万元，比上年1.47万元减少0.09万元，下降6.12%」. Any of the figures may be missing.

    ``direction`` is +1 增加, -1 减少, 0 持平, None where no word says it. ``base`` says against what:
    last_year 上年决算, last_budget 上年预算, budget 年初预算, or "". ``reason`` is what follows 主要原因是.
    """

    current: Fact | None
    base: Fact | None
    difference: Fact | None
    rate: Fact | None
    direction: int | None
    against: str
    reason: str
    reason_place: Place | None
    word: str  # the direction word as written
    place: Place


@dataclass(frozen=True, slots=True)
class Breakdown:
    """合计与分项: a total and its parts as one sentence lists them. ``complete``: the parts must make the total."""

    total: Fact
    parts: tuple[Fact, ...]
    complete: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Completion:
    """执行率、完成率、控制率: 「完成年初预算的94.7%」. ``name`` as written; either figure may be missing."""

    name: str
    actual: Fact | None
    base: Fact | None
    rate: Fact
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """大小词: 「决算数大于预算数」 between two figures; ``direction`` +1 larger, -1 smaller, 0 equal."""

    left: Fact
    right: Fact
    direction: int
    place: Place


@dataclass(frozen=True, slots=True)
class Relations:
    """All that the sentences of a report claim."""

    shares: tuple[Share, ...] = ()
    changes: tuple[Change, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    completions: tuple[Completion, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
