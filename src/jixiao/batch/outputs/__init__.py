"""结果文件: what stands in the results folder. One module a kind, each with an ``Output`` that is fed every result once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from jixiao.batch.inputs.units import Turnout
from jixiao.batch.job import Job
from jixiao.batch.kinds import KINDS
from jixiao.batch.result import Result


@dataclass(frozen=True, slots=True)
class About:
    """By what the results were made; ``compared`` where findings are marked new or unchanged against an earlier run.

    ``turnout`` is the list of units where one was given; what it tells is complete when the outputs are closed. ``kinds``
    are all that are written.
    """

    version: str
    made_by: str
    job: Job
    reports: int
    compared: bool = False
    turnout: Turnout | None = None
    kinds: tuple[str, ...] = KINDS


class Output(Protocol):
    """One kind of result file.

    It is opened with an empty folder of its own run and writes what files it likes there under their last names: the run
    puts all of them in place at once after every output was closed. Results come sorted by name, each one once, and are
    not kept: memory does not grow with their number.
    """

    def open(self, folder: Path, about: About) -> None:
        """Begins."""
        ...

    def add(self, result: Result) -> None:
        """Takes one result."""
        ...

    def close(self) -> None:
        """Completes its files; also called where the run was broken off, to let go of them."""
        ...


def outputs(kinds: Sequence[str]) -> list[Output]:
    """The outputs of some kinds (kinds.py)."""
    return [import_module(f"jixiao.batch.outputs.{kind}").Output() for kind in kinds]
