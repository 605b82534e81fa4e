"""What the layout (layout.typ) is given: the manuscript as plain data. No markup is ever made of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from jixiao.model.chart import Chart
from jixiao.model.manuscript import Break, Grid, Line, Manuscript, Piece, Slot
from jixiao.writers.report.harmless import harmless
from jixiao.writers.report.pdf.fonts import Chosen
from jixiao.writers.report.svg import draw

Data = dict[str, object]

_POINTS = 72 / 25.4  # of a millimetre
_SIZES = ((3, 12.0), (8, 10.5), (999, 9.0))  # up to so many columns → size in points
_INSET = 3.2  # points left and right in a cell, as in layout.typ
_SMALLEST = 6.0
_DIGIT, _CAPITAL = 0.58, 0.78  # widths in em, a little more than the fonts have
_WORD = re.compile(r"[\x21-\x7e]+")
_LONGEST = 24  # a word that is longer may be broken anywhere
_HEIGHTS = {"note": 34.0, "signoff": 21.0, "caption": 30.0, "annex": 30.0}  # points that a line takes around a table
_HEADINGS = {"heading1": 1, "heading2": 2, "heading3": 3, "heading4": 4, "caption": 1}


def plan(manuscript: Manuscript, fonts: Chosen) -> Data:
    """The whole document."""
    made = _made(manuscript.properties.get("made", ""))
    return {
        "title": harmless(manuscript.title),
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
            shown = []
            for one in _gathered(pieces):
                level = _level(one, level)
                shown.append(_piece(one, level))
            yield {"landscape": landscape, "cover": _is_cover(pieces), "beside": _beside(pieces), "pieces": shown}
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
    return sum(_HEIGHTS.get(one.style, 28) for one in pieces if isinstance(one, Line)) + 16


def _level(piece: Piece, last: int) -> int:
    """The level of a heading in the outline, which must not skip one."""
    wanted = _HEADINGS.get(piece.style, 0) if isinstance(piece, Line) else 0
    return min(wanted, last + 1) if wanted else last


def _piece(piece: Piece, level: int) -> Data:
    if isinstance(piece, Grid):
        return _grid(piece)
    if isinstance(piece, Chart):
        return {"kind": "chart", "svg": draw(piece), "alt": harmless(piece.alt or piece.title)}
    assert isinstance(piece, Line)  # noqa: S101 - breaks are gone
    heading = level if piece.style in _HEADINGS else 0
    return {"kind": "line", "style": piece.style, "level": heading, "text": _lines(piece.text)}


def _grid(grid: Grid) -> Data:
    size = next(size for most, size in _SIZES if len(grid.widths) <= most)
    header = _header(grid)
    head: list[Data] = []
    body: list[Data] = []
    for slot in grid.slots:
        (head if slot.row <= header else body).append(_slot(slot, grid, size))
    return {"kind": "grid", "widths": list(grid.widths), "size": size, "rows": grid.height, "head": head, "body": body}


def _header(grid: Grid) -> int:
    """The rows that are repeated, with all that their cells cover; none where that would be the whole table."""
    rows = grid.header
    while (low := max((s.row + s.rows - 1 for s in grid.slots if s.row <= rows), default=0)) > rows:
        rows = low
    return rows if rows < grid.height else 0


def _slot(slot: Slot, grid: Grid, size: float) -> Data:
    lines = _lines(slot.text)
    room = sum(grid.widths[slot.column - 1 : slot.column - 1 + slot.columns]) * _POINTS - 2 * _INSET
    widest = max((_width(word) for line in lines for word in _WORD.findall(line)), default=0.0)
    fitting = size if widest * size <= room else max(_SMALLEST, int(room / widest * 10) / 10)
    data: Data = {"x": slot.column - 1, "y": slot.row - 1, "text": lines, "align": slot.align}
    if slot.columns > 1:
        data["columns"] = slot.columns
    if slot.rows > 1:
        data["rows"] = slot.rows
    if slot.role == "head":
        data["head"] = True
    if fitting < size:
        data["size"] = fitting
    return data


def _width(word: str) -> float:
    """In em."""
    return sum(_CAPITAL if c.isupper() or c in "%@mw" else _DIGIT for c in word[:_LONGEST])


def _lines(text: str) -> list[str]:
    return [_WORD.sub(_breakable, line) for line in harmless(text).split("\n")]


def _breakable(match: re.Match[str]) -> str:
    """A long word with places at which a line may end, so that it never runs over its cell or the margin."""
    word = match[0]
    return word if len(word) <= _LONGEST else "\u200b".join(word)
