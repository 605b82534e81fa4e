"""Small tools on the numbers of a sheet: rounding as the pack says, reading of the points columns."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from jixiao.law import Law
from jixiao.model.appraisal import Field, Indicator

ZERO = Decimal(0)
_FULL = ("满分", "得满分")


def rounded(value: Decimal, law: Law) -> Decimal:
    """A computed number of points, rounded half up to the places of the pack."""
    step = Decimal(1).scaleb(-int(law.number("round.places")))
    return value.quantize(step, ROUND_HALF_UP)


def number(field: Field | None) -> Decimal | None:
    """The number of a points column (分值, 得分), None where there is none."""
    return field.amount.number if field is not None and field.amount is not None else None


def stated(indicator: Indicator) -> Decimal | None:
    """The points that were filled in; 「满分」 is the weight."""
    if indicator.score is not None and indicator.score.text.strip() in _FULL:
        return number(indicator.weight)
    return number(indicator.score)
