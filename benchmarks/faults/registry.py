"""The kinds of faults: each is a function that plants one into a report, with the rule codes that may answer for it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.generator.blocks import Cell, Para
from benchmarks.generator.case import Case

Spot = Para | Cell


@dataclass
class Planted:
    """A planted fault: where (any of the spots; nowhere for something left out) and the right value (any of these)."""

    spots: list[Spot] = field(default_factory=list)
    expected: tuple[str, ...] = ()


Plant = Callable[[Case, random.Random], Planted | None]


@dataclass(frozen=True)
class Kind:
    """A kind: ``codes`` of the rules that are to find it, ``also`` those that it may set off besides."""

    name: str
    codes: tuple[str, ...]
    also: tuple[str, ...]
    plant: Plant


KINDS: dict[str, Kind] = {}


def fault(name: str, codes: str, also: str = "") -> Callable[[Plant], Plant]:
    """Register a kind."""

    def register(plant: Plant) -> Plant:
        KINDS[name] = Kind(name, tuple(codes.split()), tuple(also.split()), plant)
        return plant

    return register
