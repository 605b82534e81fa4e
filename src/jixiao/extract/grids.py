"""Grids (横表): tables of figures whose columns say what is counted: 本年支出合计 | 基本支出 | 项目支出 …, one row a class."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.extract.basetable import caption_title, fund_of, stage_of
from jixiao.extract.funds import unit_in
from jixiao.extract.headgroups import head_paths
from jixiao.extract.lines import Line, field_of
from jixiao.forms import concept_of
from jixiao.forms.vocabulary import totals
from jixiao.model.appraisal import Field
from jixiao.model.document import Paragraph, Table
from jixiao.model.fact import Context, Fact
from jixiao.model.quantities import single
from jixiao.model.report import BaseRow, BaseTable

_LEAST = 3  # columns with a concept that make a grid
_HEAD_ROWS = 6
_ALL = frozenset({"合计", "小计", "总计", "计"})


def grid_table(table: Table, rows: Sequence[Line], captions: Sequence[Paragraph], year: int | None) -> BaseTable | None:
    """The grid that a table is, or None.

    The facts of the 合计 row are the unit's; those of other rows carry the row's label as scope.
    """
    squeezed = ["".join(c.plain.split()) for c in captions]
    title = caption_title(squeezed)
    unit = unit_in(*(text for text in squeezed[-4:] if "单位" in text))
    first = next((i for i, line in enumerate(rows) if _has_figures(line)), None)
    if first is None or not 0 < first <= _HEAD_ROWS:
        return None
    columns = _columns(table, first, title)
    if len(columns) < _LEAST or any(stage_of(text) for line in rows[first:] for text in line.texts):
        return None
    whole = "三公" in title and not any(concept == "total_expenditure" for concept, _ in columns.values())
    body = [row for line in rows[first:] if (row := _row(line, columns, unit, year, title, whole=whole)) is not None]
    heads = tuple(
        field_of(cell) for line in rows[:first] for cell in line.cells if cell.row == line.number and cell.plain.strip()
    )
    return BaseTable(table, table.cells[0].place(), tuple(body), heads, "", title) if body else None


def _has_figures(line: Line) -> bool:
    """Whether a row holds figures with decimals or large ones; 栏次 1 2 3 … is none."""
    amounts = [a for text in line.texts if text and (a := single(text)) is not None and not a.unit]
    if not amounts:
        return False
    counting = (
        all(a.decimals == 0 and a.number == amounts[0].number + i for i, a in enumerate(amounts))
        and amounts[0].number == 1
    )
    return not counting


def _columns(table: Table, first: int, title: str) -> dict[int, tuple[str, str]]:
    """Grid column → concept and stage, by the head cells above it from top to bottom."""
    result: dict[int, tuple[str, str]] = {}
    fallback = "final" if "决算" in title else "budget" if "预算" in title and "决算" not in title else ""
    carried = _carried(table, first)
    groups = head_paths(table, first)
    for column in range(len(table.grid[0])):
        path = list(groups[column]) if groups else []
        for row in () if groups else table.grid[:first]:
            cell = row[column]
            if cell is not None and (text := "".join(cell.plain.split())) and (not path or path[-1] != text):
                path.append(text)
        stage = next((found[2] for text in path if (found := stage_of(text))), "") or carried.get(column, fallback)
        deepest = next(
            (cell for row in reversed(table.grid[:first]) if (cell := row[column]) is not None and cell.plain.strip()),
            None,
        )
        if not groups and (deepest is None or deepest.column - 1 != column):  # a head over several columns counts once
            continue
        concept = ""
        for text in path:
            if text in _ALL:
                concept = concept or (
                    "three_public" if "三公" in title else "total_expenditure" if "支出" in title else ""
                )
            else:
                concept = concept_of(text) or concept
        if concept:
            result[column] = (concept, stage)
    return result


def _carried(table: Table, first: int) -> dict[int, str]:
    """Column → the stage printed to the left of it in a head row with several stages: text without spans leaves blanks there."""
    found: dict[int, str] = {}
    for row in table.grid[:first]:
        stages = {
            c: stage[2]
            for c, cell in enumerate(row)
            if cell is not None and (stage := stage_of("".join(cell.plain.split())))
        }
        if len(set(stages.values())) > 1:
            for column in range(len(row)):
                left = [c for c in stages if c <= column]
                if left:
                    found.setdefault(column, stages[max(left)])
    return found


def _row(
    line: Line, columns: dict[int, tuple[str, str]], unit: str, year: int | None, title: str, *, whole: bool
) -> BaseRow | None:
    """One row; the label is the last text left of the first figure column."""
    start = min(columns)
    label = next((cell for cell in reversed(line.cells) if cell.column - 1 < start and cell.plain.strip()), None)
    if label is None and not whole:
        return None
    words = "".join(label.plain.split()) if label is not None else ""
    scope = "" if not words or words in totals() or words in _ALL else words
    cells: list[Field] = []
    facts: list[Fact | None] = []
    for cell in line.cells:
        known = columns.get(cell.column - 1)
        if known is None or cell is label:
            continue
        entry = field_of(cell, unit)
        cells.append(entry)
        facts.append(
            Fact(known[0], Context(year, known[1], fund_of(title, known[0]), scope), entry.amount, entry.place, words)
            if entry.amount
            else None
        )
    if not any(facts):
        return None
    name = field_of(label) if label is not None else Field("", line.cells[0].place())
    return BaseRow(concept_of(words) if scope else "", name, 0, tuple(cells), tuple(facts))
