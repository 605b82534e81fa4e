"""Ruling lines on a picture (图上的框线): found, mended where they are broken, and taken off the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jixiao.readers.layout.page import Ruling
from jixiao.readers.layout.rulings import joined
from jixiao.readers.scan.library import Pixels, numpy, opencv

_SHORT = 11.0  # points: no piece of a line is shorter
_THICK = 4.0  # points: what is thicker is an area
_BREAK = 14.0  # points that are mended between two pieces of one line
_COVERED = 40.0  # points of a long line that a seal may cover
_PIECE = 25.0  # points: shorter pieces are mended only …
_NEAR = 3.0  # … where they almost touch
_SAME = 2.2  # points by which pieces of one line may lie apart
_MEET = 4.0  # points by which a line may miss the one that it meets
_LONG = 26.0  # points: no stroke of a character is so long
_ALONE = 90.0  # points: a line so long needs to meet no other
_WHOLE = 0.88  # of a short line between those that it meets: a stroke of a character leaves room above and below
_INKED = 0.8  # of a mended line that is there


class Ruled(NamedTuple):
    """The lines of a page, in points of 1/72 inch, and the picture without them."""

    across: list[Ruling]
    down: list[Ruling]
    bare: Pixels


def ruled(shades: Pixels, dots: float) -> Ruled:
    """The ruling lines of an upright page."""
    cv, np = opencv(), numpy()
    window = max(15, int(10 * dots) | 1)
    dark = cv.adaptiveThreshold(shades, 255, cv.ADAPTIVE_THRESH_MEAN_C, cv.THRESH_BINARY_INV, window, 18)
    rows, columns = _Way(dark, dots), _Way(np.ascontiguousarray(dark.T), dots)
    across, down = _tables(rows, columns)
    bare = shades.copy()
    rows.wipe(bare, across)
    columns.wipe(bare.T, down)
    return Ruled(joined(across), joined(down), bare)


class _Way:
    """The pieces of lines along the rows of a picture."""

    def __init__(self, dark: Pixels, dots: float) -> None:
        cv, np = opencv(), numpy()
        thick = cv.dilate(dark, np.ones((3, 1), np.uint8))  # a line that leans by a point of the picture is one
        self.dots = dots
        self.mask = cv.morphologyEx(thick, cv.MORPH_OPEN, np.ones((1, max(9, int(_SHORT * dots))), np.uint8))
        count, _, boxes, _ = cv.connectedComponentsWithStats(self.mask, connectivity=8)
        self.boxes = [box for box in boxes[1:count].tolist() if box[3] <= _THICK * dots + 2]

    def lines(self) -> tuple[list[Ruling], list[Ruling]]:
        """The lines, mended: those that hold a piece longer than any stroke of a character, and the others."""
        long: list[Ruling] = []
        short: list[Ruling] = []
        for pieces in _mended([self._piece(box) for box in self.boxes]):
            start, end = min(one.start for one in pieces), max(one.end for one in pieces)
            sizes = [one.end - one.start for one in pieces]
            if sum(sizes) >= _INKED * (end - start):
                at = sum(one.at * size for one, size in zip(pieces, sizes, strict=True)) / sum(sizes)
                (long if max(sizes) >= _LONG else short).append(Ruling(at, start, end))
        return long, short

    def _piece(self, box: Sequence[int]) -> Ruling:
        x, y, width, height = box[:4]
        return Ruling((y + height / 2) / self.dots, x / self.dots, (x + width) / self.dots)

    def wipe(self, bare: Pixels, lines: Sequence[Ruling]) -> None:
        """The pieces of these lines painted over, and a point to either side of them."""
        cv, np = opencv(), numpy()
        for box in self.boxes:
            piece = self._piece(box)
            if any(
                abs(one.at - piece.at) <= _SAME and one.start < piece.end and piece.start < one.end for one in lines
            ):
                x, y, width, height = box[:4]
                area = np.s_[max(0, y - 1) : y + height + 1, x : x + width]
                bare[area][cv.dilate(self.mask[area], np.ones((3, 1), np.uint8)) > 0] = 255


def _mended(pieces: Sequence[Ruling]) -> list[list[Ruling]]:
    """The pieces of each line, with gaps between them where it was broken."""
    found: list[list[Ruling]] = []
    for piece in sorted(pieces, key=lambda one: one.start):
        near = [
            one for one in found
            if abs(one[-1].at - piece.at) <= _SAME and -_BREAK <= piece.start - one[-1].end <= _gap(one[-1], piece)
        ]  # fmt: skip
        if near:
            min(near, key=lambda one: abs(one[-1].at - piece.at)).append(piece)
        else:
            found.append([piece])
    return found


def _gap(one: Ruling, piece: Ruling) -> float:
    """How far apart two pieces of one line may be: strokes of characters are short, and near to lines as well."""
    least = min(one.end - one.start, piece.end - piece.start)
    return max(_BREAK, min(_COVERED, least / 3)) if least >= _PIECE else _NEAR


def _tables(rows: _Way, columns: _Way) -> tuple[list[Ruling], list[Ruling]]:
    """The lines that make tables, and long ones that stand alone; strokes of characters do neither."""
    (across, short_across), (down, short_down) = rows.lines(), columns.lines()
    across, down = _meeting(across, down), _meeting(down, across)
    more = _meeting(short_across, down, both=True), _meeting(short_down, across, both=True)
    return [*across, *more[0]], [*down, *more[1]]


def _meeting(lines: Sequence[Ruling], others: Sequence[Ruling], *, both: bool = False) -> list[Ruling]:
    """Lines that meet others (short ones: at both ends), drawn out to where they meet."""
    found: list[tuple[Ruling, list[float]]] = []
    for line in lines:
        crossed = [
            one.at for one in others
            if one.start - _MEET <= line.at <= one.end + _MEET and line.start - _MEET <= one.at <= line.end + _MEET
        ]  # fmt: skip
        size = line.end - line.start
        between = max(crossed, default=0.0) - min(crossed, default=0.0)
        whole = _WHOLE * between <= size <= between + 2 * _MEET
        if (whole and crossed) if both else (crossed or size >= _ALONE):
            found.append((Ruling(line.at, min([line.start, *crossed]), max([line.end, *crossed])), crossed))
    starts, ends = [line.start for line, _ in found], [line.end for line, _ in found]
    return [
        _trimmed(line, crossed, starts, ends) for line, crossed in found
        if len(crossed) > 1 or line.end - line.start >= _ALONE or _is_open(line, crossed[0], starts, ends)
    ]  # fmt: skip


def _is_open(line: Ruling, at: float, starts: Sequence[float], ends: Sequence[float]) -> bool:
    """Whether a line that meets one other alone ends where others end: at the open side of a table, not in the arc of a seal."""
    if line.end - at > at - line.start:
        return sum(abs(one - line.end) < _MEET for one in ends) > 1
    return sum(abs(one - line.start) < _MEET for one in starts) > 1


def _trimmed(line: Ruling, crossed: Sequence[float], starts: Sequence[float], ends: Sequence[float]) -> Ruling:
    """A line without the stroke of a character behind it: what reaches over the last line that it meets, and no other line does."""
    if len(crossed) < 2:  # noqa: PLR2004 - it ends nowhere
        return line
    first, last = min(crossed), max(crossed)
    if _MEET < first - line.start < _LONG and sum(abs(one - line.start) < _MEET for one in starts) == 1:
        line = line._replace(start=first)
    if _MEET < line.end - last < _LONG and sum(abs(one - line.end) < _MEET for one in ends) == 1:
        line = line._replace(end=last)
    return line
