"""Ruling lines (框线): the pieces of one line put together."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.readers.layout.page import Ruling

_SHORT = 3.0  # points: lines shorter than that are dots
_GAP = 3.5  # points between two pieces of one line
_SAME = 3.2  # points between two lines that are one: the borders of neighbouring cells


def joined(pieces: Iterable[Ruling]) -> list[Ruling]:
    """The pieces of one line put together; lines side by side, as neighbouring cells draw them, become one."""
    groups: list[list[Ruling]] = []
    for piece in sorted(pieces):
        if groups and piece.at - groups[-1][0].at <= _SAME:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    found = []
    for group in groups:
        at = sum(one.at for one in group) / len(group)
        start, end = None, 0.0
        for piece in sorted(group, key=lambda one: one.start):
            if start is None:
                start, end = piece.start, piece.end
            elif piece.start <= end + _GAP:
                end = max(end, piece.end)
            else:
                found.append(Ruling(at, start, end))
                start, end = piece.start, piece.end
        if start is not None:
            found.append(Ruling(at, start, end))
    return [one for one in found if one.end - one.start > _SHORT]
