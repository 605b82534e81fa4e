"""Drawing (画表): rows of cells become the slots of a grid, every position covered exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jixiao.model.manuscript import Runs, Slot


@dataclass(slots=True)
class Box:
    """格 before it has its place. Not frozen: a report has hundreds, and freezing each takes longer than all the rest."""

    runs: Runs = ()
    role: str = "value"
    span: int = 1
    down: int = 1
    align: str = "center"
    origin: str = ""
    with_unit: bool = False


def beside(label: Box, rows: list[list[Box]]) -> list[list[Box]]:
    """Rows with a label on their left that reaches down over all of them."""
    if not rows:
        return rows
    merged = Box(label.runs, label.role, label.span, len(rows), label.align, label.origin, label.with_unit)
    return [[merged, *rows[0]], *rows[1:]]


def slots(rows: Iterable[Sequence[Box]]) -> tuple[Slot, ...]:
    """The slots of a grid: each box goes to the next place that nothing from above hangs into."""
    taken: set[tuple[int, int]] = set()
    found: list[Slot] = []
    for row, boxes in enumerate(rows, 1):
        column = 1
        for box in boxes:
            while taken and (row, column) in taken:
                column += 1
            found.append(
                Slot(row, column, box.runs, box.down, box.span, box.role, box.align, box.origin, box.with_unit)
            )
            if box.down > 1:
                taken.update((r, c) for r in range(row + 1, row + box.down) for c in range(column, column + box.span))
            column += box.span
    return tuple(found)
