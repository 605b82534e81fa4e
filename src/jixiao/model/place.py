"""Place (位置): where something stood in the file that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One span of words in a document.

    ``block``, ``row``, ``column`` and ``line`` count from 1; ``start`` and ``end`` are a half-open span of
    characters in the text of the paragraph or cell, counted from 0. ``row`` and ``column`` are those of the
    cell's upper left corner in the table's grid, and are None in a paragraph. ``line`` is None where the
    format has no lines.
    """

    part: str  # body, header, footer, footnote, textbox
    block: int
    start: int
    end: int
    quote: str
    row: int | None = None
    column: int | None = None
    line: int | None = None
    end_line: int | None = None

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Reading order, for sorting findings."""
        return (self.block, self.row or 0, self.column or 0, self.start)
