"""Where a finding stands, in a reader's words: its chapter or table, its line or cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from jixiao.model.appraisal import Appraisal
from jixiao.model.document import Paragraph, Table, Words
from jixiao.model.place import Place
from jixiao.model.report import Report, Section
from jixiao.writers.speech import say
from jixiao.writers.width import tame

_NEAR = 4  # blocks above a table in which its title may stand
_TITLE = 48  # longest text that may be a title
_PARTS = ("header", "footer", "footnote", "textbox")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading or a table under which findings are listed; ``block`` is where it begins (0: the cover)."""

    block: int
    title: str


class Layout:
    """The chapters and tables of one report, and the words at a place."""

    def __init__(self, report: Report, lang: str = "zh") -> None:
        self._report = report
        self._lang = lang

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The cover, every chapter of the first level and every table, in reading order."""
        found = [Chapter(s.place.block, _heading(s.number, s.title)) for s in self._top_sections]
        known = {chapter.block for chapter in found}
        found += [self._of_table(table) for table in self._outer_tables if table.block not in known]
        found.sort(key=lambda chapter: chapter.block)
        first = say("front" if self._report.sections else "whole", self._lang)
        return (Chapter(0, first), *found)

    def chapter(self, place: Place | None) -> Chapter:
        """The chapter or table to which a place belongs."""
        if place is None or place.part in _PARTS:
            return Chapter(0, say(place.part, self._lang) if place else say("whole", self._lang))
        below = bisect_right([chapter.block for chapter in self.chapters], place.block) - 1
        return self.chapters[below]

    def short(self, place: Place) -> str:
        """The line alone where there is one: 第25行."""
        line = say("line", self._lang, n=place.line) if place.line else ""
        return self._in_file(place, line) if line else self.where(place)

    def sheet_title(self, sheet: Appraisal) -> str:
        """The chapter's title of a 自评表."""
        below = bisect_right([chapter.block for chapter in self.chapters], sheet.block) - 1
        return self.chapters[below].title

    def where(self, place: Place) -> str:
        """第25行, 表2 第3行第4列, 第12段; 第3页 · 第12段 in a format of pages; 附表.xlsx 表1 第3行第4列 in one of several files."""
        page = self._report.document.page_of(place)
        inside = self._on_page(place)
        return self._in_file(place, inside if page is None else f"{say('page', self._lang, n=page)} · {inside}")

    def _in_file(self, place: Place, inside: str) -> str:
        return f"{tame(self._report.document.file_of(place.block))} {inside}".lstrip()

    def _on_page(self, place: Place) -> str:
        if place.row is not None:
            cell = say("cell", self._lang, row=place.row, column=place.column)
            inside = f"{self._table_name(place.block)} {cell}"
            return f"{say('line', self._lang, n=place.line)} · {inside}" if place.line else inside
        if place.line:
            last = place.end_line or place.line
            key = "line" if last == place.line else "lines"
            return say(key, self._lang, n=place.line, m=last)
        if place.part in _PARTS:
            return say(place.part, self._lang)
        return say("paragraph", self._lang, n=self._paragraph_number(place.block))

    def context(self, place: Place) -> tuple[str, int, int]:
        """The words to show for a place and where in them it stands: its paragraph, or the row of its table."""
        words = self._words.get((place.block, place.row, place.column))
        if words is None:
            return tame(place.quote), 0, len(place.quote)
        if isinstance(words, Paragraph):
            return tame(words.text), place.start, min(place.end, len(words.text))
        return self._row(words, place)

    def _row(self, words: Words, place: Place) -> tuple[str, int, int]:
        table = self._tables[place.block]
        text, start, end = "", 0, 0
        for cell in table.row(place.row or 1):
            if text:
                text += " │ "
            shown = tame(cell.text)
            lead = len(shown) - len(shown.lstrip())
            if cell is words:
                start = len(text) + max(0, place.start - lead)
                end = max(start, len(text) + min(place.end - lead, len(shown.strip())))
            text += shown.strip()
        return text, start, end

    @cached_property
    def _words(self) -> dict[tuple[int, int | None, int | None], Words]:
        found: dict[tuple[int, int | None, int | None], Words] = {}
        for block in self._report.document.blocks:
            if isinstance(block, Table):
                found.update({(c.block, c.row, c.column): c for c in block.cells})
            else:
                found[block.block, None, None] = block
        return found

    @cached_property
    def _tables(self) -> dict[int, Table]:
        return {table.block: table for table in self._report.document.tables}

    @cached_property
    def _outer_tables(self) -> tuple[Table, ...]:
        return tuple(t for t in self._report.document.tables if t.inside is None)

    @cached_property
    def _top_sections(self) -> list[Section]:
        top = min((s.level for s in self._report.sections), default=1)
        return [s for s in self._report.sections if s.level == top]

    @cached_property
    def _table_numbers(self) -> dict[int, int]:
        """Tables are counted in each file."""
        document = self._report.document
        counted = Counter[int]()
        found = {}
        for table in document.tables:
            part = document.part_of(table.block)
            counted[part] += 1
            found[table.block] = counted[part]
        return found

    @cached_property
    def _sheet_names(self) -> dict[int, str]:
        return dict(reversed(self._report.sheet_names))  # the first of two in one table names it

    @cached_property
    def _paragraph_blocks(self) -> list[int]:
        return [p.block for p in self._report.document.paragraphs if p.plain.strip()]

    def _paragraph_number(self, block: int) -> int:
        document = self._report.document
        begin = document.files[document.part_of(block)][0] if document.files else 0
        before = bisect_right(self._paragraph_blocks, begin - 1)
        return max(1, bisect_right(self._paragraph_blocks, block) - before)

    def _table_name(self, block: int) -> str:
        return say("table", self._lang, n=self._table_numbers.get(block, 1))

    def _of_table(self, table: Table) -> Chapter:
        """A table as a chapter, which begins with the title above it."""
        begin, caption = self._caption(table.block)
        title = f"{self._table_name(table.block)} {caption}".strip()
        name = tame(self._sheet_names.get(table.block, "")).strip()
        return Chapter(begin, f"{title} · {name}" if name and name not in title else title)

    def _caption(self, block: int) -> tuple[int, str]:
        blocks = self._report.document.blocks
        at = next((i for i, b in enumerate(blocks) if b.block == block), 0)
        for before in reversed(blocks[max(0, at - _NEAR) : at]):
            if isinstance(before, Table):
                break
            text = tame(before.text).strip()
            if "表" in text and len(text) <= _TITLE and "：" not in text.replace(":", "："):
                return before.block, text
        return block, ""


def _heading(number: str, title: str) -> str:
    dot = "、" if number and number[-1] not in "、.．）)章节" else ""
    return tame(f"{number}{dot}{title}").strip()
