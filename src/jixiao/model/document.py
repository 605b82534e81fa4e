"""Document (文档): what a reader yields. Ordered paragraphs and tables, no meaning yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from jixiao.model.place import Place
from jixiao.model.words import plain

if TYPE_CHECKING:
    from jixiao.model.covering import Covering

Lines = tuple[tuple[int, int], ...]  # (offset in the text, line of the file), ascending; () without lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, outside tables.

    ``text`` is what a person sees, automatic numbering included; the first ``label`` characters of it are that
    automatic number and are not in the file's text. ``level`` is the outline level (1-9) of a heading by style.
    """

    block: int
    text: str
    plain: str
    part: str = "body"
    lines: Lines = ()
    level: int | None = None
    label: int = 0

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of a span of this paragraph (all of it by default)."""
        end = len(self.text) if end is None else end
        return Place(
            self.part, self.block, start, end, self.text[start:end],
            line=line_at(self.lines, start), end_line=line_at(self.lines, max(start, end - 1)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: anchored at ``row`` and ``column`` (from 1), spanning ``rows`` by ``columns``."""

    block: int
    row: int
    column: int
    text: str
    plain: str
    rows: int = 1
    columns: int = 1
    part: str = "body"
    lines: Lines = ()
    confidence: float = 1.0  # below 1 only where a picture was read

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of a span of this cell (all of it by default)."""
        end = len(self.text) if end is None else end
        return Place(
            self.part, self.block, start, end, self.text[start:end], self.row, self.column,
            line_at(self.lines, start), line_at(self.lines, max(start, end - 1)),
        )  # fmt: skip


def line_at(lines: Lines, offset: int) -> int | None:
    """The line of the file on which the character at ``offset`` stands."""
    if not lines:
        return None
    return lines[max(0, bisect_right(lines, (offset, 1 << 60)) - 1)][1]


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. ``grid[r][c]`` is the cell that covers row r+1 and column c+1, or None."""

    block: int
    cells: tuple[Cell, ...]
    grid: tuple[tuple[Cell | None, ...], ...]
    part: str = "body"
    inside: tuple[int, int, int] | None = None  # block, row, column of the cell that holds a nested table

    @staticmethod
    def of(
        block: int, cells: Iterable[Cell], *, part: str = "body", inside: tuple[int, int, int] | None = None
    ) -> Table:
        """A table from its cells in reading order; a later cell never covers an earlier one."""
        kept = tuple(cells)
        height = width = 0
        for cell in kept:
            if (bottom := cell.row + cell.rows - 1) > height:
                height = bottom
            if (right := cell.column + cell.columns - 1) > width:
                width = right
        grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        for cell in kept:
            if cell.rows == cell.columns == 1:
                line = grid[cell.row - 1]
                line[cell.column - 1] = line[cell.column - 1] or cell
                continue
            for line in grid[cell.row - 1 : cell.row - 1 + cell.rows]:
                for column in range(cell.column - 1, cell.column - 1 + cell.columns):
                    line[column] = line[column] or cell
        return Table(block, kept, tuple(map(tuple, grid)), part, inside)

    def row(self, number: int) -> list[Cell]:
        """The cells that cover row ``number`` (from 1), each once, left to right."""
        line = self.grid[number - 1]
        return [c for i, c in enumerate(line) if c is not None and (i == 0 or line[i - 1] is not c)]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a position (both from 1), or None."""
        if 1 <= row <= len(self.grid) and 1 <= column <= len(self.grid[row - 1]):
            return self.grid[row - 1][column - 1]
        return None


Block = Paragraph | Table
Words = Paragraph | Cell  # whatever carries text and can give a place


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of the file that could not be read or was left out (读取说明).

    ``code`` is a reading code such as ``encrypted``; ``fatal`` means that nothing was read at all.
    """

    code: str
    message: str
    message_en: str
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Leftover of editing that the format itself shows (编辑痕迹): where it stands and the words it is about.

    ``kind``: inserted, deleted (修订), comment (批注), hidden (隐藏文字). The words of a deletion, a comment or
    hidden text are not part of any block's text.
    """

    kind: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words read off a picture that may be read wrongly (存疑): no rule may accuse them.

    ``confidence`` is from 0 to 1; ``picture`` is a small PNG of just these words, b"" where there is none.
    """

    place: Place
    confidence: float
    picture: bytes = b""


DATA_NAMESPACE = "urn:jixiao:report:1"  # of the data part in the files that we write


@dataclass(frozen=True)
class Bound:
    """What a file that we wrote carries beside its words (绑定数据): the filing as JSON and each bound figure by its id.

    The figures are as they stand in the data part now: a figure that was changed in Word is changed here.
    """

    data: str
    figures: dict[str, str]


