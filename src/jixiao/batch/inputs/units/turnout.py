"""Turnout (报送情况): who has sent a report, who has not, who sent several, and which reports are of no unit of the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.batch.inputs.units.matching import Match, Register
from jixiao.batch.inputs.units.unit import Unit


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of the list with the names of its reports; ``state``: sent, missing (没有交), several."""

    unit: Unit
    reports: tuple[str, ...]

    @property
    def state(self) -> str:
        """How many it has sent."""
        return ("missing", "sent")[len(self.reports)] if len(self.reports) < 2 else "several"  # noqa: PLR2004 - one or more


@dataclass
class Turnout:
    """Counts reports as they come: the same whatever their order."""

    register: Register
    _held: dict[str, list[str]] = field(default_factory=dict)
    _strange: list[tuple[str, Match]] = field(default_factory=list)

    def add(self, report: str, by_name: str, text: str) -> Match:
        """A report by its name in the batch, the unit its file name gave away, and the unit that it prints itself."""
        match = self.register.settled(by_name, text)
        if match.unit:
            self._held.setdefault(match.unit, []).append(report)
        else:
            self._strange.append((report, match))
        return match

    def lines(self) -> Iterator[UnitLine]:
        """The units in the order of the list."""
        for unit in self.register.units:
            yield UnitLine(unit, tuple(sorted(self._held.get(unit.name, ()))))

    def strange(self) -> list[tuple[str, Match]]:
        """The reports that are of no unit of the list, or not surely of one, by name."""
        return sorted(self._strange, key=lambda pair: pair[0])
