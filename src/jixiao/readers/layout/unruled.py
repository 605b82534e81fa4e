"""Tables without ruling lines, or with lines across alone (无线表、三线表): told by words that stand in columns over several lines.

A wrong guess is worse than text: what does not stand in columns throughout stays lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from jixiao.readers.layout.cells import Sheet
from jixiao.readers.layout.lines import Line
from jixiao.readers.layout.page import Ruling
from jixiao.readers.layout.pieces import Columns, Piece, Span, pieces
from jixiao.readers.layout.stacks import Stack, stacked

_NEXT = 2.8  # ems from one line of a table without lines to the next
_ROWS = 3  # so many lines with figures make a table …
_RULED = 2  # … or so many between ruling lines
_TEXT_ROWS = 4  # … or so many without a figure, all in columns
_TEXT_COLUMNS = 3
_SHORT = 10  # characters of a usual cell in a table of words
_ALIGNED = 0.7  # ems by which words of one column may stand beside each other
_MOSTLY = 0.75
_SIDES = 6.0  # points by which the lines across of one table may differ
_WIDE = 0.25  # of the page: a shorter line across underlines words
_LEAVE = "：:"


@dataclass(slots=True)
class _Row:
    line: Line
    pieces: list[Piece]

    @property
    def figures(self) -> int:
        return sum(piece.is_number for piece in self.pieces)


def unruled(lines: Sequence[Line], across: Sequence[Ruling], width: float) -> tuple[list[Sheet], list[Line]]:
    """The tables among some lines, and the lines that are in none."""
    rows = [_Row(line, pieces(line)) for line in lines]
    if sum(len(row.pieces) > 1 for row in rows) < _RULED:
        return [], list(lines)
    found: list[Sheet] = []
    gone: set[int] = set()
    for rules in _frames([one for one in across if one.end - one.start > width * _WIDE]):
        inside = [
            at for at, row in enumerate(rows) if at not in gone and rules[0].at <= row.line.base <= rules[-1].at + 1
        ]
        table = _ruled([rows[at] for at in inside], rules, across)
        if table:
            found.append(table)
            gone.update(inside)
    for run in _runs(rows, gone):
        table = _free([rows[at] for at in run])
        if table:
            found.append(table)
            gone.update(run)
    return found, [line for at, line in enumerate(lines) if at not in gone]


def _frames(across: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Lines across, one under the other, that begin and end alike."""
    left = sorted(across)
    while left:
        first = left[0]
        same = [one for one in left if abs(one.start - first.start) <= _SIDES and abs(one.end - first.end) <= _SIDES]
        if len(same) > 1:
            yield same
        left = [one for one in left if one not in same]


def _ruled(rows: list[_Row], rules: list[Ruling], across: Sequence[Ruling]) -> Sheet | None:
    """The table between the first and the last of some lines across."""
    first = rules[0]
    if sum(len(row.pieces) > 1 for row in rows) < _RULED or any(
        row.line.x0 < first.start - row.line.em or row.line.x1 > first.end + row.line.em for row in rows
    ):
        return None
    columns = _columns(rows)
    if columns is None or not _stand(rows, columns, least=_RULED, ruled=len(rules)):
        return None
    partial = [one for one in across if one not in rules and first.at < one.at < rules[-1].at]
    return _sheet(rows, columns, rules, partial)


def _runs(rows: Sequence[_Row], gone: set[int]) -> Iterator[list[int]]:
    """Lines one under the other that stand in pieces, with those between them that are one piece."""
    run: list[int] = []
    for at, row in enumerate(rows):
        far = bool(run) and row.line.base - rows[run[-1]].line.base > _NEXT * row.line.em
        if at in gone or far or (len(row.pieces) < 2 and run and len(rows[run[-1]].pieces) < 2):  # noqa: PLR2004 - two lines of one piece
            yield from _trimmed(rows, run)
            run = []
        if at not in gone and (run or len(row.pieces) > 1):
            run.append(at)
    yield from _trimmed(rows, run)


def _trimmed(rows: Sequence[_Row], run: list[int]) -> Iterator[list[int]]:
    """Without what stands above or below a table: its unit and its year, names and dates of those who made it."""
    while run and (len(rows[run[-1]].pieces) < 2 or _is_note(rows[run[-1]])):  # noqa: PLR2004 - one piece alone
        run = run[:-1]
    while run and (len(rows[run[0]].pieces) < 2 or _is_note(rows[run[0]])):  # noqa: PLR2004 - one piece alone
        run = run[1:]
    if run:
        yield run


