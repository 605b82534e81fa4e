"""JSON: the report as data, version jixiao.manuscript/1 (schema/manuscript-1.schema.json). The public edition holds no filing."""

from __future__ import annotations

import json
from typing import Any

from jixiao import __version__
from jixiao.model.chart import Chart
from jixiao.model.figure import Figure
from jixiao.model.manuscript import Grid, Line, Manuscript, Runs
from jixiao.writers.view import number

SCHEMA = "jixiao.manuscript/1"
Json = dict[str, Any]


def write(manuscript: Manuscript) -> bytes:
    """The manuscript as JSON. The same manuscript gives the same bytes."""
    return (json.dumps(manuscript_json(manuscript), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def manuscript_json(manuscript: Manuscript) -> Json:
    """Figures with their formulas, texts, tables and charts, and what was entered."""
    given = manuscript.properties
    return {
        "schema": SCHEMA,
        "made_by": f"jixiao {__version__}",
        "title": manuscript.title,
        "unit": given.get("unit", ""),
        "year": int(given["year"]) if given.get("year", "").isdigit() else None,
        "form": given.get("form", ""),
        "date": given.get("made", ""),
        "edition": manuscript.edition,
        "draft": manuscript.draft,
        "figures": [_figure(one) for one in manuscript.figures.values()],
        "text": [_line(line) for line in manuscript.lines],
        "tables": [_grid(grid) for grid in manuscript.grids],
        "charts": [_chart(chart) for chart in manuscript.charts],
        "filing": json.loads(manuscript.data) if manuscript.data and manuscript.edition == "full" else None,
    }


def _figure(one: Figure) -> Json:
    formula = one.formula
    return {
        "id": one.id,
        "name": one.name,
        "text": one.text,
        "unit": one.unit,
        "value": number(one.value),
        "formula": {"operation": formula.operation, "arguments": list(formula.arguments)} if formula else None,
    }


def _line(line: Line) -> Json:
    return {
        "style": line.style,
        "section": line.section,
        "text": line.text,
        "figures": _ids(line.runs),
    }


def _grid(grid: Grid) -> Json:
    return {
        "id": grid.id,
        "title": grid.title,
        "header": grid.header,
        "cells": [
            {
                "row": slot.row,
                "column": slot.column,
                "rows": slot.rows,
                "columns": slot.columns,
                "role": slot.role,
                "text": slot.text,
                "figures": _ids(slot.runs),
            }
            for slot in grid.slots
        ],
    }


def _chart(chart: Chart) -> Json:
    return {
        "id": chart.id,
        "kind": chart.kind,
        "title": chart.title,
        "unit": chart.unit,
        "categories": list(chart.categories),
        "series": [{"name": s.name, "figures": [one and one.id for one in s.figures]} for s in chart.series],
        "alt": chart.alt,
    }


def _ids(runs: Runs) -> list[str]:
    return [run.id for run in runs if isinstance(run, Figure)]
