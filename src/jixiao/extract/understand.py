"""Understanding (理解): a document and its form become a report, every figure with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jixiao.extract.appraisals import appraisals
from jixiao.extract.basetable import figure_tables
from jixiao.extract.cover import attachments, cover_fields
from jixiao.extract.facts import appraisal_facts
from jixiao.extract.grids import grid_table
from jixiao.extract.leftover import leftover
from jixiao.extract.lines import Line, lines
from jixiao.extract.prose import prose_appraisal
from jixiao.extract.rubric import rubric
from jixiao.extract.sections import sections
from jixiao.extract.sentences import relations_of
from jixiao.extract.signoffs import signoffs
from jixiao.extract.subject import unit_of, year_of
from jixiao.extract.textrows import textrow_appraisals
from jixiao.forms.match import match, named
from jixiao.model.appraisal import Appraisal
from jixiao.model.document import Document, Paragraph, Table
from jixiao.model.fact import Fact
from jixiao.model.report import BaseTable, Report, Rubric

_HEAD = 60
_Captioned = tuple[Table, list[Line], list[Paragraph]]


def understand(document: Document, form: str | None = None) -> Report:
    """The report that a document holds, by the form that fits it or by the one whose address is given."""
    follows = named(document, form) if form else match(document)
    heads = [p for p in document.paragraphs if 0 < len(p.plain) <= _HEAD]
    year, year_place = year_of(document, heads)
    captioned = list(_captioned(document))
    sheets, used = appraisals(captioned)
    sheets += _written(document, sheets, follows.kind)
    chart, base, ledgers = _figures(captioned, used, year)
    chapters = sections(document.paragraphs, follows.path)
    cover = cover_fields(document.paragraphs, chapters[0].place.block if chapters else None)
    facts = tuple(_facts(sheets, (*base, *ledgers), year))
    relations, told = relations_of(document, chapters, year, facts)
    signs = (*signoffs(document.paragraphs), *(s.signoff for s in sheets if s.signoff))
    return Report(
        document, follows, unit_of(heads, sheets, cover), year, year_place, chapters, (*facts, *told), relations,
        tuple(base), tuple(sheets),
        chart, signs, cover, attachments(document.paragraphs), leftover, _blank(sheets, (*base, *ledgers), told), tuple(ledgers),
    )  # fmt: skip


def _captioned(document: Document) -> Iterator[_Captioned]:
    """Each table with its lines and the paragraphs between it and the table before."""
    captions: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.plain.strip():
                captions.append(block)
        elif block.cells:
            yield block, lines(block), captions
            captions = []


def _written(document: Document, sheets: Sequence[Appraisal], kind: str) -> list[Appraisal]:
    """What stands in sentences and text rows instead of tables."""
    kind = kind if kind in ("department", "project") else "project"
    known = frozenset(item.name.text for sheet in sheets for item in sheet.indicators)
    told = prose_appraisal(document.paragraphs, kind, known)
    return [*([told] if told else []), *textrow_appraisals(document.paragraphs, kind, known)]


def _figures(
    captioned: Sequence[_Captioned], used: set[int], year: int | None
) -> tuple[Rubric | None, list[BaseTable], list[BaseTable]]:
    chart: Rubric | None = None
    base: list[BaseTable] = []
    ledgers: list[BaseTable] = []
    for table, rows, captions in captioned:
        if table.block in used:
            continue
        if chart is None and (found := rubric(table, rows, captions)):
            chart = found
            continue
        grid = grid_table(table, rows, captions, year)
        blocks = [grid] if grid is not None else figure_tables(table, rows, captions, year)
        target = base if any("基础数据" in block.title or _is_base(block) for block in blocks) else ledgers
        target += blocks
    return chart, base, ledgers


def _is_base(block: BaseTable) -> bool:
    """基础数据表 by its rows: 三公经费, 项目支出 and 公用经费 under one head, or 编制数 beside 控制率."""
    rows = {row.concept for row in block.rows}
    heads = {"".join(h.text.split()) for h in block.headers}
    return {"three_public", "project_expenditure", "public_cost"} <= rows or bool({"编制数", "控制率"} <= heads)


def _facts(sheets: Iterable[Appraisal], tables: Iterable[BaseTable], year: int | None) -> Iterator[Fact]:
    for table in tables:
        for row in table.rows:
            yield from (fact for fact in row.columns if fact is not None)
    for sheet in sheets:
        yield from appraisal_facts(sheet, year)


def _blank(sheets: Sequence[Appraisal], tables: Sequence[BaseTable], told: Sequence[Fact]) -> bool:
    """Whether this is a template that nobody filled in: tables are there, and not one figure in them or in the text."""
    if not tables and not any(sheet.complete for sheet in sheets):
        return False  # a sentence or a row is no form
    filled = any(item.actual or item.score for sheet in sheets for item in sheet.indicators)
    money = any(f.executed or f.adjusted or f.initial or f.sole for sheet in sheets for f in sheet.funds)
    figures = any(fact is not None for table in tables for row in table.rows for fact in row.columns)
    return not (filled or money or figures or told)
