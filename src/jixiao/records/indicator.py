"""Indicator (指标): one SQL file whose header says what it is; ``indicators`` are all that ship with jixiao."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_HEADER = re.compile(r"-- (?P<key>[a-z_]+): ?(?P<text>.*)")
_LIST = re.compile(r"[、,]\s*")
MEASURES = ("rate", "mean", "total")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as its file describes it.

    Its query gives a row for every record that counts: id, unit, day, numerator, denominator (not of a total) and what
    ``explain`` shows. Its only parameters are $start and $end, moments of Asia/Shanghai, half open.
    """

    code: str  # CS03
    title: str
    title_en: str
    unit: str  # %, 件, 万元 …
    measure: str  # rate: 100·Σnumerator÷Σdenominator; mean: without the 100; total: Σnumerator÷scale
    names: tuple[str, ...]  # wordings of a typed indicator that mean exactly this
    needs: tuple[str, ...]  # record tables without which there is no value
    cite: str  # 自拟口径, or a citation of the law
    verified: bool
    years: tuple[int, int]  # first and last year that it is defined for
    definition: str
    shortfall: str  # what ``explain`` lists: 逾期办结的办件
    sql: str
    group: str  # folder: cases, hotline …
    scale: int = 1  # 10000 where amounts are added in 元 and told in 万元
    by: str = ""  # what the column ``unit`` holds where it is no organisation: 科目, 项目
    better: str = "high"  # low: the less the better, so that ``explain`` lists what is above nothing


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by code."""
    found = (
        _read(group.name, file)
        for group in files(__package__).joinpath("indicators").iterdir()
        if group.is_dir()
        for file in group.iterdir()
        if file.name.endswith(".sql")
    )
    return {one.code: one for one in sorted(found, key=lambda one: one.code)}


def _read(group: str, file: Traversable) -> Indicator:
    head: dict[str, str] = {}
    lines = file.read_text("utf-8").splitlines()
    while lines and (said := _HEADER.match(lines[0])):
        head[said["key"]] = said["text"].strip()
        lines.pop(0)
    first, _, last = head["years"].partition("-")
    return Indicator(
        code=head["code"],
        title=head["title"],
        title_en=head["title_en"],
        unit=head["unit"],
        measure=head["measure"],
        names=tuple(_LIST.split(head["names"])),
        needs=tuple(_LIST.split(head["needs"])),
        cite=head["cite"],
        verified=head["verified"] == "yes",
        years=(int(first), int(last or 9999)),
        definition=head["definition"],
        shortfall=head["shortfall"],
        sql="\n".join(lines),
        group=group,
        scale=int(head.get("scale", 1)),
        by=head.get("by", ""),
        better=head.get("better", "high"),
    )
