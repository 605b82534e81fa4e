"""Repairs (修改建议): what regains points, cheapest first: points per thing that has to be changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.model.amount import trimmed
from jixiao.model.audit import Audit
from jixiao.model.mark import Better, Mark, Words
from jixiao.model.preview import Loss, Repair, Spot
from jixiao.preview.spots import Spots

_NAMES: dict[str, Words] = {"problems": ("存在的问题", "the problems"), "measures": ("改进措施", "the measures")}
_LACKS: dict[str, Words] = {
    "items": ("再写{n}条", "add {n}"), "directions": ("再涉及{n}个方面", "touch {n} more directions"),
    "causes": ("给{n}条补写原因", "name the cause of {n}"), "facts": ("给{n}条补上事实和数据", "give facts for {n}"),
    "answered": ("给{n}个问题补写对应的措施", "answer {n} problems"),
    "concrete": ("把{n}条写具体（谁、何时、怎么做）", "make {n} concrete (who, when, how)"),
}  # fmt: skip


def repairs(marks: Sequence[Mark], losses: Sequence[Loss], audit: Audit, spots: Spots) -> tuple[Repair, ...]:
    """Everything that regains points, the most points for the least work first."""
    found = [*_scores(losses), *(one for mark in marks for one in _of(mark, audit, spots))]
    return tuple(sorted((one for one in found if one.gain > 0), key=lambda one: (-one.gain / one.cost, one.cost)))


def _scores(losses: Sequence[Loss]) -> Iterator[Repair]:
    """Points that are due and were not claimed: one cell each."""
    for loss in losses:
        if loss.kind in ("given_away", "missing") and loss.due is not None:
            due = trimmed(loss.due)
            what = (f"“{loss.item}”得分应为{due}", f"{loss.item}: the score should be {due}")
            yield Repair(what, loss.due - loss.points, 1, "cells", "score", estimated=False, spots=loss.spots)


def _of(mark: Mark, audit: Audit, spots: Spots) -> Iterator[Repair]:
    if mark.better is not None:
        yield _band(mark, mark.better, spots)
    elif mark.low is not None and mark.low < mark.most:
        codes = dict.fromkeys(finding.code for finding in mark.findings)
        yield from (_mended(mark, code, audit, spots) for code in codes)


def _mended(mark: Mark, code: str, audit: Audit, spots: Spots) -> Repair:
    """All findings of one rule that speak against an item, at their places."""
    findings = [finding for finding in mark.findings if finding.code == code]
    by_row = mark.by == "share"
    places = {(p.block, p.row): p for f in findings for p in (f.places if by_row else f.places[:1])}
    cost = max(1, len(places) if by_row else len(findings))
    rule, only = audit.rule(code), findings[0] if len(findings) == 1 else None
    zh, en = (rule.message(only), rule.message(only, "en")) if only else (rule.title, rule.title_en)
    gain = min(mark.each * cost, mark.most - (mark.low or Decimal(0)))
    found = tuple(dict.fromkeys(spot for place in places.values() for spot in spots(place)))
    what = (f"{mark.item[0]}：{zh}", f"{mark.item[1]}: {en}")
    return Repair(what, gain, cost, "cells" if by_row else "sections", "rubric", mark.estimated, found)


def _band(mark: Mark, better: Better, spots: Spots) -> Repair:
    """From one band to the next: what is lacking, counted."""
    zh, en = (
        between.join(_LACKS[key][at].format(n=n) for key, n in better.lacks) for at, between in enumerate(("，", ", "))
    )
    name = _NAMES[mark.id]
    what = (
        f"“{name[0]}”升到“{better.name[0]}”一档：{zh or '换成管理、履职等方面的内容'}",
        f"lift {name[1]} to “{better.name[1]}”: {en or 'write of management and duties instead'}",
    )
    cost = max(1, sum(n for _, n in better.lacks))
    spot: tuple[Spot, ...] = (spots.text(mark.id),)
    return Repair(what, better.gain, cost, "items", "rubric", estimated=True, spots=spot)
