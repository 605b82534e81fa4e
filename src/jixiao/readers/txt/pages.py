"""What a converter leaves of the pages of a PDF: page numbers, and running headers and footers beside them."""

from __future__ import annotations

import re
from collections import Counter

from jixiao.readers.txt.lines import Line

_DASH = "[-—–－─_~·・]"
_NUMBER = re.compile(
    rf"[\s\u3000]*(?:{_DASH}+[\s\u3000]*(?:\d{{1,3}}|[ⅠⅡⅢⅣⅤIVX]{{1,4}})[\s\u3000]*{_DASH}+"
    r"|第[\s\u3000]*\d{1,3}[\s\u3000]*页(?:[\s\u3000，,/]*共[\s\u3000]*\d{1,3}[\s\u3000]*页)?|[Pp]age[\s:]*\d{1,3}(?:[\s]*of[\s]*\d{1,3})?"
    r"|\d{1,3}[\s]*/[\s]*\d{1,3})[\s\u3000]*"
)
_BARE = re.compile(r"[\s\u3000]*(\d{1,3})[\s\u3000]*")
_APART = 8  # page numbers stand further apart than so many lines
_REPEATED = 3  # a running header is seen on at least so many pages
_LONGEST = 60  # characters of a running header


def without_page_marks(lines: list[Line]) -> tuple[list[Line], frozenset[int]]:
    """The lines without page numbers and running headers, and the numbers of the lines after which a page ended."""
    marks = {at for at, line in enumerate(lines) if not _cell(line) and _NUMBER.fullmatch(line.text)} | _counted(lines)
    if not marks:
        return lines, frozenset()
    beside = {near for at in marks for near in _neighbours(lines, at, marks)}
    seen = Counter(_same(lines[at].text) for at in beside)
    headers = {at for at in beside if seen[_same(lines[at].text)] >= _REPEATED}
    gone = marks | headers
    ends: set[int] = set()
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if at in gone:
            if kept:
                ends.add(next((one.number for one in reversed(kept) if not one.blank), kept[-1].number))
        else:
            kept.append(line)
    return kept, frozenset(ends)


def _cell(line: Line) -> bool:
    """Whether the line is a cell behind its tab: weights of 7, 8, 9 in a table are no page numbers."""
    return line.text.startswith("\t")


def _counted(lines: list[Line]) -> set[int]:
    """Bare numbers that count up by one through the text, far apart from each other."""
    chains: dict[int, tuple[int, int]] = {}  # number → length of the longest chain that ends with it, and its line
    before: dict[int, int] = {}  # line → line of the number before it in its chain
    best = (0, -1)
    for at, line in enumerate(lines):
        match = _BARE.fullmatch(line.text)
        if match is None or _cell(line):  # 7, 8, 9 down a column of points are no pages
            continue
        number = int(match[1])
        length, last = chains.get(number - 1, (0, -1))
        chain = (1, at)
        if length and at - last > _APART:
            chain = (length + 1, at)
            before[at] = last
        if chain[0] >= chains.get(number, (0, -1))[0]:
            chains[number] = chain
        best = max(best, chain)
    if best[0] < _REPEATED:
        return set()
    found = {best[1]}
    while (last := before.get(min(found), -1)) >= 0:
        found.add(last)
    return found


def _neighbours(lines: list[Line], at: int, marks: set[int]) -> list[int]:
    """The nearest line with words on each side of a page number."""
    found = []
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and lines[near].blank:
            near += step
        if 0 <= near < len(lines) and near not in marks and len(lines[near].text) <= _LONGEST:
            found.append(near)
    return found


def _same(text: str) -> str:
    return "".join(text.split())
