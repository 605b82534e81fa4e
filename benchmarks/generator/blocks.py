"""What a synthetic report is made of before it becomes a file: paragraphs, tables, breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

STYLES = ("title", "cover", "heading1", "heading2", "heading3", "body", "centre", "note", "caption")


@dataclass
class Para:
    """One paragraph. ``number`` is an automatic number: printed, but not part of the words in a Word file."""

    text: str
    style: str = "body"
    number: str = ""

    @property
    def printed(self) -> str:
        """What a person sees."""
        return self.number + self.text


@dataclass
class Cell:
    """One cell; ``span`` columns wide; ``below`` marks the continuation of the cell above it."""

    text: str = ""
    span: int = 1
    below: bool = False


@dataclass
class Table:
    """Rows of cells. ``widths`` in millimetres, one a grid column; the first ``header`` rows repeat on each page."""

    rows: list[list[Cell]]
    widths: list[int] = field(default_factory=list)
    header: int = 1

    @property
    def columns(self) -> int:
        """Number of grid columns."""
        return max(sum(cell.span for cell in row) for row in self.rows)


@dataclass
class PageBreak:
    """A new page."""


@dataclass
class Section:
    """The end of a section: everything since the last one stands on pages turned this way."""

    landscape: bool = False


Block = Para | Table | PageBreak | Section


def cells(row: Iterable[str]) -> list[Cell]:
    """A row from words: ``^`` continues the cell above, ``words{3}`` spans three columns."""
    return [_cell(words) for words in row]


def _cell(words: str) -> Cell:
    span = 1
    if words.endswith("}") and "{" in words:
        words, _, size = words[:-1].rpartition("{")
        span = int(size)
    return Cell("", span, below=True) if words == "^" else Cell(words, span)


def starts_merge(table: Table, row: int, column: int) -> bool:
    """Whether the cell that begins at a grid column is continued in the next row."""
    if row + 1 >= len(table.rows):
        return False
    return any(cell.below and at == column for at, cell in placed(table.rows[row + 1]))


def placed(row: list[Cell]) -> Iterator[tuple[int, Cell]]:
    """The cells of a row with the grid column (from 0) each begins at."""
    at = 0
    for cell in row:
        yield at, cell
        at += cell.span
