"""Pieces of lines (字段): what stands apart in a line, and the columns that pieces over several lines make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jixiao.readers.layout.lines import Line, line_of
from jixiao.readers.layout.page import Glyph

_APART = 0.7  # ems between two pieces; justified lines stretch less
_GUTTER = 0.5  # ems: columns are no nearer to each other
_CUT = 0.3  # ems of free room at which a piece that reaches over a gutter may be cut
_NUMBER = re.compile(r"[-–—−+＋△]?[¥￥]?\d[\d,，]*(?:\.\d+)?(?:%|％|‰|万元|亿元|元|分)?|[-–—/]+")


class Piece(NamedTuple):
    """A stretch of a line without a wide gap."""

    x0: float
    x1: float
    glyphs: list[Glyph]
    lead: str = ""

    @property
    def text(self) -> str:
        """Its words, with the blanks that a reader sees."""
        line = line_of(self.glyphs)
        return self.lead + line.text if line else ""

    @property
    def is_number(self) -> bool:
        """Whether it is a figure or stands for one."""
        return _NUMBER.fullmatch("".join(one.char for one in self.glyphs).strip()) is not None


class Span(NamedTuple):
    """From where to where something reaches across."""

    x0: float
    x1: float


def pieces(line: Line) -> list[Piece]:
    """The pieces of a line, from the left."""
    found: list[Piece] = []
    held: list[Glyph] = []
    end = line.x0
    for glyph in line.glyphs:
        if glyph.char.isspace():
            if held:
                held.append(glyph)
            continue
        if held and glyph.x0 - end > _APART * line.em:
            found.append(_piece(held, "" if found else line.lead))
            held = []
        held.append(glyph)
        end = glyph.x1
    if held:
        found.append(_piece(held, "" if found else line.lead))
    return found


def _piece(glyphs: list[Glyph], lead: str = "") -> Piece:
    while glyphs[-1].char.isspace():
        glyphs.pop()
    return Piece(glyphs[0].x0, max(one.x1 for one in glyphs), glyphs, lead)


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns without lines (列): from where to where the words of each reach."""

    cores: list[Span]

    @staticmethod
    def of(rows: Iterable[Sequence[Piece]], em: float) -> Columns:
        """What the pieces of some rows leave no free room between."""
        cores: list[Span] = []
        for one in sorted((piece.x0, piece.x1) for row in rows for piece in row):
            if cores and one[0] - cores[-1].x1 < _GUTTER * em:
                cores[-1] = Span(cores[-1].x0, max(cores[-1].x1, one[1]))
            else:
                cores.append(Span(*one))
        return Columns(cores)

    def touched(self, piece: Piece) -> list[int]:
        """The columns above or below which a piece stands; the nearest where there is none."""
        found = [at for at, core in enumerate(self.cores) if piece.x0 < core.x1 and core.x0 < piece.x1]
        return found or [min(range(len(self.cores)), key=lambda at: _distance(self.cores[at], piece))]

    def is_beside(self, piece: Piece) -> bool:
        """Whether a piece stands in no column."""
        return not any(piece.x0 < core.x1 and core.x0 < piece.x1 for core in self.cores)

    def cut(self, row: Sequence[Piece], em: float) -> list[Piece]:
        """The pieces of a row; one that reaches over several columns is cut where it has free room between them."""
        return [part for piece in row for part in (self._parts(piece, em) if len(self.touched(piece)) > 1 else [piece])]

    def _parts(self, piece: Piece, em: float) -> Iterator[Piece]:
        held: list[Glyph] = []
        gutters = [(a.x1, b.x0) for a, b in zip(self.cores, self.cores[1:], strict=False)]
        lead = piece.lead
        for glyph in piece.glyphs:
            if glyph.char.isspace():
                if held:
                    held.append(glyph)
                continue
            last = next((one for one in reversed(held) if not one.char.isspace()), None)
            if last and glyph.x0 - last.x1 > _CUT * em and any(last.x1 <= b and a <= glyph.x0 for a, b in gutters):
                yield _piece(held, lead)
                held, lead = [], ""
            held.append(glyph)
        if held:
            yield _piece(held, lead)

    def with_heads(self, rows: Iterable[Sequence[Piece]], em: float) -> Columns:
        """Also the columns in which only the head has words."""
        cores = list(self.cores)
        for row in rows:
            if len(row) > len(self.cores):
                cores += [Span(piece.x0, piece.x1) for piece in row if self.is_beside(piece)]
        return Columns.of([[Piece(core.x0, core.x1, []) for core in cores]], em)

    def edges(self, left: float, right: float) -> list[float]:
        """The edges of the columns between two sides."""
        inner = [(a.x1 + b.x0) / 2 for a, b in zip(self.cores, self.cores[1:], strict=False)]
        return [min(left, self.cores[0].x0), *inner, max(right, self.cores[-1].x1)]


def _distance(core: Span, piece: Piece) -> float:
    return max(core.x0 - piece.x1, piece.x0 - core.x1)