@dataclass(frozen=True)
class Document:
    """A file as read: blocks in reading order, what could not be read, and the file's identity."""

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    unread: tuple[Unread, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)  # author, title … as the file carries them
    marks: tuple[Mark, ...] = ()  # in reading order
    bound: Bound | None = None
    pages: tuple[tuple[int, int, int], ...] = ()  # (block, row, page) ascending: from there on it is that page
    doubts: tuple[Doubt, ...] = ()  # in reading order; () where nothing was read off a picture
    scanned: tuple[int, ...] = ()  # the pages whose words were read off a picture
    files: tuple[
        tuple[int, str], ...
    ] = ()  # (block, file) ascending: from there on it is that file; () for a single one

    def page_of(self, place: Place) -> int | None:
        """The page (from 1) on which a place stands; None where the format has no pages."""
        at = max(0, bisect_right(self.pages, (place.block, place.row or 0, 1 << 60)) - 1)
        if not self.pages or (self.files and self.part_of(self.pages[at][0]) != self.part_of(place.block)):
            return None
        return self.pages[at][2]

    def file_of(self, block: int) -> str:
        """The name of the file in which a block stands; "" for a report in a single file."""
        at = self.part_of(block)
        return self.files[at][1] if self.files else ""

    def part_of(self, block: int) -> int:
        """The number (from 0) of the file in which a block stands."""
        return max(0, bisect_right(self.files, (block, "\U0010ffff")) - 1)

    @property
    def readable(self) -> bool:
        """Whether anything at all was read."""
        return not any(note.fatal for note in self.unread)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs outside tables."""
        return tuple(b for b in self.blocks if isinstance(b, Paragraph))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables, nested ones after the table that holds them."""
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Every paragraph and every cell with text, in reading order."""
        return tuple(_words(self.blocks))

    @cached_property
    def plain(self) -> str:
        """The plain text of all words, one paragraph or cell after the other, a form feed between."""
        return "\f".join(w.plain for w in self.words)

    @cached_property
    def covering(self) -> Covering:
        """The personal data in it, which no writer repeats."""
        from jixiao.model.covering import covering_of  # noqa: PLC0415 - which is about documents

        return covering_of(self)

    @cached_property
    def starts(self) -> list[int]:
        """Where each of the words begins in the joined text."""
        starts, offset = [], 0
        for item in self.words:
            starts.append(offset)
            offset += len(item.plain) + 1
        return starts

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Words, int]]:
        """Every match of a pattern in any paragraph or cell, in one pass over the whole text.

        Yields the match, the words it stands in, and the offset of those words in the joined text, so that
        ``words.place(match.start() - offset, match.end() - offset)`` is the place. No match crosses a form feed
        as long as the pattern does not match one.
        """
        for match in pattern.finditer(self.plain):
            index = bisect_right(self.starts, match.start()) - 1
            yield match, self.words[index], self.starts[index]

    def at(self, offset: int) -> tuple[Words, int]:
        """The paragraph or cell in which a character of the joined text stands, and the offset of its words there."""
        index = bisect_right(self.starts, offset) - 1
        return self.words[index], self.starts[index]

    def spot(self, start: int, end: int) -> Place:
        """The place of a span of the joined text; the span lies in one paragraph or cell."""
        words, offset = self.at(start)
        return words.place(start - offset, end - offset)

    def places(self, pattern: re.Pattern[str], group: int | str = 0) -> Iterator[Place]:
        """The places of every match (of one group of it)."""
        for match, words, offset in self.find(pattern):
            yield words.place(match.start(group) - offset, match.end(group) - offset)


def _words(blocks: Iterable[Block]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.plain:
                yield block
        else:
            yield from (c for c in block.cells if c.plain)


def paragraph(
    block: int, text: str, *, part: str = "body", lines: Lines = (), level: int | None = None, label: int = 0
) -> Paragraph:
    """A paragraph with its plain text worked out."""
    return Paragraph(block, text, plain(text), part, lines, level, label)


@dataclass(slots=True)
class _Writable:
    """The slots of a Cell before it is one: to fill them takes a third of the time that a frozen class takes."""

    block: int
    row: int
    column: int
    text: str
    plain: str
    rows: int
    columns: int
    part: str
    lines: Lines
    confidence: float


def cell(
    block: int,
    row: int,
    column: int,
    text: str,
    *,
    rows: int = 1,
    columns: int = 1,
    part: str = "body",
    lines: Lines = (),
) -> Cell:
    """A cell with its plain text worked out. Reports have thousands, so this is the one place that cares how it is made."""
    made = _Writable(block, row, column, text, plain(text), rows, columns, part, lines, 1.0)
    made.__class__ = Cell  # type: ignore[assignment]  # the same slots in the same order: tests/model/test_document.py
    return cast("Cell", made)
