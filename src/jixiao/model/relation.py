"""Relations (勾稽关系) that a sentence states between figures: what the text claims, not what is true."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.fact import Fact
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Share:
    """占比: 「项目支出885.83万元，占总支出的85.21%」. ``part`` and ``whole`` are None where the text gives no such amount."""

    stated: Fact
    part: Fact | None
    whole: Fact | None
    place: Place
    part_concept: str = ""
    whole_concept: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """增减: 「1.38万元，比上年1.47万元减少0.09万元，下降6.12%」. Any of the figures may be missing.

    ``direction`` is +1 增加, -1 减少, 0 持平, None where no word says it; ``rate_direction`` is that of the word before
    the rate. ``against``: last_year 上年, other_year an earlier year, budget 预算, last_budget 上年预算, or "" where nothing
    says it. ``compared`` means that the sentence itself compares two figures (决算数大于预算数) without printing their
    difference. ``reason`` follows 主要原因是.
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
    place: Place  # of the direction word
    rate_direction: int | None = None
    compared: bool = False
    label: str = ""  # what changed, as written
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """合计与分项: a total and its parts as one sentence lists them.

    ``complete``: the parts must make the total; otherwise they may only not exceed it. ``of_changes``: total and parts
    are differences (减少21万元，其中……减少17.5万元), not amounts.
    """

    total: Fact
    parts: tuple[Fact, ...]
    complete: bool
    place: Place
    of_changes: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """执行率、完成率、控制率: 「完成年初预算的94.7%」. ``name`` as written; either figure may be missing."""

    name: str
    actual: Fact | None
    base: Fact | None
    rate: Fact
    place: Place


@dataclass(frozen=True, slots=True)
class Restated:
    """一事两数: one item, same year and stage, given two amounts in one paragraph, the second carrying a change."""

    first: Fact
    second: Fact


@dataclass(frozen=True, slots=True)
class Relations:
    """All that the sentences of a report claim."""

    shares: tuple[Share, ...] = ()
    changes: tuple[Change, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    completions: tuple[Completion, ...] = ()
    restated: tuple[Restated, ...] = ()
