"""Plan (安排): how a batch is run, apart from how each report is audited."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jixiao.batch.baseline import Baseline
from jixiao.batch.earlier import Earlier
from jixiao.batch.engines import Engine
from jixiao.batch.inputs.units import Turnout
from jixiao.batch.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Plan:
    """The folder of results, what works the reports off, and what the results are held against.

    ``turnout`` is the list of the units that had to send a report; with it every report gets the unit that its name or its
    own words give away for sure. ``apart``: each kind of result may be written by a process of its own.
    ``before``: an earlier batch that is audited again from what is kept.
    """

    folder: Path
    engine: Engine
    resume: bool = False
    baseline: Baseline | None = None
    turnout: Turnout | None = None
    kinds: tuple[str, ...] = KINDS
    apart: bool = False
    before: Earlier | None = None
