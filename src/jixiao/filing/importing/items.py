"""项目支出明细: the lines under 项目支出 in a base table, each with its row of the form and the fund that pays it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from jixiao.filing import words
from jixiao.filing.amounts import take
from jixiao.filing.importing.entries import money_of
from jixiao.forms import Form, base_lines
from jixiao.forms.layout import OTHERS
from jixiao.model.amount import Amount
from jixiao.model.filing import COLUMNS, SpendingItem
from jixiao.model.report import BaseRow, Report

_NUMBER = re.compile(r"^\s*(?:其中[:：]?\s*)?(?:[（(]?\d{1,2}[、.．)）]\s*|[①-⑳]\s*)?")
_BRACKET = re.compile(r"（一个专项一行[^）]*）$")
_WHOLE = "project_expenditure"
_OTHER = "other_funds"
_MOST = 12  # lines of which every choice is tried
_LIST = re.compile(r"项目支出(?P<whole>[\d.]+)万元，(?:全部为(?P<only>[^。；]+)|其中(?P<all>[^。；]+))。")
_LISTED = re.compile(r"(?P<label>[^，、。；]+?)(?P<number>\d+(?:\.\d+)?)万元")
_ELSE = re.compile(r"其他资金安排的项目支出(?P<number>[\d.]+)万元")


def items_of(report: Report, form: Form | None) -> tuple[SpendingItem, ...]:
    """Every line that has a figure, in the order in which the text names them."""
    rows = _rows(report)
    groups = _groups(rows, form, _text(report))
    made = [_item(row, group, report.year) for row, group in zip(rows, groups, strict=True)]
    found = [one for one in made if one is not None and (one.last or one.budget or one.final)]
    return _in_order(_paid(found or list(_told(report)), report), report)


def _told(report: Report) -> Iterator[SpendingItem]:
    """The lines as the chapter on 项目支出 lists them, for a form without a base table."""
    section = report.section("project")
    for paragraph in section.body if section else ():
        listed = _LIST.search(paragraph.text)
        if listed is None:
            continue
        if listed["only"]:
            yield SpendingItem(words.name(listed["only"]), final=_money(listed["whole"]))
        for match in _LISTED.finditer(listed["all"] or ""):
            yield SpendingItem(words.name(match["label"]), final=_money(match["number"]))
        if other := _ELSE.search(paragraph.text):
            yield SpendingItem("其他资金", _OTHER, "other", final=_money(other["number"]))


def _money(number: str) -> Amount | None:
    return take(number, "money").amount


def _in_order(items: tuple[SpendingItem, ...], report: Report) -> tuple[SpendingItem, ...]:
    text = _text(report)
    named = [item for item in items if f"{item.label}{item.final.number if item.final else ''}" in text]
    first = {item.label: text.index(item.label) for item in named}
    ordered = iter(sorted(named, key=lambda item: first[item.label]))
    return tuple(next(ordered) if item.label in first else item for item in items)


def _rows(report: Report) -> list[BaseRow]:
    for table in report.base_tables:
        at = next((i for i, row in enumerate(table.rows) if row.concept == _WHOLE), None)
        if at is not None:
            depth = table.rows[at].depth
            below = table.rows[at + 1 :]
            end = next((i for i, row in enumerate(below) if row.depth <= depth), len(below))
            return [row for row in below[:end] if row.depth == depth + 1]
    return []


def _groups(rows: list[BaseRow], form: Form | None, text: str) -> list[str]:
    """The concept of each row: its own, or that of the form's row in whose place it stands.

    A row of the form without any entry is printed under the form's own label. So between two such labels stand the rows
    of those groups that have entries, each group at least one. Within a group the rows stand as the text names them, so
    that a new group begins where a row is named before the one above it.
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
            named = [text.find(_label(row)) for row in rows[at:end]]
            for index, n in zip(
                range(at, end), _steps(named, len([one for one in open_ if one != OTHERS])), strict=True
            ):
                found[index] = open_[min(n, len(open_) - 1)] if open_ else ""
        at = max(end, at + 1)
    return ["" if one == OTHERS else one for one in found]


def _steps(named: list[int], groups: int) -> list[int]:
    """Which group each row belongs to, the first one 0; ``named`` is where the text names it, -1 where it does not."""
    found, group, last = [], 0, -1
    for n, at in enumerate(named):
        left = len(named) - n  # rows that are still to come, this one counted in
        if n and (0 <= at < last or groups - group - 1 >= left):
            group, last = group + 1, -1
        last = max(last, at)
        found.append(group)
    return found


def _label(row: BaseRow) -> str:
    return words.name(_BRACKET.sub("", _NUMBER.sub("", row.label.place.quote or row.label.text)).strip("　 ：:"))


def _text(report: Report) -> str:
    section = report.section("project")
    return "".join(p.text for p in section.body) if section else ""


def _between(order: list[str], before: str, after: str) -> list[str]:
    start = order.index(before) + 1 if before in order else 0
    end = order.index(after) if after in order else len(order)
    return order[start:end]


def _item(row: BaseRow, concept: str, year: int | None) -> SpendingItem | None:
    label = _label(row)
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
    """Lines of another fund: those whose spending makes exactly what the sheet states for that fund."""
    lines = {
        line.fund: money_of(line.sole or line.executed)
        for line in (report.department.funds if report.department else ())
    }
    for fund in ("gov_fund", "state_capital", "special", "other"):
        stated = lines.get(fund)
        held = sum((item.final.number for item in items if item.fund == fund and item.final), Decimal(0))
        if stated is None or not stated.number or held == stated.number or len(items) > _MOST:
            continue
        free = [i for i, item in enumerate(items) if item.final is not None and item.fund in ("general", fund)]
        sets = [
            chosen
            for size in range(1, len(free) + 1)
            for chosen in combinations(free, size)
            if _spent(items, chosen) == stated.number
        ]
        if sets:
            for i in free:
                items[i] = _with_fund(items[i], fund if i in sets[0] else "general")
    return tuple(items)


def _spent(items: list[SpendingItem], chosen: tuple[int, ...]) -> Decimal:
    return sum((one.number for i in chosen if (one := items[i].final) is not None), Decimal(0))


def _with_fund(item: SpendingItem, fund: str) -> SpendingItem:
    return SpendingItem(item.label, item.concept, fund, item.last, item.budget, item.final)
