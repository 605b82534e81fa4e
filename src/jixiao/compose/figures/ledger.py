"""Ledger (账): the figures of one filing in a fixed order, and how further ones are worked out of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jixiao.compose.figures import printing
from jixiao.model.amount import Amount
from jixiao.model.figure import Figure, Formula

_HUNDRED = Decimal(100)
Named = tuple[str, str]  # id and name


class Ledger:
    """Figures by id, in the order in which they were put in; the first that is put in under an id stays."""

    def __init__(self) -> None:
        self.figures: dict[str, Figure] = {}

    def value(self, identity: str) -> Decimal | None:
        """The number of a figure, None where there is none."""
        found = self.figures.get(identity)
        return found.value if found else None

    def put(self, figure: Figure) -> Figure:
        """Put in a figure that is made already."""
        return self.figures.setdefault(figure.id, figure)

    def enter(self, named: Named, amount: Amount | None, unit: str) -> Figure:
        """An entered amount; an empty figure where nothing was entered."""
        if amount is None:
            return self.put(Figure(*named, "", unit))
        text, value = printing.as_entered(amount, unit)
        return self.put(Figure(*named, text, unit, value))

    def sum(self, named: Named, parts: Sequence[str], unit: str = "万元") -> Figure:
        """The sum of those parts that are there; an empty figure where none is."""
        there = [part for part in parts if self.value(part) is not None]
        if not there:
            return self.put(Figure(*named, "", unit))
        value = sum((self.figures[part].value or Decimal(0) for part in there), Decimal(0))
        text = printing.total(value, (self.figures[part].text for part in there))
        operation = "sum" if len(there) > 1 else "same"
        return self.put(Figure(*named, text, unit, Decimal(text), Formula(operation, tuple(there))))

    def rate(self, named: Named, part: str, whole: str) -> Figure:
        """part ÷ whole in %: 「—」 where the whole is nothing, empty where one of them is not there."""
        return self._rate(named, Formula("rate", (part, whole)))

    def growth(self, named: Named, new: str, old: str) -> Figure:
        """(new − old) ÷ old in %."""
        return self._rate(named, Formula("growth", (new, old)))

    def _rate(self, named: Named, formula: Formula) -> Figure:
        first, second = (self.value(one) for one in formula.arguments)
        if first is None or second is None:
            return self.put(Figure(*named, "", "%"))
        if not second:
            return self.put(Figure(*named, printing.NOTHING, "", None, formula))
        top = first - second if formula.operation == "growth" else first
        text = printing.rate(top / second * _HUNDRED)
        return self.put(Figure(*named, text, "%", Decimal(text), formula))

    def difference(self, named: Named, whole: str, *less: str, unit: str = "万元") -> Figure:
        """The first minus the rest."""
        values = [self.value(one) for one in (whole, *less)]
        if any(value is None for value in values):
            return self.put(Figure(*named, "", unit))
        known = [value for value in values if value is not None]
        value = known[0] - sum(known[1:], Decimal(0))
        text = printing.total(value, (self.figures[one].text for one in (whole, *less)))
        return self.put(Figure(*named, text, unit, Decimal(text), Formula("difference", (whole, *less))))
