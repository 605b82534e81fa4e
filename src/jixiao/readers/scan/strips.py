"""Lines of words cut out of a page (行图): the boxes that the model finds, cut at ruling lines, and what it overlooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jixiao.readers.layout.page import Ruling
from jixiao.readers.scan.library import Pixels, numpy, opencv

_DARK = 150  # of 255: a point of ink
_FAINT = 36  # of 255 between ink and paper: less is no ink
_SOFT = 145  # of 255: print is darker where it is sharp
_NEXT = 0.2  # of the height: from one digit to the next
_PAD = 0.14  # of the height, around the ink
_LEAST = 2.2  # points: a lower speck is dirt
_TALL = 60.0  # points: no line of words is so high
_STACK = 1.6  # times as high as wide, and as other lines: words set from top to bottom
_PITCH = 1.15  # times the width of a character: from one to the next below
_LOW = 9.0  # points: a strip is no lower, so that a dash stays a dash
_POINT, _BELOW, _SPECK = (
    0.36,
    0.72,
    3,
)  # of the height: a point is no larger, and no higher up; of so many dots at least
_APART = 9.0  # points between two words that are overlooked together


@dataclass(slots=True)
class Strip:
    """A line of words: where its ink lies on the page and in the strip, in dots; the strip itself."""

    x0: int
    top: int
    x1: int
    bottom: int
    pixels: Pixels
    left: int  # where the strip begins on the page
    sure: bool = True  # found by the model


def strips(bare: Pixels, boxes: Pixels, down: Sequence[Ruling], dots: float) -> list[Strip]:
    """The lines of words on a page without ruling lines."""
    np = numpy()
    ink = bare < _DARK
    covered = np.zeros(bare.shape, bool)
    found = []
    usual = float(np.median(boxes[:, :, 1].max(axis=1) - boxes[:, :, 1].min(axis=1))) if len(boxes) else 0.0
    for box in boxes:
        x0, top = np.floor(box.min(axis=0)).astype(int).tolist()
        x1, bottom = np.ceil(box.max(axis=0)).astype(int).tolist()
        x0, top = max(0, x0), max(0, top)
        covered[top:bottom, x0:x1] = True
        for left, right in _cut(x0, x1, (top + bottom) / 2, down, dots):
            for high, low in _stacked(ink[top:bottom, left:right], usual):
                strip = _strip(bare, (left, top + high, right, top + low))
                found += [] if strip is None else [strip]
    found += _overlooked(bare, ink & ~covered, dots)
    return found


def _cut(x0: int, x1: int, middle: float, down: Sequence[Ruling], dots: float) -> Iterator[tuple[int, int]]:
    """A box parted where a ruling line crosses it: two cells were taken for one line."""
    edge = 4 * dots
    crossing = sorted(
        round(one.at * dots) for one in down
        if x0 + edge < one.at * dots < x1 - edge and one.start * dots <= middle <= one.end * dots
    )  # fmt: skip
    for at in crossing:
        yield x0, at
        x0 = at
    yield x0, x1


def _stacked(ink: Pixels, usual: float) -> Iterator[tuple[int, int]]:
    """A box of words set from top to bottom parted into its characters; any other is one line."""
    np = numpy()
    height, width = ink.shape
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if height < _STACK * width or height < _STACK * usual or not len(rows):
        yield 0, height
        return
    top, high, wide = int(rows[0]), int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
    count = max(1, round(high / (wide * _PITCH)))
    free = [row for row in range(height) if row not in set(rows.tolist())]
    last = 0
    for number in range(1, count):
        goal = top + high * number / count
        at = min(free, key=lambda row: abs(row - goal), default=round(goal))
        yield last, at
        last = at
    yield last, height


def _strip(bare: Pixels, box: tuple[int, int, int, int]) -> Strip | None:
    """The line in a box, as high and wide as its ink; None of blank paper."""
    np = numpy()
    x0, top, x1, bottom = box
    area = bare[top:bottom, x0:x1]
    if not area.size:
        return None
    dark, paper = np.percentile(area, (2, 95)).tolist()
    if paper - dark < _FAINT:
        return None
    soft = area < max(_DARK, (dark + paper) / 2)
    part = area < _DARK if dark <= _SOFT else soft
    rows = _middle(np.flatnonzero(part.any(axis=1)).tolist(), bottom - top)
    if not rows:
        return None
    columns = np.flatnonzero(part[rows[0] : rows[-1] + 1].any(axis=0)).tolist()
    # The first and the last digit may be blurred where the others are not: what stands right beside the ink belongs to it.
    beside = np.flatnonzero(soft[rows[0] : rows[-1] + 1].any(axis=0)).tolist()
    columns = _reached(columns, beside, round((rows[-1] - rows[0] + 1) * _NEXT))
    inner = x0 + int(columns[0]), top + rows[0], x0 + int(columns[-1]) + 1, top + rows[-1] + 1
    return _made(bare, inner)


def _reached(columns: list[int], beside: Sequence[int], gap: int) -> list[int]:
    """The columns of ink drawn out over fainter ones, as long as no gap is wider."""
    first, last = columns[0], columns[-1]
    for at in reversed([one for one in beside if one < first]):
        first = at if first - at <= gap else first
    for at in beside:
        last = at if last < at <= last + gap else last
    return [first, last]


def _made(bare: Pixels, inner: tuple[int, int, int, int], *, room: int = 0, sure: bool = True) -> Strip:
    cv = opencv()
    x0, top, x1, bottom = inner
    pad = max(2, round((bottom - top) * _PAD), (room - bottom + top) // 2)
    area = bare[max(0, top - pad) : bottom + pad, max(0, x0 - pad) : x1 + pad]
    above, before = max(0, pad - top), max(0, pad - x0)
    pixels = cv.copyMakeBorder(area, above, 0, before, 0, cv.BORDER_CONSTANT, value=255) if above or before else area
    return Strip(x0, top, x1, bottom, pixels, x0 - pad, sure)


def _middle(rows: Sequence[int], height: int) -> list[int]:
    """The rows of ink that belong together around the middle; the tips of the lines above and below do not."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row - runs[-1][-1] <= 2:  # noqa: PLR2004 - a gap of one row is none
            runs[-1].append(row)
        else:
            runs.append([row])
    kept = [run for run in runs if height * 0.12 <= (run[0] + run[-1]) / 2 <= height * 0.88 or len(run) > height * 0.3]
    return [row for run in kept for row in range(run[0], run[-1] + 1)] if kept else []


