"""项目支出明细: the lines under 项目支出 in a base table, each with its row of the form and the fund that pays it."""

from __future__ import annotations

import re

from jixiao.filing import words
from jixiao.filing.importing.entries import money_of
from jixiao.forms import Form, base_lines
from jixiao.model.amount import Amount
from jixiao.model.filing import COLUMNS, SpendingItem
from jixiao.model.report import BaseRow, Report

_NUMBER = re.compile(r"^\s*(?:其中[:：]?\s*)?(?:[（(]?\d{1,2}[、.．)）]\s*|[①-⑳]\s*)?")
_BRACKET = re.compile(r"（一个专项一行[^）]*）$")
_WHOLE = "project_expenditure"
_OTHER = "other_funds"


def items_of(report: Report, form: Form | None) -> tuple[SpendingItem, ...]:
    """Every line that has a figure."""
    rows = _rows(report)
    groups = _groups(rows, form)
    made = [_item(row, group, report.year) for row, group in zip(rows, groups, strict=True)]
    return _paid([one for one in made if one is not None and (one.last or one.budget or one.final)], report)


def _rows(report: Report) -> list[BaseRow]:
    for table in report.base_tables:
        at = next((i for i, row in enumerate(table.rows) if row.concept == _WHOLE), None)
        if at is not None:
            depth = table.rows[at].depth
            below = table.rows[at + 1 :]
            end = next((i for i, row in enumerate(below) if row.depth <= depth), len(below))
            return [row for row in below[:end] if row.depth == depth + 1]
    return []


def _groups(rows: list[BaseRow], form: Form | None) -> list[str]:
    """The concept of each row: its own, or that of the form's row in whose place it stands.

    A row of the form without any entry is printed under the form's own label. So between two such labels stand the rows
    of those groups that have entries, each group at least one.
    """
    order = [line.items[0] for line in base_lines(form) if line.items] if form else []
    found = [row.concept for row in rows]
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and not found[end]:
            end += 1
        if end > at:
            before, after = found[at - 1] if at else "", found[end] if end < len(rows) else ""
            open_ = _between(order, before, after)
            for n, index in enumerate(range(at, end)):
                found[index] = open_[min(n, len(open_) - 1)] if open_ else ""
        at = max(end, at + 1)
    return ["" if one == "others" else one for one in found]


def _between(order: list[str], before: str, after: str) -> list[str]:
    start = order.index(before) + 1 if before in order else 0
    end = order.index(after) if after in order else len(order)
    return order[start:end]


def _item(row: BaseRow, concept: str, year: int | None) -> SpendingItem | None:
    label = words.name(_BRACKET.sub("", _NUMBER.sub("", row.label.place.quote or row.label.text)).strip("　 ：:"))
    if not label or set(label) <= set("…. "):
        return None
    held: dict[str, Amount | None] = dict.fromkeys(COLUMNS)
    for cell, fact in zip(row.cells, row.columns, strict=False):
        if fact is None:
            continue
        last = year is not None and fact.context.year == year - 1
        column = "last" if last else "final" if fact.context.stage == "final" else "budget"
        held[column] = held[column] or money_of(cell)
    return SpendingItem(label, concept, "other" if concept == _OTHER else "general", **held)


def _paid(items: list[SpendingItem], report: Report) -> tuple[SpendingItem, ...]:
    """Lines of another fund where the sheet states for that fund exactly what one of them spent."""
    lines = {
        line.fund: money_of(line.sole or line.executed)
        for line in (report.department.funds if report.department else ())
    }
    for fund in ("gov_fund", "state_capital", "special", "other"):
        stated = lines.get(fund)
        if stated is None or not stated.number or any(item.fund == fund for item in items):
            continue
        same = [i for i, item in enumerate(items) if item.final is not None and item.final.number == stated.number]
        if len(same) == 1:
            one = items[same[0]]
            items[same[0]] = SpendingItem(one.label, one.concept, fund, one.last, one.budget, one.final)
    return tuple(items)
