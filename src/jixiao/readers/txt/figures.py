"""A table of figures that lost the ends of its rows: a head, then a label and as many figures in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jixiao.readers.txt.grid import Draft

_FIGURE = re.compile(r"[-−－]?\d[\d,，]*(?:\.\d+)?[%％]?|[-—－/]+|")
_YEAR = re.compile(r"20\d\d")
_OVER = re.compile("公务用车|公车|车辆")
_LEAST = 2  # rows


def figure_rows(cells: Sequence[Draft]) -> list[list[Draft]]:
    """The rows, or [] where they do not all have as many figures as the head has columns."""
    starts = [at for at, draft in enumerate(cells) if not _is_figure(draft)]
    runs = [(a, b) for a, b in pairwise([*starts, len(cells)]) if b - a > 1]
    if len(runs) < _LEAST or runs[0][0] < 1:
        return []
    width = runs[0][1] - runs[0][0]
    first = runs[0][0]
    even = all(b - a == width for a, b in runs) and all(runs[n][1] == runs[n + 1][0] for n in range(len(runs) - 1))
    if not even or runs[-1][1] != len(cells):
        return []
    head = [list(cells[:first])] if first == width else _two_heads(cells[:first], width)
    return [*head, *(list(cells[at : at + width]) for at in range(first, len(cells), width))] if head else []


def _two_heads(cells: Sequence[Draft], width: int) -> list[list[Draft]]:
    """Two rows of heads, the second (合计, 购置, 运行) under the last of the first, which stands over each of them."""
    texts = ["".join(draft.text.split()) for draft in cells]
    below = next((at for at in range(2, len(texts)) if texts[at] in ("合计", "小计")), 0)
    if not below or len(cells) != width + 1 or not _OVER.search(texts[below - 1]):
        return []
    under = list(cells[below:])
    return [[*cells[:below], *(Draft([""], cells[below - 1].numbers[:1]) for _ in under[1:])],
            [*(Draft([""], draft.numbers[:1]) for draft in cells[: below - 1]), *under]]  # fmt: skip


def _is_figure(draft: Draft) -> bool:
    text = draft.text.strip()
    return _FIGURE.fullmatch(text) is not None and _YEAR.fullmatch(text) is None
