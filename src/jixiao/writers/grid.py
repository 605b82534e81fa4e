"""Plain tables for the terminal, in columns that are right for Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.writers.width import columns, pad, tame, wrap

_GAP = 2
_LEAST = 6


def grid(rows: Sequence[Sequence[str]], room: int, indent: int = 2) -> Iterator[str]:
    """Rows in aligned columns within ``room``; what is too long for its column goes on below."""
    if not rows:
        return
    rows = [[tame(text).strip(" ") for text in row] for row in rows]  # ideographic blanks are an indent
    widths = _fitted([max(columns(row[n]) for row in rows) for n in range(len(rows[0]))], room - indent)
    for row in rows:
        cells = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
        for level in range(max(map(len, cells))):
            line = (" " * _GAP).join(
                pad(cell[level] if level < len(cell) else "", width) for cell, width in zip(cells, widths, strict=True)
            )
            yield " " * indent + line.rstrip()


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widest columns give way until the row fits."""
    widths = [max(1, width) for width in widths]
    while sum(widths) + _GAP * (len(widths) - 1) > room and max(widths) > _LEAST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths
