"""A Markdown file from its bytes: headings with their levels, tables, and the rest as the lines of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from jixiao.model.document import Block, Table, Unread, cell, paragraph
from jixiao.readers import limits
from jixiao.readers.common.decoding import decoded
from jixiao.readers.formats import Content
from jixiao.readers.html.file import blocks_in
from jixiao.readers.markdown.inline import lines_of
from jixiao.readers.notes import note
from jixiao.readers.txt.file import bounded, laid_out, limited
from jixiao.readers.txt.lines import Line

_TABLE = re.compile(r"<table[\s>].*?</table>", re.IGNORECASE | re.DOTALL)
_EMPTY = re.compile(r"(?<=\n)[ \t]*(?=\n)")
_FRONT = re.compile(r"\A---\n(?:[\w-]+:[^\n]*\n|[ \t-][^\n]*\n)*---\n")  # what programs put before the words
_LEAD = re.compile(r"[ \t]*(\u3000+)")  # blanks of a form, which the parser takes for white space
_ENDS = re.compile(r"\r\n?|\f|\x0b|\u2028|\u2029")


def read(data: bytes) -> Content:
    """The content of a Markdown file."""
    text, lost = decoded(data)
    text, left_out = bounded(_ENDS.sub("\n", text.replace("\0", " ")))
    text = _FRONT.sub(lambda front: "\n" * front[0].count("\n"), text)
    text = _with_whole_tables(text)
    parser = MarkdownIt("commonmark", {"maxNesting": limits.NESTING}).enable("table")
    out = _Out(text.split("\n"))
    out.read(parser.parse(text))
    kept, full = limited(out.blocks)
    return Content(kept, (*((note("decoding", count=lost),) if lost else ()), *left_out, *out.unread, *full))


def _with_whole_tables(text: str) -> str:
    """The text without empty lines in tables of HTML, which would end them."""
    end = text.lower().rfind("</table>") + 1
    return (
        _TABLE.sub(lambda table: _EMPTY.sub("<!-- -->", table[0]), text[: end + 8]) + text[end + 8 :] if end else text
    )


class _Out:
    """The blocks so far, and the lines that are not yet any."""

    def __init__(self, source: list[str]) -> None:
        self._source = source
        self.blocks: list[Block] = []
        self.unread: list[Unread] = []
        self._lines: list[Line] = []
        self._mark = ""  # of the list entry that begins

    def read(self, tokens: Sequence[Token]) -> None:
        """All tokens of a file."""
        at = 0
        while at < len(tokens):
            one = tokens[at]
            number = one.map[0] + 1 if one.map else 0
            if one.type == "list_item_open":
                self._mark = f"{one.info}{one.markup} " if one.info else ""
            elif one.type == "heading_open":
                self._heading(tokens[at + 1], number, int(one.tag[1]))
                at += 1
            elif one.type == "inline":
                self._words(lines_of(one), number)
            elif one.type in ("fence", "code_block"):
                self._words(one.content.rstrip("\n").split("\n"), number + (one.type == "fence"))
            elif one.type == "html_block":
                self._flush()
                blocks, unread = blocks_in(one.content, len(self.blocks) + 1)
                self.blocks += blocks
                self.unread += unread
            elif one.type == "table_open":
                end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                self._flush()
                self._table(tokens[at:end])
                at = end
            at += 1
        self._flush()

    def _heading(self, inline: Token, number: int, level: int) -> None:
        words = "".join(lines_of(inline)).replace("\v", "").strip()
        self._flush()
        if words:
            self.blocks.append(paragraph(len(self.blocks) + 1, words, lines=((0, number),), level=level))

    def _words(self, lines: list[str], number: int) -> None:
        """The lines of a paragraph; an empty one divides it from the next."""
        for at, line in enumerate(lines):
            lead = _LEAD.match(self._source[number + at - 1]) if number + at <= len(self._source) else None
            words = self._mark + (lead[1] if lead else "") + line
            self._lines += [Line(number + at, piece) for piece in words.split("\v")]
            self._mark = ""
        self._lines.append(Line(number + len(lines), ""))

    def _flush(self) -> None:
        self.blocks += laid_out(self._lines, len(self.blocks) + 1)
        self._lines = []

    def _table(self, tokens: Sequence[Token]) -> None:
        """A table of pipes."""
        block = len(self.blocks) + 1
        cells = []
        row = column = widest = 0
        for at, one in enumerate(tokens):
            if one.type == "tr_open":
                row, column = row + 1, 0
                number = one.map[0] + 1 if one.map else 0
            elif one.type in ("th_open", "td_open"):
                column += 1
                widest = max(widest, column)
                if column <= limits.COLUMNS:
                    text = "".join(lines_of(tokens[at + 1])).replace("\v", "\n")
                    cells.append(cell(block, row, column, text.strip(), lines=((0, number),)))
        if widest > limits.COLUMNS:
            self.unread.append(note("span", block=block, limit=limits.COLUMNS))
        self.blocks.append(Table.of(block, cells))
