"""A synthetic report whose parts can still be changed: sentences with slots, tables with named cells."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from benchmarks.generator.blocks import Block, Cell, Para, Table
from benchmarks.generator.numbers import Print


@dataclass
class Said(Para):
    """A sentence from a pattern; ``slots`` are the printed words, ``exact`` the numbers behind them (money in 分)."""

    kind: str = ""
    pattern: str = ""
    slots: dict[str, str] = field(default_factory=dict)
    exact: dict[str, int] = field(default_factory=dict)
    lead: str = ""

    def say(self, **changes: str) -> None:
        """The same sentence with other words in some slots."""
        self.slots.update(changes)
        self.text = self.lead + self.pattern.format(**self.slots)

    def has(self, *names: str) -> bool:
        """Whether the pattern uses these slots."""
        return all("{" + name + "}" in self.pattern for name in names)


@dataclass
class Row:
    """One indicator of a sheet: its cells by column name, and what it is."""

    cells: dict[str, Cell]
    first: str
    second: str
    kind: str
    weight: int
    target: int = 0
    lost: bool = False

    def set(self, **words: str) -> None:
        """Other words in some cells."""
        for name, text in words.items():
            self.cells[name].text = text


@dataclass
class Sheet:
    """One 自评表: its table, money cells by (row, column), indicators, goal cells, total cells."""

    table: Table
    title: Para
    name: str
    money: dict[tuple[str, str], Cell]
    rows: list[Row]
    total: dict[str, Cell]
    goal: tuple[Cell, Cell]
    heads: dict[str, Cell]
    signoff: Para | None = None
    supervisor: Cell | None = None


@dataclass
class Base:
    """基础数据表: cells by (row label, column: past, budget, final), and the staff cells."""

    table: Table
    title: Para
    cells: dict[tuple[str, str], Cell]
    staff: dict[str, Cell]


@dataclass
class Case:
    """A whole report."""

    seed: int
    kind: str  # self or accounts
    format: str  # docx, txt, md, html
    year: int
    unit: str
    print: Print
    money: dict[str, int]
    blocks: list[Block]
    said: list[Said]
    sheets: list[Sheet] = field(default_factory=list)
    base: Base | None = None
    sides: dict[str, Cell] = field(default_factory=dict)  # the two-sided table of an account
    headings: dict[str, Para] = field(default_factory=dict)
    listed: list[Para] = field(default_factory=list)
    cover: list[Para] = field(default_factory=list)
    problems: list[Para] = field(default_factory=list)
    measures: list[Para] = field(default_factory=list)

    def sentence(self, kind: str, rng: random.Random | None = None) -> Said | None:
        """One sentence of a kind."""
        found = [s for s in self.said if s.kind == kind]
        return (rng.choice(found) if rng else found[0]) if found else None

    def without(self, *gone: Block) -> None:
        """Take blocks out."""
        self.blocks = [b for b in self.blocks if all(b is not g for g in gone)]

    def after(self, block: Block, *new: Block) -> None:
        """Put blocks behind one."""
        at = next(i for i, b in enumerate(self.blocks) if b is block)
        self.blocks[at + 1 : at + 1] = new
