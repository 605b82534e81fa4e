"""Filings for these tests: the sample of the repository, one small filing a form, and the tools to look at what they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from jixiao import pipeline
from jixiao.filing.data import from_data
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing
from jixiao.model.manuscript import Grid, Manuscript

HERE = Path(__file__).parent
JUNSHAN = HERE.parents[1] / "examples" / "junshan-2023" / "filing.yaml"
SMALL = tuple(sorted((HERE / "filings").glob("*.yaml")))
YUEYANG = "430000-hunan/430600-yueyang/department"
NUMBER = re.compile(r"\d")


@cache
def filing(path: Path = JUNSHAN) -> Filing:
    """The filing of a file, which has no mistakes."""
    found, mistakes, _ = from_data(yaml.safe_load(path.read_text("utf-8")))
    assert not mistakes, mistakes
    return found


@cache
def manuscript(path: Path = JUNSHAN) -> Manuscript:
    """What it makes."""
    return pipeline.compose(filing(path))


def grid(made: Manuscript, name: str) -> Grid:
    """A table by its id."""
    return next(one for one in made.grids if one.id == name)


def cells(table: Grid) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table: the first cell of a row and the others, as printed."""
    for row in range(1, table.height + 1):
        words = [slot.text for slot in table.slots if slot.row == row]
        if words:
            yield words[0].strip("　"), words[1:]


def covered(table: Grid) -> list[tuple[int, int]]:
    """Every position that a slot covers, as often as it is covered."""
    return [
        (row, column)
        for slot in table.slots
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.column, slot.column + slot.columns)
    ]


def printed(made: Manuscript) -> Iterator[Figure]:
    """Every figure that is printed, as often as it is."""
    for line in made.lines:
        yield from (run for run in line.runs if isinstance(run, Figure))
    for table in made.grids:
        yield from (run for slot in table.slots for run in slot.runs if isinstance(run, Figure))
    for chart in made.charts:
        yield from (figure for series in chart.series for figure in series.figures if figure is not None)
