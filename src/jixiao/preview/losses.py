"""Points lost in the self-evaluation score (自评得分失分): row by row, and whether anything can be done about it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.appraisal import Field
from jixiao.model.preview import Loss, Spot
from jixiao.model.score import Points, Scores, SheetScore
from jixiao.preview.spots import Spots

_EXECUTION = "预算执行率"
_WHOLE = "部门整体支出绩效自评表"
ZERO = Decimal(0)


def losses(scores: Scores, spots: Spots) -> tuple[Loss, ...]:
    """Every row of every whole sheet that has, or would be given, less than its full points."""
    found = (loss for sheet in scores.sheets if sheet.appraisal.complete for loss in _sheet(sheet, spots))
    return tuple(sorted(found, key=lambda loss: -loss.lost))


def _due(points: Points) -> Decimal | None:
    """What a row is due: as worked out, or as stated where the result leaves a choice and the points lie in it."""
    if points.points is not None:
        return points.points
    stated = points.stated
    return stated if stated is not None and points.low <= stated <= points.high else None


def _sheet(sheet: SheetScore, spots: Spots) -> Iterator[Loss]:
    name = sheet.appraisal.name
    title = _WHOLE if sheet.appraisal.kind == "department" or name is None else name.text
    fund = sheet.appraisal.fund
    if sheet.execution is not None:
        field = fund.score if fund is not None else None
        yield from _row(title, _EXECUTION, sheet.execution, field, spots)
    for row, points in sheet.indicators:
        yield from _row(title, row.name.text, points, row.score, spots)


def _row(title: str, item: str, points: Points, field: Field | None, spots: Spots) -> Iterator[Loss]:
    stated = points.stated if points.stated is not None else field.amount.number if field and field.amount else None
    right = _due(points)
    kind = _kind(stated, right, points)
    left = right if kind == "claimed" else stated
    given = left if left is not None else ZERO
    if given < points.weight:
        place: tuple[Spot, ...] = tuple(spots(field.place)) if field is not None else ()
        yield Loss(title, item, points.weight, given, right, kind, place)


def _kind(stated: Decimal | None, right: Decimal | None, points: Points) -> str:
    if right is None or points.points is None:
        return "open" if stated is not None or right is not None else "missing"
    if stated is None:
        return "missing"
    return "claimed" if stated > right else "given_away" if stated < right else "result"
