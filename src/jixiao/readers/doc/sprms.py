"""Property modifiers (属性修饰符): the small records by which a .doc says how a paragraph, a run or a row is."""

from __future__ import annotations

import struct
from collections.abc import Iterator

# Paragraphs
IN_TABLE, ROW_END, INNER_CELL, INNER_ROW, DEPTH, DEEPER = 0x2416, 0x2417, 0x244B, 0x244C, 0x6649, 0x664A
STYLE, LIST_LEVEL, LIST_USE, OUTLINE, HUGE, ROW_PROPERTIES = 0x4600, 0x260A, 0x460B, 0x2640, 0x6646, 0x646B
# Rows
TABLE, MERGE_ACROSS, MERGE_DOWN = 0xD608, 0x5624, 0xD62B
# Runs
DELETED, INSERTED, HIDDEN, SPECIAL, SYMBOL = 0x0800, 0x0801, 0x083C, 0x0855, 0x6A09
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # of the operand by the top three bits; 0: its first byte says it
_TABS, _WHOLE = 0xC615, 255

Sprm = tuple[int, bytes]


def sprms(data: bytes) -> Iterator[Sprm]:
    """The modifiers one after the other, with their operands; what is cut off ends them."""
    at, end = 0, len(data)
    while at + 2 <= end:
        code = data[at] | data[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if size == 0:
            if at >= end:
                return
            if code == TABLE:
                size = (data[at] | data[at + 1] << 8) + 1 if at + 1 < end else end
            elif code == _TABS and data[at] == _WHOLE:
                size = _tabs(data, at)
            else:
                size = data[at] + 1
        if at + size > end:
            return
        yield code, data[at : at + size]
        at += size


def number(operand: bytes) -> int:
    """An operand as a number without sign."""
    return int.from_bytes(operand, "little")


def signed(operand: bytes) -> int:
    """An operand of four bytes as a number with a sign."""
    value: int = struct.unpack("<i", operand)[0]
    return value


def _tabs(data: bytes, at: int) -> int:
    """The length of a list of tab stops that is too long for its own first byte."""
    gone = data[at + 1] if at + 1 < len(data) else 0
    new = at + 2 + 4 * gone
    return 2 + 4 * gone + 1 + 3 * (data[new] if new < len(data) else 0)
