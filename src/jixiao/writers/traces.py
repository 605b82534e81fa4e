"""Scores with the trace of every point: formula, numbers in, result, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jixiao.model.law import Citation
from jixiao.model.report import Report
from jixiao.model.score import Points, Scores, SheetScore, Trace
from jixiao.writers.discreet import discreet_report, discreet_scores
from jixiao.writers.encode import basis_json, place_json
from jixiao.writers.grid import grid
from jixiao.writers.layout import Layout
from jixiao.writers.paint import paint
from jixiao.writers.speech import say
from jixiao.writers.view import Look, number, plain_number
from jixiao.writers.width import columns, tame, wrap

Json = dict[str, Any]


def traced(report: Report, scores: Scores, citations: Mapping[str, Citation], look: Look) -> Iterator[str]:
    """Sheet by sheet, each point recomputed beside the stated one, with its calculation."""
    style, layout = paint(colour=look.colour), Layout(discreet_report(report), look.lang)
    for sheet in discreet_scores(scores, report).sheets:
        title = layout.sheet_title(sheet.appraisal)
        yield (
            style("── ", "dim")
            + style(title, "bold")
            + style(" " + "─" * max(2, look.columns - 4 - columns(title)), "dim")
        )
        if sheet.execution:
            fund = sheet.appraisal.fund
            yield from _points(
                say("execution", look.lang),
                fund.score.text if fund and fund.score else "",
                sheet.execution,
                citations,
                look,
            )
        for row, points in sheet.indicators:
            yield from _points(tame(row.name.text), row.score.text if row.score else "", points, citations, look)
        yield from _steps(sheet.trace, citations, look, 2)
        yield _total(sheet, look)
        yield ""
    yield style(f"{say('pack', look.lang)}  {scores.pack}（{scores.pack_hash}）", "dim")


def compared(report: Report, own: Scores, other: Scores, look: Look) -> Iterator[str]:
    """The totals under the report's own pack beside those under another one."""
    layout = Layout(discreet_report(report), look.lang)
    head = ("", say("stated", look.lang), own.pack, other.pack)
    rows = [
        (layout.sheet_title(a.appraisal), *(plain_number(value) for value in (a.stated, a.computed, b.computed)))
        for a, b in zip(own.sheets, other.sheets, strict=True)
    ]
    yield from grid([head, *rows], look.columns, indent=0)


def _total(sheet: SheetScore, look: Look) -> str:
    style = paint(colour=look.colour)
    differs = None not in (sheet.stated, sheet.computed) and sheet.stated != sheet.computed
    computed = style(plain_number(sheet.computed), *(("red", "bold") if differs else ("bold",)))
    grade = f"   {say('grade', look.lang)} {say(sheet.grade, look.lang)}" if sheet.grade else ""
    return f"  {say('stated', look.lang)} {plain_number(sheet.stated)}   {say('computed', look.lang)} {computed}{grade}"


def _points(name: str, stated: str, points: Points, citations: Mapping[str, Citation], look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    if points.points is not None:
        right = plain_number(points.points)
    elif points.why_not:
        right = "—"
    else:
        right = f"{plain_number(points.low)}–{plain_number(points.high)}"
    differs = bool(stated) and points.points is not None and stated.strip() != right
    tail = f"{say('score', look.lang)} {stated or '—'} → {right} / {plain_number(points.weight)}"
    lines = wrap(name, max(10, look.columns - columns(tail) - 6))
    gap = " " * max(2, look.columns - columns(tail) - columns(lines[0]) - 4)
    yield f"  {lines[0]}{gap}{style(tail, 'red', 'bold') if differs else tail}"
    for line in lines[1:]:
        yield f"  {line}"
    if points.why_not:
        yield from (style(f"    {line}", "dim") for line in wrap(points.why_not, look.columns - 4))
    yield from _steps(points.trace, citations, look, 4)


def _steps(trace: tuple[Trace, ...], citations: Mapping[str, Citation], look: Look, indent: int) -> Iterator[str]:
    style = paint(colour=look.colour)
    for step in trace:
        numbers = "，".join(f"{name} {value}" for name, value in step.numbers)
        basis = citations.get(step.cite)
        cited = "" if basis is None else f"（{basis}{'' if basis.verified else say('unverified', look.lang)}）"
        text = (
            f"{step.formula}：{numbers} → {step.result}{cited}" if numbers else f"{step.formula} → {step.result}{cited}"
        )
        for line in wrap(tame(text), look.columns - indent):
            yield " " * indent + style(line, "dim")


def scores_json(report: Report, scores: Scores, citations: Mapping[str, Citation]) -> Json:
    """The scores of one report with their traces, jixiao.score/1 (schema/score-1.schema.json)."""
    return {
        "path": report.document.path,
        "sha256": report.document.sha256,
        "pack": scores.pack,
        "pack_hash": scores.pack_hash,
        "sheets": [_sheet_json(sheet, citations) for sheet in discreet_scores(scores, report).sheets],
    }


def _sheet_json(sheet: SheetScore, citations: Mapping[str, Citation]) -> Json:
    name = sheet.appraisal.name
    return {
        "kind": sheet.appraisal.kind,
        "name": name.text if name else None,
        "place": place_json(sheet.appraisal.place),
        "stated": number(sheet.stated),
        "computed": number(sheet.computed),
        "grade": sheet.grade or None,
        "execution": _points_json(sheet.execution, citations) if sheet.execution else None,
        "indicators": [{"name": row.name.text, **_points_json(points, citations)} for row, points in sheet.indicators],
        "trace": [_step_json(step, citations) for step in sheet.trace],
    }


def _points_json(points: Points, citations: Mapping[str, Citation]) -> Json:
    return {
        "weight": number(points.weight), "points": number(points.points), "low": number(points.low), "high": number(points.high),
        "met": points.met, "ratio": number(points.ratio), "why_not": points.why_not or None,
        "trace": [_step_json(step, citations) for step in points.trace],
    }  # fmt: skip


def _step_json(step: Trace, citations: Mapping[str, Citation]) -> Json:
    basis = citations.get(step.cite)
    return {
        "formula": step.formula, "numbers": [{"name": name, "value": value} for name, value in step.numbers],
        "result": step.result, "basis": basis_json(basis) if basis else None,
    }  # fmt: skip
