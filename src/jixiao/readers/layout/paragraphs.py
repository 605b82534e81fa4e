"""Paragraphs of running text (段落): lines put together again by their indents, ends and distances."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from jixiao.readers.layout.lines import Line, joined

MARK = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、）)]|[.．](?!\d))|第[一二三四五六七八九十\d]{1,3}[部章节条篇分]"
    r"|[①-⑳⑴-⒇●■◆★□○◇•·▪➢✓√]|附[件表录](?:[\d一二三四五六七八九十]|[:：]))"
)
_ENDS = "。！？!?…"
_INDENT = 0.8  # ems
_EVEN = 0.5  # ems
_SIZE = 0.15  # share by which the characters of one paragraph may differ in size
_PITCH = 1.25  # times the usual distance of two lines: a gap between paragraphs
_ROOM = 0.6  # ems of free room that show that a line was ended on purpose
_USUAL_INDENT = 1.5, 2.8  # ems
_FEW = 2  # so few distances say nothing
_MOSTLY = 0.6
_LEADING = 0.9, 4.0  # ems from line to line in a text
_LONG = 0.55  # of the page's width: shorter lines say nothing about the margins


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of the text of a page, and the usual distance of its lines."""

    left: float
    right: float
    pitch: float


def margins(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[Margins]:
    """The margins of each page (its width, its lines): its own where it has full lines, else those of pages as wide."""
    found = []
    by_width: dict[int, list[Line]] = {}
    for width, lines in pages:
        by_width.setdefault(round(width), []).extend(lines)
    pitch = _pitch([lines for _, lines in pages])
    for width, lines in pages:
        same = by_width[round(width)]
        usual = [line for line in same if line.x1 - line.x0 > width * _LONG]
        em = median([line.em for line in usual or lines] or [12.0])
        left = min((line.x0 for line in lines), default=0.0)
        outer = min((line.x0 for line in same), default=left)
        if _USUAL_INDENT[0] * em < left - outer < _USUAL_INDENT[1] * em:
            left = outer  # every line of this page begins a paragraph
        own = max((line.edge for line in lines), default=0.0)
        right = _usual([line.edge for line in usual], em) if usual else max(width - left, own)
        found.append(Margins(left, max(right, own), pitch))
    return found


def _usual(values: Sequence[float], em: float) -> float:
    """The furthest edge that more than one line in ten comes near to."""
    least = min(len(values), max(2, len(values) // 10))
    return next(
        (
            edge
            for edge in sorted(values, reverse=True)
            if sum(edge - em * 1.5 <= one <= edge for one in values) >= least
        ),
        max(values),
    )


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance from one base line to the next, in ems; 0 where there are too few."""
    counts: Counter[float] = Counter()
    for lines in pages:
        for a, b in pairwise(lines):
            step = (b.base - a.base) / max(a.em, 1.0)
            if _LEADING[0] < step < _LEADING[1]:
                counts[round(step, 1)] += 1
    if not counts:
        return 0.0
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= most * _MOSTLY)


class Set(NamedTuple):
    """A line as it is set: with the margins and the number of its page."""

    line: Line
    edge: Margins
    page: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text: the lines of one paragraph after the other."""

    indented: bool = True  # paragraphs of this file begin with an indent
    spaced: bool = False  # … or stand further apart than the lines in them

    @staticmethod
    def of(lines: Sequence[Set]) -> Flow:
        """How the paragraphs of a file with these lines are set."""
        return Flow(_is_indented(lines), _is_spaced(lines))

    def groups(self, lines: Sequence[Set]) -> list[list[Set]]:
        """The lines, paragraph by paragraph."""
        found: list[list[Set]] = []
        last: Set | None = None
        for one in lines:
            if last is not None and self._goes_on(found[-1], last, one):
                found[-1].append(one)
            else:
                found.append([one])
            last = one
        return found

    def _goes_on(self, group: Sequence[Set], last: Set, after: Set) -> bool:
        line, following = last.line, after.line
        if _is_apart(last, after):
            return False
        # Two pages may have other margins: indents are measured from each page's own.
        shift = following.x0 - line.x0 - (after.edge.left - last.edge.left) * (last.page != after.page)
        if shift > _INDENT * line.em:
            return _hangs(line, following)
        ends, begins = line.text[-1] in _ENDS, MARK.match(following.text) is not None
        if shift < -_EVEN * line.em:
            return len(group) == 1 and not (ends and begins)
        deep = line.x0 - last.edge.left > _INDENT * line.em
        if len(group) == 1 and self.indented and deep and following.x0 - after.edge.left > _INDENT * line.em:
            return False
        told = (self.spaced and last.page == after.page) or (self.indented and (len(group) > 1 or deep))
        return not ends or (told and not begins)


def _is_apart(last: Set, after: Set) -> bool:
    """Whether size, distance or free room at the end of the line show that the paragraph is over."""
    line, following, pitch = last.line, after.line, last.edge.pitch
    if abs(line.em - following.em) > _SIZE * max(line.em, following.em):
        return True
    if last.page == after.page and pitch and (following.base - line.base) > _PITCH * pitch * line.em:
        return True
    return line.x1 + following.first + _ROOM * line.em <= last.edge.right


def _hangs(line: Line, after: Line) -> bool:
    """Whether the next line begins under the first word behind the mark of this one."""
    mark = MARK.match(line.text)
    if mark is None:
        return False
    return any(abs(glyph.x0 - after.x0) < _EVEN * line.em for glyph in line.glyphs[1 : mark.end() + 3])


def _is_indented(lines: Sequence[Set]) -> bool:
    """Whether the paragraphs of a file begin with an indent."""
    least, most = _USUAL_INDENT
    deep = sum(1 for line, edge, _ in lines if least * line.em < line.x0 - edge.left < most * line.em)
    return deep > 1  # once is an accident


def _is_spaced(lines: Sequence[Set]) -> bool:
    """Whether the paragraphs of a file stand further apart than the lines in them."""
    steps = [
        (b.line.base - a.line.base) / (a.edge.pitch * a.line.em)
        for a, b in pairwise(lines)
        if a.page == b.page and a.edge.pitch and a.line.x1 + 2 * b.line.first < a.edge.right
        and abs(a.line.em - b.line.em) < _SIZE * a.line.em
    ]  # fmt: skip
    return len(steps) > _FEW and sum(step > _PITCH for step in steps) > len(steps) * _MOSTLY


def text_of(group: Sequence[Set]) -> str:
    """The words of a paragraph."""
    text = group[0].line.text
    for one in group[1:]:
        text = joined(text, one.line.text)
    return text
