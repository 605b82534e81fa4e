"""From strips to characters on the page (落字): each with its box, and each word with how surely it was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from jixiao.readers.layout.page import Glyph, Sight
from jixiao.readers.scan import engine
from jixiao.readers.scan.decoding import Letter, letters
from jixiao.readers.scan.figures import mended, tokens
from jixiao.readers.scan.library import Pixels
from jixiao.readers.scan.strips import Strip, points

_FIGURE, _WORD = 0.9, 0.5  # less sure figures and words are doubtful
_DIGITS = 3  # of a figure that may have lost its point
_UNEVEN = 0.6  # how sure a figure is where the ink shows a point that was not read
_DIRT = 0.5  # what the model overlooked and cannot read is dirt
_HAN, _LATIN = 0.92, 0.68  # of the height of a line that ink takes
_RUN = 4  # so many characters side by side tell how wide one is
_SAME = 0.13  # share by which characters of one size differ as measured
_RISE = 0.35  # as layout.blocks: the middle of a character above its base line

Cutting = Callable[[int, int, int, int], bytes]  # the words in a box of the page as PNG


def glyphs(found: Sequence[Strip], dots: float, cutting: Cutting) -> list[Glyph]:
    """The characters of all lines."""
    read = [
        (strip, mended(letters(chances)))
        for strip, chances in zip(found, engine.chances([one.pixels for one in found]), strict=True)
    ]
    read = [(strip, line) for strip, line in read if line and (strip.sure or _mean(line) > _DIRT)]
    ems = _even([_em(strip, line) for strip, line in read])
    return [
        glyph for (strip, line), em in zip(read, ems, strict=True)
        for glyph in _placed(strip, line, em, dots, cutting)
    ]  # fmt: skip


def _mean(line: Sequence[Letter]) -> float:
    return sum(one.confidence for one in line) / len(line)


def _is_han(char: str) -> bool:
    return "\u2e80" < char < "\uff00"


def _em(strip: Strip, line: Sequence[Letter]) -> float:
    """How high the characters of a line are, in dots: by how far they stand apart, else by the ink."""
    width = strip.pixels.shape[1]
    steps = [
        (after.middle - one.middle) * width for one, after in pairwise(line)
        if _is_han(one.char) and _is_han(after.char)
    ]  # fmt: skip
    height = strip.bottom - strip.top
    by_ink = height / (_HAN if any(_is_han(one.char) for one in line) else _LATIN)
    if len(steps) >= _RUN and abs(median(steps) - by_ink) < by_ink * 0.25:
        return float(median(steps))
    return by_ink


def _even(ems: Sequence[float]) -> list[float]:
    """Sizes that differ no more than measuring does are one size."""
    order = sorted(range(len(ems)), key=lambda at: ems[at])
    even = list(ems)
    group: list[int] = []
    for at in [*order, -1]:
        if at >= 0 and (not group or ems[at] <= ems[group[0]] * (1 + _SAME)):
            group.append(at)
            continue
        middle = median(ems[one] for one in group) if group else 0.0
        for one in group:
            even[one] = middle
        group = [at]
    return even


def _placed(strip: Strip, line: Sequence[Letter], em: float, dots: float, cutting: Cutting) -> list[Glyph]:
    edges = _edges(strip, line, em)
    base = ((strip.top + strip.bottom) / 2 + em * _RISE) / dots
    found = []
    text = "".join(one.char for one in line)
    for start, end, is_figure in tokens(text):
        sure = min(one.confidence for one in line[start:end])
        whole = is_figure and end - start >= _DIGITS and not any(one.char in ".," for one in line[start:end])
        if whole and points(strip, edges[start][0], edges[end - 1][1]):
            sure = min(sure, _UNEVEN)
        if sure < (_FIGURE if is_figure else _WORD):
            picture = cutting(int(edges[start][0]), strip.top, int(edges[end - 1][1]) + 1, strip.bottom)
            sight = Sight(round(sure, 3), picture)
        else:
            sight = Sight(round(sure, 3))
        found += [
            Glyph(edges[at][0] / dots, edges[at][1] / dots, base, em / dots, line[at].char, sight)
            for at in range(start, end)
        ]  # fmt: skip
    return found


def _edges(strip: Strip, line: Sequence[Letter], em: float) -> list[tuple[float, float]]:
    """From where to where each character reaches, in dots."""
    width = strip.pixels.shape[1]
    middles = [strip.left + one.middle * width for one in line]
    halves = [em / 2 if _is_han(one.char) else em / 4 for one in line]
    found = []
    for at, (middle, half) in enumerate(zip(middles, halves, strict=True)):
        x0, x1 = middle - half, middle + half
        if at:
            x0 = max(x0, (middles[at - 1] + middle) / 2)
        if at + 1 < len(line):
            x1 = min(x1, (middle + middles[at + 1]) / 2)
        found.append((x0, x1))
    found[0] = float(min(strip.x0, middles[0])), found[0][1]
    found[-1] = found[-1][0], float(max(strip.x1, middles[-1]))
    return found


def strip_pixels(found: Sequence[Strip], most: int) -> list[Pixels]:
    """The widest lines, which tell best whether they stand upright."""
    return [one.pixels for one in sorted(found, key=lambda one: one.x0 - one.x1)[:most]]
