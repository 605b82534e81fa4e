"""Compared (核对): what a report states against what its own data make of it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.filing.importing.entries import name_of
from jixiao.filing.importing.notes import Note, note
from jixiao.filing.importing.prose import short
from jixiao.model.amount import Amount, trimmed
from jixiao.model.appraisal import Appraisal
from jixiao.model.document import Document, Words
from jixiao.model.figure import Figure
from jixiao.model.report import Report
from jixiao.model.score import Points, Scores
from jixiao.model.words import squeezed

_MOST = 20  # of words that were changed; more than that is another report


def compared(report: Report, scores: Scores, executed: Figure | None) -> Iterator[Note]:
    """Points, totals and the money of the year where the report states others than its data make."""
    for sheet, made in zip((*_department(report), *report.projects), scores.sheets, strict=False):
        name = name_of(sheet.name) if sheet.kind == "project" else "部门整体支出"
        by_name = {name_of(row.name): points for row, points in made.indicators}
        for row in sheet.indicators:
            yield from _points(
                name_of(row.name), row.score.amount if row.score else None, by_name.get(name_of(row.name))
            )
        stated = sheet.total_score.amount if sheet.total_score else None
        if stated is not None and made.computed is not None and stated.number != made.computed:
            yield note("total_score", name=name, stated=stated.text, computed=trimmed(made.computed))
    line = report.department.fund if report.department else None
    spent = line.executed.amount if line is not None and line.executed else None
    if (
        spent is not None
        and executed is not None
        and executed.value is not None
        and not spent.agrees(executed.value * 10_000)
    ):
        yield note("executed", "year_funds.executed", stated=spent.text, sum=executed.words)


def _department(report: Report) -> tuple[Appraisal, ...]:
    return () if report.department is None else (report.department,)


def _points(name: str, stated: Amount | None, made: Points | None) -> Iterator[Note]:
    if stated is None or made is None or made.points is None or made.low != made.high:
        return
    if stated.number != made.points:
        yield note("score", name=name, stated=stated.text, computed=trimmed(made.points))


def edited(read: Document, made: Document) -> Iterator[Note]:
    """Words of a file that we wrote which its data do not make: somebody typed them in Word, outside the bound figures."""
    again = {squeezed(one.text) for one in made.words}
    changed: list[Words] = [one for one in read.words if one.part == "body" and squeezed(one.text) not in again]
    for one in changed[:_MOST]:
        yield note("changed_text", text=short(one.text))
