"""Pages to blocks: what is on every page left out, tables over pages joined, lines made paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from jixiao.model.document import Block, Doubt, Table, Unread, cell, paragraph
from jixiao.readers import limits
from jixiao.readers.layout import across, furniture, newspaper, paragraphs
from jixiao.readers.layout.across import Draft
from jixiao.readers.layout.bands import divided
from jixiao.readers.layout.cells import Sheet, sheet
from jixiao.readers.layout.grid import grids
from jixiao.readers.layout.lines import Line, lines_of
from jixiao.readers.layout.page import Glyph, Page
from jixiao.readers.layout.paragraphs import Set
from jixiao.readers.layout.pictures import without_charts
from jixiao.readers.layout.sights import doubts, told
from jixiao.readers.layout.unruled import tail, unruled
from jixiao.readers.notes import note

_RISE = 0.35  # of the height: the middle of a character above its base line


@dataclass(slots=True)
class Parted:
    """A page as lines of words and ruled tables."""

    number: int
    width: float
    height: float
    lines: list[Line]
    sheets: list[Sheet] = field(default_factory=list)


def parted(page: Page) -> Parted:
    """The words in the tables of a page, and those between them."""
    held = grids(page.across, page.down, page.glyphs)
    inside: list[list[Glyph]] = [[] for _ in held]
    loose: list[Glyph] = []
    for number, glyph in enumerate((*page.glyphs, *page.marked)):
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - glyph.em * _RISE
        at = next((n for n, one in enumerate(held) if one.box.holds(x, y)), -1)
        if at >= 0:
            inside[at].append(glyph)  # the head that a table repeats on each page is marked as well
        elif number < len(page.glyphs):
            loose.append(glyph)
    sheets = [sheet(divided(grid, glyphs), glyphs) for grid, glyphs in zip(held, inside, strict=True)]
    lines = lines_of(loose)
    if page.shapes:
        lines = without_charts(lines, page.shapes, [one.box for one in held], loose)
    boxes = [one.box for one in held]
    free = [one for one in page.across if not any(box.holds((one.start + one.end) / 2, one.at) for box in boxes)]
    more, lines = unruled(lines, free, page.width)
    return Parted(page.number, page.width, page.height, lines, [*(one for one in sheets if any(one.texts)), *more])


@dataclass(slots=True)
class Laid:
    """What pages come to (成文): blocks in reading order, on which pages they stand, the limit that was reached, if any."""

    blocks: list[Block] = field(default_factory=list)
    pages: list[tuple[int, int, int]] = field(default_factory=list)  # as Content.pages
    unread: list[Unread] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, block: Block, pages: Iterable[tuple[int, int]]) -> None:
        """One more block; ``pages`` are those that begin in it, each with the row (0: its beginning)."""
        self.blocks.append(block)
        for row, page in pages:
            if not self.pages or page != self.pages[-1][2]:
                self.pages.append((block.block, row, page))


def blocks(pages: list[Parted]) -> Laid:
    """Paragraphs and tables in reading order."""
    for one, gone in zip(pages, furniture.furniture([_face(one) for one in pages]), strict=True):
        one.lines = [line for number, line in enumerate(one.lines) if number not in gone]
    flow = _flow(list(_columns(pages)))
    running = paragraphs.Flow.of([line for part in flow if not isinstance(part, Draft) for line in part])
    laid = Laid()
    tables = cells = 0
    for part in flow:
        if isinstance(part, Draft):
            tables, cells = tables + 1, cells + part.rows * (len(part.xs) - 1)
            laid.unread = _full(tables, limits.TABLES, "tables") or _full(cells, limits.CELLS, "cells")
            if laid.unread:
                return laid
            table = _table(len(laid.blocks) + 1, part, laid.doubts)
            laid.add(table, ((row + (row > 0), page) for row, page in part.pages))
            continue
        for group in running.groups(part):
            laid.unread = _full(len(laid.blocks) + 1, limits.PARAGRAPHS, "paragraphs")
            if laid.unread:
                return laid
            words = paragraph(len(laid.blocks) + 1, paragraphs.text_of(group))
            laid.doubts += doubts(words, (one.line for one in group))
            laid.add(words, [(0, group[0].page)])
    return laid


def _columns(pages: Iterable[Parted]) -> Iterator[Parted]:
    """The columns of pages that are set in two (双栏) as if each were a page; other pages as they are."""
    halved = False
    for page in pages:
        found = [page.lines] if page.sheets else newspaper.parts(page.lines)
        rest = halved and not page.sheets and all(line.x1 < page.width / 2 for line in page.lines)  # the left one alone
        halved = len(found) > 1 or rest
        for part in found:
            yield replace(page, width=page.width / (1 + halved), lines=part)


def _full(count: int, limit: int, code: str) -> list[Unread]:
    return [note(code, limit=limit)] if count > limit else []


def _face(one: Parted) -> furniture.Face:
    return furniture.Face(one.height, one.lines, [(held.grid.ys[0], held.grid.ys[-1]) for held in one.sheets])


def _flow(pages: list[Parted]) -> list[list[Set] | Draft]:
    """Stretches of lines and tables in turn; a table that goes on at the top of the next page is one."""
    flow: list[list[Set] | Draft] = []
    for one, edge in zip(pages, paragraphs.margins([(one.width, one.lines) for one in pages]), strict=True):
        top = True
        items: list[tuple[float, Line | Sheet]] = [(line.base, line) for line in one.lines]
        items += [(held.grid.ys[0], held) for held in one.sheets]
        items.sort(key=lambda pair: pair[0])
        for _, item in _with_rest(items, flow[-1] if flow else None):
            last = flow[-1] if flow else None
            if isinstance(item, Line):
                if not isinstance(last, list):
                    flow.append(last := [])
                last.append(Set(item, edge, one.number))
            else:
                draft = Draft.of(item, one.number)
                if top and isinstance(last, Draft) and across.fit(last, draft):
                    flow[-1] = across.together(last, draft)
                else:
                    flow.append(draft)
            top = False
    return flow


def _with_rest(
    items: list[tuple[float, Line | Sheet]], last: list[Set] | Draft | None
) -> list[tuple[float, Line | Sheet]]:
    """What a page holds; lines at its top that go on in a table without lines on the page before are its rest."""
    if not isinstance(last, Draft) or not last.free:
        return items
    top = [item for _, item in takewhile(lambda pair: isinstance(pair[1], Line), items)]
    rest, count = tail([line for line in top if isinstance(line, Line)], last.free)
    return [(items[0][0], rest), *items[count:]] if rest else items


def _table(block: int, draft: Draft, unsure: list[Doubt]) -> Table:
    cells = []
    for one in sorted(draft.cells, key=lambda one: (one.row, one.column)):
        words = cell(block, one.row + 1, one.column + 1, one.text, rows=one.rows, columns=one.columns)
        cells.append(told(words, one.lines))
        unsure += doubts(words, one.lines)
    return Table.of(block, cells)
