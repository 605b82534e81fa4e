"""Rows (表格行): where the cells of a row begin and end, and which of them are merged."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from jixiao.readers.doc.sprms import MERGE_ACROSS, MERGE_DOWN, TABLE, number, sprms

_CELL = 20  # bytes that a row has for each cell; fewer where the rest says nothing
_ACROSS, _DOWN, _BEGINS = 0x03, 0x60, 0x60
_COLUMNS = 64  # of a row; Word itself stops at 63
_RESTART = 3


@dataclass(frozen=True, slots=True)
class CellShape:
    """A cell: its edges in twentieths of a point, whether it goes on the cell to its left, and ``down``: "", begin or go on."""

    left: int
    right: int
    goes_on: bool = False
    down: str = ""


RowShape = tuple[CellShape, ...]


def shaped(modifiers: bytes) -> RowShape | None:
    """The cells of a row as its modifiers say; None where they do not."""
    cells: list[CellShape] | None = None
    for code, operand in sprms(modifiers):
        if code == TABLE:
            cells = _defined(operand)
        elif cells is not None and code == MERGE_ACROSS:
            for at in range(operand[0] + 1, min(operand[1], len(cells))):
                cells[at] = replace(cells[at], goes_on=True)
        elif cells is not None and code == MERGE_DOWN and len(operand) > 2 and operand[1] < len(cells):  # noqa: PLR2004
            cells[operand[1]] = replace(cells[operand[1]], down=_down(operand[2]))
    return tuple(cells) if cells else None


def _defined(operand: bytes) -> list[CellShape] | None:
    count = operand[2] if len(operand) > 2 else 0  # noqa: PLR2004 - two bytes of length, then the count
    first = 3 + 2 * (count + 1)
    if not 0 < count <= _COLUMNS or first > len(operand):
        return None
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    flags = [number(operand[first + _CELL * at :][:2]) for at in range(count)]
    found, opening = [], 0
    for at, flag in enumerate(flags):
        across = flag & _ACROSS
        begins = not opening or across == opening  # the first of a set says it by one bit, the others by the other
        opening = 0 if not across else across if begins else opening
        found.append(CellShape(edges[at], edges[at + 1], bool(across) and not begins, _down((flag & _DOWN) >> 5)))
    return found


def _down(value: int) -> str:
    return {0: "", _RESTART: "restart"}.get(value, "continue")
