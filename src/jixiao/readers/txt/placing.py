"""Rows of a 自评表 whose cells are known but not their columns: each cell is put under its head, or the row is kept whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.forms.vocabulary import bare, role, totals
from jixiao.model.document import Table, cell
from jixiao.readers.txt import labels
from jixiao.readers.txt.grid import Draft

Placed = tuple[Draft, int, int]  # a cell, its column (from 1), and how many columns it spans (0: to the end)


def squeezed(draft: Draft) -> str:
    """The words of a cell without white space, in one spelling of brackets and colons."""
    return labels.squeezed(draft.text)


@dataclass
class Placing:
    """Rows placed so far, and the heads under which the next ones stand."""

    rows: list[list[Placed]] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)  # roles of the head cells, left to right
    money: list[str] = field(default_factory=list)
    indent: int = 0  # columns left of the first head cell
    placed: int = 0  # rows of figures that found their columns
    lost: int = 0  # rows that did not

    def head(self, drafts: Sequence[Draft], found: list[str], group: str, before: Sequence[Draft] = ()) -> None:
        """A row of head cells, with the label of the block to its left."""
        self.indent = max(1, len(before))
        self.indicators, self.money = (found, []) if group == "columns" else ([], found)
        lead = [(draft, column, 1) for column, draft in enumerate(before, 1)]
        self.rows.append([*lead, *((draft, self.indent + at, 1) for at, draft in enumerate(drafts, 1))])

    def starts(self, texts: Sequence[str]) -> list[str]:
        """Under which heads the first cell of an indicator row may stand; [] where it is no such row."""
        if not self.indicators or not texts or not texts[0]:
            return []
        first, second = labels.level(texts[0]), labels.level(texts[1]) if len(texts) > 1 else ""
        found = ["level1"] if first and second else ["level1", "level2"] if first == "level1" else [first or "level3"]
        return [name for name in found if name in self.indicators]

    def row(self, drafts: Sequence[Draft], texts: Sequence[str]) -> bool:
        """Place an indicator row where there is one way only to do it."""
        ways = [name for name in self.starts(texts) if self._kept(drafts, name)]
        return len(ways) == 1 and self.indicator(drafts, ways[0])

    def indicator(self, drafts: Sequence[Draft], start: str) -> bool:
        """Place an indicator row whose first cell stands under ``start``; False where it does not fit."""
        kept = self._kept(drafts, start)
        left = self.indent + 1 + self.indicators.index(start)
        if kept:
            self.rows.append([(draft, left + n, 1) for n, draft in enumerate(kept)])
            self.placed += 1
        return bool(kept)

    def at_heads(self, drafts: Mapping[str, Draft]) -> None:
        """Place an indicator row whose cells are known by their roles, left to right."""
        left = self.indent + 1
        self.rows.append([(draft, left + self.indicators.index(name), 1) for name, draft in drafts.items()])
        self.placed += 1

    def name_of_level(self, draft: Draft, name: str) -> None:
        """Place the name of a level that has no row of its own."""
        if name in self.indicators:
            self.rows.append([(draft, self.indent + 1 + self.indicators.index(name), 1)])
        else:
            self.whole(draft)

    def _kept(self, drafts: Sequence[Draft], start: str) -> list[Draft]:
        """The cells of the row that stand under heads, the first under ``start``; [] where they do not fit."""
        names = self.indicators[self.indicators.index(start) :]
        if any(squeezed(draft) for draft in drafts[len(names) :]):
            return []
        fit = labels.fits({name: squeezed(draft) for name, draft in zip(names, drafts, strict=False)})
        return list(drafts[: len(names)]) if fit else []

    def fund(self, drafts: Sequence[Draft]) -> bool:
        """Place a row of the money block: its label, then its figures."""
        values = drafts[1:]
        if not self.money or any(squeezed(draft) for draft in values[len(self.money) :]):
            return False
        kept = list(zip(self.money, values, strict=False))
        if not kept or not labels.fits_money({name: squeezed(draft) for name, draft in kept}):
            return False
        self.rows.append([(drafts[0], self.indent, 1), *((d, self.indent + n, 1) for n, (_, d) in enumerate(kept, 1))])
        self.placed += 1
        return True

    def total(self, drafts: Sequence[Draft]) -> bool:
        """Place 「合计 | 100 | 98」 under 分值 and 得分."""
        if not self.indicators or bare(squeezed(drafts[0])) not in totals():
            return False
        values = [draft for draft in drafts[1:] if squeezed(draft)]
        names = [name for name in self.indicators if name in ("weight", "score")]
        if not values or len(values) > len(names) or not all(labels.points(squeezed(draft)) for draft in values):
            return False
        rest = drafts[1 : 1 + len(names)]
        if len(values) < len(names) and (len(rest) < len(names) or rest[0] is not values[0]):
            return False
        columns = [self.indent + 1 + self.indicators.index(name) for name in names]
        cells = [(draft, column, 1) for draft, column in zip(rest, columns, strict=False)]
        self.rows.append([(drafts[0], self.indent + 1, columns[0] - self.indent - 1), *cells])
        self.indicators = []
        return True

    def pair(self, drafts: Sequence[Draft]) -> None:
        """A row of labels and their values."""
        self.rows.append([(draft, column, 1) for column, draft in enumerate(drafts, 1)])

    def whole(self, draft: Draft, *, lost: bool = False) -> None:
        """A cell that stands alone in its row: a title, a sentence, or something that has no sure column."""
        self.rows.append([(draft, 1, 0)])
        self.lost += lost

    def table(self, block: int) -> Table:
        """The table of all rows."""
        width = max(column + max(span, 1) - 1 for row in self.rows for _, column, span in row)
        cells = [
            cell(block, number, column, draft.text, columns=span or width, lines=draft.lines)
            for number, row in enumerate(self.rows, 1)
            for draft, column, span in row
        ]
        return Table.of(block, cells)


def is_fund(text: str) -> bool:
    """Whether a squeezed text is the label of a money row."""
    return bool(role("funds", bare(text)))
