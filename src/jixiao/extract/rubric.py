"""Rubric (考核评分表): the bureau's 100-point sheet for the self-evaluation work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.extract.lines import Line, field_at, field_of, placed
from jixiao.forms.vocabulary import bare, totals
from jixiao.model.appraisal import Field
from jixiao.model.document import Cell, Paragraph, Table
from jixiao.model.report import Rubric, RubricRow

_MOST = re.compile(r"(?:（|\()?\s*(\d+(?:\.\d+)?)\s*分?\s*(?:）|\))?\s*$")


def rubric(table: Table, rows: Sequence[Line], captions: Sequence[Paragraph]) -> Rubric | None:
    """The rubric that a table is, or None."""
    start = next((i for i, line in enumerate(rows[:4]) if _columns(line)), None)
    if start is None:
        return None
    title = next((c for c in reversed(captions) if "评分" in c.plain or "考核" in c.plain), None)
    head, columns = rows[start], _columns(rows[start])
    found: list[RubricRow] = []
    block: Cell | None = None
    total_most = total_score = None
    for line in rows[start + 1 :]:
        at = {name: i for name, c in columns.items() if (i := placed(line, head, c)) is not None}
        first = line.filled[0] if line.filled else None
        if first is not None and bare(line.texts[first]) in totals():
            numbers = [f for i in line.filled[1:] if (f := field_of(line.cells[i])).amount is not None]
            total_most = numbers[0] if numbers else None
            total_score = numbers[1] if len(numbers) > 1 else None
            continue
        if line.texts[at["level1"]]:
            block = line.cells[at["level1"]]
        row = _row(line, at, block)
        if row is not None:
            found.append(row)
    place = title.place() if title is not None else table.cells[0].place()
    return Rubric(place, tuple(found), total_most, total_score) if found else None


def _columns(line: Line) -> dict[str, int]:
    found = line.columns("columns")
    is_one = "criterion" in found and "target" not in found and "actual" not in found and "level1" in found
    return found if is_one and ("level2" in found or "level3" in found) else {}


def _row(line: Line, at: dict[str, int], block: Cell | None) -> RubricRow | None:
    name = at.get("level3", at.get("level2"))
    criterion = at.get("criterion")
    if name is None or criterion is None or not line.texts[name] or not line.own[name]:
        return None
    item = line.cells[name]
    most = field_of(line.cells[at["weight"]]) if "weight" in at else _most(item)
    score = field_of(line.cells[at["score"]]) if "score" in at else None
    words = "".join(item.plain.split())
    mark = _MOST.search(words)
    head = "".join(block.plain.split()) if block else ""
    top = _MOST.search(head)
    return RubricRow(
        head[: top.start()] if top else head,
        words[: mark.start()] if mark else words,
        most,
        field_of(line.cells[criterion]),
        score,
    )


def _most(cell: Cell) -> Field | None:
    match = _MOST.search(cell.plain)
    return field_at(cell, match.start(1), match.end(1)) if match else None
