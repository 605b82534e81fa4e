"""Column groups (分栏): 预算数 | 决算数 over the same columns twice, as text without spans leaves them: fewer head cells than columns."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.extract.basetable import stage_of
from jixiao.forms import concept_of, concepts
from jixiao.model.document import Table


def head_paths(table: Table, first: int) -> list[list[str]]:
    """For each column the head texts from top to bottom; empty where the head is not a group of columns that is repeated.

    The groups share the width evenly. Within a group one head (公务用车购置及运行费) stands over the columns that the next row
    gives it; where a grid already says which columns a head spans there is nothing to do.
    """
    width = len(table.grid[0])
    top, *rest = (_own(table, row) for row in range(1, first + 1))
    groups = len(top)
    if not 2 <= groups <= width // 2 or width % groups or len(rest) < 1:  # noqa: PLR2004
        return []
    starts = [cell.column for cell in table.row(1) if cell.row == 1]
    size = width // groups
    if starts == [1 + i * size for i in range(groups)] or not all(stage_of(text) for text in top):
        return []
    upper = _once(rest[0], groups)
    lower = _once(rest[1], groups) if len(rest) > 1 else ()
    block = _block(upper, lower, size)
    return [[top[i // size], *block[i % size]] for i in range(width)] if block else []


def _own(table: Table, row: int) -> list[str]:
    return ["".join(cell.plain.split()) for cell in table.row(row) if cell.row == row]


def _once(texts: Sequence[str], groups: int) -> tuple[str, ...]:
    """The texts of one group, where every group has the same."""
    size, rest = divmod(len(texts), groups)
    alike = not rest and list(texts) == list(texts[:size]) * groups
    return tuple(texts[:size]) if alike else ()


def _block(upper: tuple[str, ...], lower: tuple[str, ...], size: int) -> list[list[str]]:
    """The paths of one group's columns; empty where they cannot be told."""
    if len(upper) == size:
        return [[text] for text in upper]
    under = tuple(text for text in lower if text)
    if not upper or len(upper) - 1 + len(under) != size:
        return []
    below = {concept_of(text) for text in under}
    heads = [i for i, text in enumerate(upper) if below & set(_parts(text))]
    if len(heads) != 1:
        return []
    at = heads[0]
    return [[t] for t in upper[:at]] + [[upper[at], t] for t in under] + [[t] for t in upper[at + 1 :]]


def _parts(text: str) -> tuple[str, ...]:
    known = concepts().get(concept_of(text))
    return tuple(known.parts) if known else ()
