"""What the layout (layout.typ) is given: the manuscript as plain data. No markup is ever made of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from jixiao.model.chart import Chart
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece, Slot
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.pdf import fit
from jixiao.writers.report.pdf.fit import LONGEST, POINTS, WORD
from jixiao.writers.report.pdf.fonts import Chosen
from jixiao.writers.report.svg import draw

Data = dict[str, object]

_PAGE = {False: 225 * POINTS, True: 156 * POINTS}  # the height for text, upright and landscape
_HEIGHTS = {"note": 32.0, "signoff": 17.0, "caption": 28.0, "annex": 28.0}  # points that a line takes around a table
_HEADINGS = {"heading1": 1, "heading2": 2, "heading3": 3, "heading4": 4, "caption": 1}


def plan(manuscript: Manuscript, fonts: Chosen) -> Data:
    """The whole document."""
    made = _made(manuscript.properties.get("made", ""))
    return {
        "title": harmless(manuscript.title),
        "category": manuscript.category,
        "author": harmless(manuscript.properties.get("unit", "")),
        "subject": harmless(manuscript.properties.get("subject", "")),
        "date": [made.year, made.month, made.day] if made else None,
        "draft": manuscript.draft,
        "fonts": {role: list(names) for role, names in fonts.names.items()},
        "own": sorted(fonts.own),
        "parts": list(_parts(manuscript)),
    }


def _made(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _parts(manuscript: Manuscript) -> Iterator[Data]:
    """Runs of pages in one direction; the cover is one of its own."""
    level, landscape, pieces = 0, False, list[Piece]()
    for piece in (*manuscript.pieces, Break()):
        if not isinstance(piece, Break):
            pieces.append(piece)
            continue
        if pieces:
            shown, beside = [], _beside(pieces)
            for one in _gathered(pieces):
                level = _level(one, level)
                shown.append(_piece(one, level, _PAGE[landscape] - beside))
            yield {"landscape": landscape, "cover": _is_cover(pieces), "pieces": shown}
        landscape, pieces = piece.landscape, []


def _is_cover(pieces: list[Piece]) -> bool:
    styles = {one.style if isinstance(one, Line) else "" for one in pieces}
    return "cover" in styles and styles <= {"cover", "title"}


def _gathered(pieces: list[Piece]) -> Iterator[Piece]:
    """Lines of one title, and of the list of attachments, are one piece of several lines."""
    for (style, _), group in groupby(pieces, key=_gathering):
        alike = list(group)
        if style and len(alike) > 1:
            yield Line(style, ("\n".join(one.text for one in alike if isinstance(one, Line)),))
        else:
            yield from alike


def _gathering(piece: Piece) -> tuple[str, int]:
    style = piece.style if isinstance(piece, Line) else ""
    return (style, 0) if style in ("title", "attachments") else ("", id(piece))


def _beside(pieces: list[Piece]) -> float:
    """The height in points that the lines around the only table of a page take; a table then may have the rest."""
    return sum(_HEIGHTS.get(one.style, 28) for one in pieces if isinstance(one, Line)) + 8


def _level(piece: Piece, last: int) -> int:
    """The level of a heading in the outline, which must not skip one."""
    wanted = _HEADINGS.get(piece.style, 0) if isinstance(piece, Line) else 0
    return min(wanted, last + 1) if wanted else last


def _piece(piece: Piece, level: int, height: float) -> Data:
    if isinstance(piece, Grid):
        return _grid(piece, height)
    if isinstance(piece, Chart):
        return {"kind": "chart", "svg": draw(piece), "alt": harmless(piece.alt or piece.title)}
    assert isinstance(piece, Line)  # noqa: S101 - breaks are gone
    heading = level if piece.style in _HEADINGS else 0
    return {"kind": "line", "style": piece.style, "level": heading, "text": _lines(piece.text)}


def _grid(grid: Grid, height: float) -> Data:
    header = _header(grid)
    head: list[Data] = []
    body: list[Data] = []
    for slot in grid.slots:
        (head if slot.row <= header else body).append(_slot(slot, grid))
    size, inset = fit.size(grid), fit.inset(grid, height)
    return {"kind": "grid", "widths": list(grid.widths), "size": size, "inset": inset, "head": head, "body": body}


def _header(grid: Grid) -> int:
    """The rows that are repeated, with all that their cells cover; none where that would be the whole table."""
    rows = grid.header
    while (low := max((s.row + s.rows - 1 for s in grid.slots if s.row <= rows), default=0)) > rows:
        rows = low
    return rows if rows < grid.height else 0


def _slot(slot: Slot, grid: Grid) -> Data:
    lines = _lines(slot.text)
    data: Data = {"x": slot.column - 1, "y": slot.row - 1, "text": lines, "align": slot.align}
    if slot.columns > 1:
        data["columns"] = slot.columns
    if slot.rows > 1:
        data["rows"] = slot.rows
    if slot.role == "head":
        data["head"] = True
    if (size := fit.narrowed(slot, grid, lines)) < fit.size(grid):
        data["size"] = size
    return data


def _lines(text: str) -> list[str]:
    return [WORD.sub(_breakable, line) for line in harmless(text).split("\n")]


def _breakable(match: re.Match[str]) -> str:
    """A long word with places at which a line may end, so that it never runs over its cell or the margin."""
    word = match[0]
    return word if len(word) <= LONGEST else "\u200b".join(word)