def _is_note(row: _Row) -> bool:
    return any(one.char in _LEAVE for piece in row.pieces for one in piece.glyphs) and not row.figures


def _free(rows: list[_Row]) -> Sheet | None:
    columns = _columns(rows)
    if columns is None or not _stand(rows, columns, least=_ROWS):
        return None
    return _sheet(rows, columns, [], [])


def tail(lines: Sequence[Line], free: Sequence[tuple[float, float]]) -> tuple[Sheet | None, int]:
    """The rest of a table that began on the page before, and its number of lines: they stand in its columns."""
    columns = Columns([Span(*one) for one in free])
    rows: list[_Row] = []
    for line in lines:
        row = _Row(line, columns.cut(pieces(line), line.em))
        if not _is_rest(row, columns):
            break
        rows.append(row)
    if not any(row.figures for row in rows):
        return None, 0
    return _sheet(rows, columns, [], []), len(rows)


def _is_rest(row: _Row, columns: Columns) -> bool:
    """Whether a line stands in columns; the words of a head, which is repeated, need not stand over the figures."""
    if len(row.pieces) == len(columns.cores) and not row.figures:
        return True
    return len(row.pieces) > 1 and not any(
        columns.is_beside(one) or len(columns.touched(one)) > 1 for one in row.pieces
    )


def _columns(rows: list[_Row]) -> Columns | None:
    """The columns of some rows; None where there is but one."""
    em = median(row.line.em for row in rows)
    body = [row for row in rows if row.figures and len(row.pieces) > 1]
    if not body:
        most = max(len(row.pieces) for row in rows)
        body = [row for row in rows if len(row.pieces) == most]
    columns = Columns.of([row.pieces for row in body], em)
    heads = [row.pieces for row in rows if row not in body and len(row.pieces) > 1]
    columns = columns.with_heads(heads, em)
    if len(columns.cores) < 2:  # noqa: PLR2004 - one column is text
        return None
    for row in rows:
        row.pieces = columns.cut(row.pieces, em)
    return columns


def _stand(rows: list[_Row], columns: Columns, *, least: int, ruled: int = 0) -> bool:
    """Whether the rows stand in the columns: a figure column that is aligned, or short words that all are."""
    em = median(row.line.em for row in rows)
    held: list[list[Piece]] = [[] for _ in columns.cores]
    for row in rows:
        for piece in row.pieces:
            at = columns.touched(piece)
            if len(at) > 1 and row.figures:
                return False
            if len(at) == 1:
                held[at[0]].append(piece)
    figures = [one for one in held if sum(piece.is_number for piece in one) >= least]
    if any(_is_aligned([piece for piece in one if piece.is_number], em) for one in figures):
        return not _is_contents(rows)
    full = [one for one in held if len(one) >= max(_TEXT_ROWS, len(rows) * _MOSTLY)]
    if ruled > _RULED and len(full) >= _RULED:
        return all(_is_aligned(one, em) for one in full)
    return (
        len(full) == len(held) >= _TEXT_COLUMNS
        and all(_is_aligned(one, em) for one in held)
        and median(len(piece.glyphs) for one in held for piece in one) <= _SHORT
    )


def _is_aligned(column: Sequence[Piece], em: float) -> bool:
    """Whether most pieces of a column begin, end, or have their middle at one place."""
    for places in (
        [one.x1 for one in column], [one.x0 for one in column], [(one.x0 + one.x1) / 2 for one in column],
    ):  # fmt: skip
        middle = median(places)
        if sum(abs(place - middle) <= _ALIGNED * em for place in places) >= len(places) * _MOSTLY:
            return True
    return False


def _is_contents(rows: Sequence[_Row]) -> bool:
    """A list of contents (目录): titles, and pages that only grow."""
    ends = [row.pieces[-1].text for row in rows if len(row.pieces) == 2]  # noqa: PLR2004 - title and page
    if len(ends) < len(rows) * _MOSTLY or not all(end.isdecimal() and len(end) < 4 for end in ends):  # noqa: PLR2004
        return False
    pages = [int(end) for end in ends]
    return all(a <= b for a, b in pairwise(pages))


def _sheet(rows: list[_Row], columns: Columns, rules: list[Ruling], partial: list[Ruling]) -> Sheet:
    stack = Stack(
        [(row.line.base, row.line.em, row.pieces) for row in rows], columns, [one.at for one in rules], partial
    )
    left, right = (rules[0].start, rules[0].end) if rules else (columns.cores[0].x0, columns.cores[-1].x1)
    return stacked(stack, columns.edges(left, right))
