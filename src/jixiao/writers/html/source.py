"""The left half: the report as read, its numbers and the words of findings marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from jixiao.model.document import Cell, Paragraph, Table, Words
from jixiao.model.report import Report
from jixiao.writers.html.links import Key, Links, Number, key_of
from jixiao.writers.paint import MARKS
from jixiao.writers.speech import say
from jixiao.writers.view import Shown
from jixiao.writers.width import tame

_DEEPEST = 6
_HEADING_MOST = 60  # a heading that runs on into its paragraph is set as a paragraph


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of one finding in one paragraph or cell."""

    number: int
    severity: str
    start: int
    end: int


class Source:
    """Turns blocks into HTML."""

    def __init__(self, report: Report, links: Links, items: list[Shown], lang: str) -> None:
        self._report, self._links, self._lang = report, links, lang
        self._marks: dict[Key, list[Mark]] = defaultdict(list)
        for number, item in enumerate(items, 1):
            if item.place:
                mark = Mark(number, item.finding.severity, item.place.start, item.place.end)
                self._marks[key_of(item.place)].append(mark)
        self._levels = {section.place.block: section.level for section in report.sections}

    def html(self) -> Iterator[str]:
        """Block after block."""
        file = ""
        for block in self._report.document.blocks:
            if (own := self._report.document.file_of(block.block)) != file:
                file = own
                yield f'<p class="file">{escape(tame(file))}</p>'
            if isinstance(block, Table):
                yield self._table(block)
            else:
                yield self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> str:
        level = (self._levels.get(block.block) or block.level) if len(block.text) <= _HEADING_MOST else None
        tag = f"h{min(level + 1, _DEEPEST)}" if level else "p"
        line = f' data-line="{block.lines[0][1]}"' if block.lines else ""
        part = "" if block.part == "body" else f'<small class="part">{escape(say(block.part, self._lang))}</small>'
        return f'<{tag} id="b{block.block}"{line}>{part}{self._words(block)}</{tag}>'

    def _table(self, table: Table) -> str:
        rows = []
        for number, line in enumerate(table.grid, 1):
            cells = []
            for column, cell in enumerate(line, 1):
                if cell is None:
                    cells.append("<td></td>")
                elif (cell.row, cell.column) == (number, column):
                    cells.append(self._cell(cell))
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f'<div class="table" id="b{table.block}" tabindex="0"><table>{"".join(rows)}</table></div>'

    def _cell(self, cell: Cell) -> str:
        spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
            f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        )
        found = {mark.severity for mark in self._marks.get(_key(cell), ())}
        worst = next((f' class="{severity}"' for severity in MARKS if severity in found), "")
        return f"<td{spans}{worst}>{self._words(cell)}</td>"

    def _words(self, words: Words) -> str:
        """The text cut at every border of a number or a mark, each piece with what it belongs to."""
        key, text = _key(words), "\n".join(tame(line) for line in words.text.split("\n"))
        marks = [
            Mark(m.number, m.severity, min(m.start, len(text)), min(m.end, len(text))) for m in self._marks.get(key, ())
        ]
        numbers = self._links.by_words.get(key, [])
        cuts = sorted(
            {
                0,
                len(text),
                *(c for m in marks for c in (m.start, m.end)),
                *(c for n in numbers for c in (n.start, n.end)),
            }
        )
        out, run, held = [self._pins(marks, 0)], "", list[Mark]()
        for start, end in pairwise(cuts):
            over = [m for m in marks if m.start <= start and end <= m.end]
            if over != held:
                out.append(self._marked(held, run))
                run, held = "", over
                out += (f'<a id="p{m.number}"></a>' for m in over if m.start == start)
            piece = escape(text[start:end]).replace("\n", "<br>")
            number = next((n for n in numbers if n.start <= start and end <= n.end), None)
            run += piece if number is None else self._number(number, piece)
            if pins := self._pins(marks, end):
                out += [self._marked(held, run), pins]
                run = ""
        return "".join([*out, self._marked(held, run)])

    def _number(self, number: Number, piece: str) -> str:
        if not number.parts:
            return f'<span class="n">{piece}</span>'
        return f'<span class="n live" data-n="{number.id}" tabindex="0" role="button">{piece}</span>'

    def _marked(self, over: list[Mark], piece: str) -> str:
        if not over or not piece:
            return piece
        worst = min(over, key=lambda m: list(MARKS).index(m.severity))
        return f'<mark class="{worst.severity}" data-f="{" ".join(str(m.number) for m in over)}">{piece}</mark>'

    def _pins(self, marks: list[Mark], at: int) -> str:
        """The small numbers behind marked words, which lead to the findings."""
        pins = []
        for mark in marks:
            if mark.end == at and (mark.start < at or mark.start == mark.end):
                own = f' id="p{mark.number}"' if mark.start == mark.end else ""
                label = f"{MARKS[mark.severity]}{mark.number}"
                pins.append(f'<a class="pin {mark.severity}"{own} href="#f{mark.number}">{label}</a>')
        return "".join(pins)


def _key(words: Words) -> Key:
    return (words.block, words.row, words.column) if isinstance(words, Cell) else (words.block, 0, 0)