def _overlooked(bare: Pixels, ink: Pixels, dots: float) -> Iterable[Strip]:
    """Words that the model did not find: single digits in cells, most of all."""
    cv, np = opencv(), numpy()
    specks = cv.medianBlur(ink.astype(np.uint8), 3)
    joined = cv.morphologyEx(specks, cv.MORPH_CLOSE, np.ones((3, max(3, int(_APART * dots / 2) | 1)), np.uint8))
    count, _, boxes, _ = cv.connectedComponentsWithStats(joined)
    for x, y, width, height, _ in boxes[1:count].tolist():
        if _LEAST * dots <= max(width, height) and height <= _TALL * dots and width >= 2:  # noqa: PLR2004 - a scratch
            area = np.s_[y : y + height, x : x + width]
            if int(specks[area].sum()) >= dots * dots * 2:
                yield _made(bare, (x, y, x + width, y + height), room=round(_LOW * dots), sure=False)


def points(strip: Strip, x0: float, x1: float) -> int:
    """How many points stand on the base line of a strip between two places of the page: small specks of ink, low down."""
    cv, np = opencv(), numpy()
    left, right = max(0, round(x0) - strip.left), max(0, round(x1) - strip.left)
    part = (strip.pixels[:, left:right] < _DARK).astype(np.uint8)
    if not part.size:
        return 0
    high = strip.bottom - strip.top
    pad = (strip.pixels.shape[0] - high) / 2
    count, _, boxes, _ = cv.connectedComponentsWithStats(part, connectivity=8)
    return sum(
        max(wide, tall) <= high * _POINT and area >= _SPECK and pad + high * _BELOW <= y + tall / 2 <= pad + high * 1.1
        and not part[: max(0, y), x : x + wide].any()  # a point stands alone, the foot of a digit does not
        for x, y, wide, tall, area in boxes[1:count].tolist()
    )  # fmt: skip
