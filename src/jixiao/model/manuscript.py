"""Manuscript (文稿): a report composed of figures and words, before it becomes a file. Every writer renders this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.model.chart import Chart
from jixiao.model.figure import Figure

EDITIONS = {"full": "报送版", "public": "公开版"}
Run = str | Figure  # plain words, or a figure that is bound to the data part; a Figure in text prints ``words``
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """段落.

    ``style``: cover, title, heading1 … heading4, body, caption (表题), note (表注), signoff (填报签字行),
    attachments (附件说明), annex
    (附件1, on top of an annexed page), date.

    ``number`` is the printed number of a heading (一、, （二）), written before the runs. ``section`` is the form's id of
    the section to which it belongs. ``origin`` is the address in the filing from which it comes, "" for fixed words.
    """

    style: str
    runs: Runs
    number: str = ""
    section: str = ""
    origin: str = ""

    @property
    def text(self) -> str:
        """What is printed."""
        return self.number + "".join(r if isinstance(r, str) else r.words for r in self.runs)


@dataclass(frozen=True, slots=True)
class Slot:
    """格: one cell, anchored at ``row`` and ``column`` (from 1).

    A Figure in a table prints ``text`` (the unit stands in the header) unless ``with_unit``. A line break in a run is a
    new line of the cell.

    ``role``: label, value, head (a cell of a header row), empty. ``align``: left, center, right.
    """

    row: int
    column: int
    runs: Runs = ()
    rows: int = 1
    columns: int = 1
    role: str = "value"
    align: str = "center"
    origin: str = ""
    with_unit: bool = False

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(r if isinstance(r, str) else r.words if self.with_unit else r.text for r in self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """表格.

    ``widths`` in mm, one a column; ``header`` is the number of rows that are repeated on each page. Slots are
    in reading order and cover every position exactly once.

    ``id``: base, department_sheet, project_sheet.1 …, rubric, or another of the form's tables.
    """

    id: str
    title: str
    widths: tuple[float, ...]
    slots: tuple[Slot, ...]
    header: int = 0

    @property
    def height(self) -> int:
        """The number of rows."""
        return max((s.row + s.rows - 1 for s in self.slots), default=0)


@dataclass(frozen=True, slots=True)
class Break:
    """分页: a new page; ``landscape`` is the direction of what follows."""

    landscape: bool = False


Piece = Line | Grid | Chart | Break


@dataclass(frozen=True)
class Manuscript:
    """文稿: everything that is printed, in order, and the figures it is bound to.

    ``figures`` holds each figure once, by id, entered and worked out, in a fixed order; those that are printed and those
    that are only needed to work others out. ``data`` is the filing as canonical JSON (filing/data.py), which goes into
    the data part of the files so that they can be read back without loss; "" in the public edition.
    ``edition``: full 报送版 or public 公开版. ``draft`` puts 草稿 across each page. ``properties``: title, subject,
    unit, year, form, made (an ISO date, from the data, never from the clock).
    """

    title: str
    pieces: tuple[Piece, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    data: str = ""
    edition: str = "full"
    draft: bool = False
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def category(self) -> str:
        """What a file's properties say of the edition; the reader of a file takes it from there."""
        return EDITIONS[self.edition]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All paragraphs."""
        return tuple(p for p in self.pieces if isinstance(p, Line))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """All tables."""
        return tuple(p for p in self.pieces if isinstance(p, Grid))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All charts."""
        return tuple(p for p in self.pieces if isinstance(p, Chart))
