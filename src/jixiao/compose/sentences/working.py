"""Figures that a sentence needs beside those of the tables: differences, rates and shares (句中派生数)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jixiao.compose.figures import printing
from jixiao.model.amount import written
from jixiao.model.figure import Figure, Formula

HUNDRED = Decimal(100)
_DECIMALS = 2  # of a rate; trailing zeros are dropped
_OTHERS = (1, 3)  # decimals at which the shares of one list are tried where they do not add up at the usual ones


def difference(more: Figure, less: Figure) -> Figure:
    """差额: never negative, so the words say which way; as fine as the finer of the two."""
    value = _value(more) - _value(less)
    text = printing.total(value, (more.text, less.text))
    name = f"{more.name}与{less.name}的差额"
    formula = Formula("difference", (more.id, less.id))
    return Figure(f"difference.{more.id}.{less.id}", name, text, more.unit, Decimal(text), formula)


def rate(part: Figure, whole: Figure, kind: str = "rate", decimals: int = _DECIMALS) -> Figure | None:
    """率: one figure as a percentage of another; None where the other is zero. ``kind`` begins its id."""
    if not _value(whole):
        return None
    text = printing.shown(Decimal(written(_value(part) / _value(whole) * HUNDRED, decimals)))
    name = f"{part.name}占{whole.name}的比例"
    formula = Formula("rate", (part.id, whole.id))
    return Figure(f"{kind}.{part.id}.{whole.id}", name, text, "%", Decimal(text), formula)


def shares(parts: Sequence[Figure], whole: Figure) -> tuple[list[Figure], bool]:
    """占比 of the parts of one list, and whether they add up to 100 % as printed.

    Each share is the rounding of its own amounts and nothing else: a last share that is bent to fill the hundred would be
    wrong by itself, which is the worse fault. Where two decimals leave a tail, one or three are taken if they leave none.
    Parts that do not make the whole have nothing to add up to.
    """
    found = [[r for part in parts if (r := rate(part, whole, "share", d))] for d in (_DECIMALS, *_OTHERS)]
    if sum(map(_value, parts)) != _value(whole):
        return found[0], True
    whole_ones = (s for s in found if sum(map(_value, s)) == HUNDRED and all(map(_value, s)))
    fitting = next(whole_ones, None)
    return (fitting, True) if fitting else (found[0], sum(map(_value, found[0])) == HUNDRED)


def _value(figure: Figure) -> Decimal:
    return figure.value or Decimal(0)
