"""Report (自评报告): an understood document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from jixiao.model.appraisal import Appraisal, Field, SignOff
from jixiao.model.document import Document, Paragraph, Table
from jixiao.model.fact import Fact
from jixiao.model.place import Place
from jixiao.model.relation import Relations


@dataclass(frozen=True, slots=True)
class FormMatch:
    """Which form (报告格式) the report follows and by which of its own words that was recognised.

    ``path`` is the form's address (430000-hunan/430600-yueyang/department) or "" where none fits: a fragment, an
    empty text, another kind of document. ``kind`` is department, project, final_accounts 决算说明 or "".
    """

    path: str
    kind: str
    pack: str
    reason: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """章节: a heading and what stands under it up to the next heading of its level or above.

    ``kind`` is an id from the form (overview, general_budget, gov_fund, state_capital, social_fund, performance,
    problems, measures, use_of_results, other) or "" for an unknown heading. ``number`` as printed (一, （二）, 3.).
    """

    kind: str
    number: str
    title: str
    level: int
    place: Place
    body: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The plain text under the heading."""
        return "\n".join(p.plain for p in self.body)


@dataclass(frozen=True, slots=True)
class BaseRow:
    """基础数据表的一行: one labelled row, with its depth (0 an item, 1 a numbered sub-item, 2 其中)."""

    concept: str
    label: Field
    depth: int
    cells: tuple[Field, ...]  # one a column of the block's header
    columns: tuple[Fact | None, ...]  # the same as facts, None where a cell is empty


@dataclass(frozen=True, slots=True)
class BaseTable:
    """基础数据表: rows under one header (年度 and stage of each column), in one unit."""

    table: Table
    place: Place
    rows: tuple[BaseRow, ...]
    headers: tuple[Field, ...]
    side: str = ""  # income or expenditure: one half of a two-sided 收支 table
    title: str = ""  # the caption, plain


@dataclass(frozen=True, slots=True)
class RubricRow:
    """考核评分表的一行: item, most points, criterion, and the points given (None where no column or no entry)."""

    block: str
    item: str
    most: Field | None
    criterion: Field
    score: Field | None


@dataclass(frozen=True, slots=True)
class Rubric:
    """考核评分表: the bureau's 100-point sheet as it stands in the report."""

    place: Place
    rows: tuple[RubricRow, ...]
    total_most: Field | None
    total_score: Field | None


def _nothing(_report: Report) -> tuple[Place, ...]:
    return ()


@dataclass(frozen=True)
class Report:
    """What was understood of one document. Everything keeps its place; what was not understood is in ``leftover``."""

    document: Document
    form: FormMatch
    unit: Field | None = None
    year: int | None = None  # the year that is evaluated
    year_place: Place | None = None
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    relations: Relations = Relations()
    base_tables: tuple[BaseTable, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    rubric: Rubric | None = None
    signoffs: tuple[SignOff, ...] = ()
    cover: tuple[Field, ...] = ()  # 部门名称, 日期 … of the cover, empty fields included
    attachments: tuple[Field, ...] = ()  # the list after 「附件：」
    look_for_leftover: Callable[[Report], tuple[Place, ...]] = field(default=_nothing, repr=False, compare=False)
    blank_form: bool = False  # a template that nobody filled in: no arithmetic is raised on it
    ledgers: tuple[BaseTable, ...] = ()  # other tables of figures: 收支决算表, 三公经费表; one for each side

    @cached_property
    def leftover(self) -> tuple[Place, ...]:
        """Numbers that belong to nothing we know, in reading order; looked for only when somebody asks."""
        return self.look_for_leftover(self)

    @cached_property
    def sheet_names(self) -> tuple[tuple[int, str], ...]:
        """The block of each 自评表 that is named, and the name in it."""
        return tuple((sheet.block, sheet.name.text) for sheet in self.appraisals if sheet.name)

    @cached_property
    def department(self) -> Appraisal | None:
        """The department's own 自评表."""
        return next((a for a in self.appraisals if a.kind == "department"), None)

    @cached_property
    def projects(self) -> tuple[Appraisal, ...]:
        """The projects' 自评表."""
        return tuple(a for a in self.appraisals if a.kind == "project")

    def section(self, kind: str) -> Section | None:
        """The first section of a kind."""
        return next((s for s in self.sections if s.kind == kind), None)

    def all_facts(self, concept: str) -> tuple[Fact, ...]:
        """Every fact of a concept, in reading order."""
        return self._by_concept.get(concept, ())

    @cached_property
    def _by_concept(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.concept, []).append(fact)
        return {concept: tuple(facts) for concept, facts in found.items()}
