"""What stands on every page and is no part of the report: page numbers, running headers and footers (页眉页脚)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from jixiao.readers.layout.lines import Line

_DASH = "[-—–－─_~·・]"
_NUMBER = re.compile(
    rf"{_DASH}+\s*(?:\d{{1,4}}|[ⅠⅡⅢⅣⅤIVX]{{1,5}})\s*{_DASH}+|第?\s*\d{{1,4}}\s*页?\s*[,，/／]?\s*共?\s*\d{{1,4}}\s*页"
    r"|第\s*\d{1,4}\s*页|[Pp]age[\s:]*\d{1,4}(?:\s*of\s*\d{1,4})?|\d{1,4}\s*[/／]\s*\d{1,4}"
)
_BARE = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
_EDGE = 3  # so many lines at the top and at the bottom of a page may be furniture
_ZONE = 0.14  # of the page's height, at the top and at the bottom
_MARGIN = 0.085  # of the page's height: nothing of the report itself begins so near to the edge
_SMALL = 0.85  # of the usual size: running lines in the body's size stand in the margin only
_LEVEL = 4.0  # points by which the same line may differ between pages
_LEAST = 3  # pages on which a running line is seen …
_SHARE = 0.4  # … and the share of all pages


@dataclass(frozen=True, slots=True)
class Face:
    """A page as far as its edges matter: its height, its loose lines from the top, where its tables begin and end."""

    height: float
    lines: Sequence[Line]
    tables: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True)
class _Key:
    """What is the same of a running line on every page: the edge, how far from it, the words without numbers."""

    low: bool
    level: int
    words: str


def furniture(pages: Sequence[Face]) -> list[set[int]]:
    """For each page the lines that are no part of the report."""
    gone = [
        {at for at in _edge(page) if _NUMBER.fullmatch(page.lines[at].text.strip())} | counted
        for page, counted in zip(pages, _counted(pages), strict=True)
    ]
    running = _running(pages)
    for page, out in zip(pages, gone, strict=True):
        out |= {at for at in _edge(page) if _key(page, page.lines[at]) in running}
    for low in (False, True):
        _beyond(pages, gone, low=low)
    return gone


def _edge(page: Face) -> list[int]:
    lines, count = page.lines, len(page.lines)
    top = [at for at in range(min(_EDGE, count)) if lines[at].base < page.height * _ZONE]
    low = [at for at in range(max(0, count - _EDGE), count) if lines[at].base > page.height * (1 - _ZONE)]
    return sorted({*top, *low})


def _key(page: Face, line: Line) -> _Key:
    low = line.base > page.height / 2
    level = round((page.height - line.base if low else line.base) / _LEVEL)
    return _Key(low, level, _DIGITS.sub("#", "".join(line.text.split())))


def _running(pages: Sequence[Face]) -> set[_Key]:
    """Lines that most pages carry at the same place, outside of what stands on the other pages.

    A title that begins a page as often stands where other pages begin with other words: it is part of the report.
    """
    usual = median([line.em for page in pages for line in page.lines] or [0.0])
    seen: Counter[_Key] = Counter()
    for page in pages:
        seen.update({_key(page, page.lines[at]) for at in _edge(page) if _may_run(page, page.lines[at], usual)})
    most = max(_LEAST, len(pages) * _SHARE)
    often = {
        key for key in seen
        if sum(seen[_Key(key.low, key.level + step, key.words)] for step in (-1, 0, 1)) >= most
    }  # fmt: skip
    reach = [min((_distances(page, often, low=low) for page in pages), default=0.0) for low in (False, True)]
    return {key for key in often if (key.level + 1) * _LEVEL < reach[key.low]}


def _may_run(page: Face, line: Line, usual: float) -> bool:
    return line.em < _SMALL * usual or min(line.base, page.height - line.base) < page.height * _MARGIN


def _distances(page: Face, often: set[_Key], *, low: bool) -> float:
    """How near to an edge of the page the first of its own content comes."""
    bases = [line.base for line in page.lines if _key(page, line) not in often and not _NUMBER.fullmatch(line.text.strip())
             and not _BARE.fullmatch(line.text.strip())]  # fmt: skip
    bases += [end[low] for end in page.tables]
    if low:
        return min((page.height - base for base in bases), default=page.height)
    return min(bases, default=page.height)


def _counted(pages: Sequence[Face]) -> list[set[int]]:
    """Bare numbers at the edge that count the pages."""
    offsets: Counter[int] = Counter()
    places: list[tuple[int, int, int]] = []
    for number, page in enumerate(pages):
        for at in _edge(page):
            text = page.lines[at].text.strip()
            if _BARE.fullmatch(text):
                offsets[int(text) - number] += 1
                places.append((number, at, int(text) - number))
    usual = {offset for offset, count in offsets.items() if count > 1 or (len(pages) == 1 and offset == 1)}
    found: list[set[int]] = [set() for _ in pages]
    for number, at, offset in places:
        if offset in usual:
            found[number].add(at)
    return found


def _beyond(pages: Sequence[Face], gone: Sequence[set[int]], *, low: bool) -> None:
    """What stands on the level of a running line, or further out, is no part of the report either."""
    levels = [
        page.height - page.lines[at].base if low else page.lines[at].base
        for page, out in zip(pages, gone, strict=True) for at in out if (page.lines[at].base > page.height / 2) == low
    ]  # fmt: skip
    if len(levels) < max(2, len(pages) * _SHARE):
        return
    level = sorted(levels)[len(levels) // 2]
    for page, out in zip(pages, gone, strict=True):
        for at in _edge(page):
            line = page.lines[at]
            far = page.height - line.base if low else line.base
            if (line.base > page.height / 2) == low and far <= level + 1:
                out.add(at)
