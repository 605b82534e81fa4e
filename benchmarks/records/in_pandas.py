"""The same in pandas, as one would write it there: columns read once, a group-by for each date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.records.by_hand import Cells

_COLUMNS = [
    "project_no", "task_code", "org_name", "project_type", "data_source", "accept_date", "deadline", "result_date",
    "stopped", "special", "special_seconds",
]  # fmt: skip
_DAY = 86_400


def cells(files: Mapping[str, Path], start: datetime, end: datetime) -> Cells:
    """Numerator, denominator and rows of each indicator, unit and month."""
    pandas = import_module("pandas")

    items = pandas.read_parquet(files["service_item"])
    processes = pandas.read_parquet(files["up_pro_process"])
    disclosed = pandas.read_parquet(files["disclosure"])
    frame = pandas.read_parquet(files["cases"], columns=_COLUMNS)
    again = processes.loc[processes.process_name.str.contains("补正"), "project_no"]
    found: Cells = {}
    for code, column, rows, above, below in _indicators(frame, items, again, start, end):
        found |= _summed(code, frame.loc[rows, ["org_name", column]], column, above[rows], below)
    within = disclosed.published_date[(disclosed.published_date >= start) & (disclosed.published_date < end)]
    for month, count in within.groupby(within.dt.strftime("%Y-%m")).size().items():
        found["CS14", "", str(month)] = Decimal(int(count)), Decimal(0), int(count)
    return found


def _indicators(cases: Any, items: Any, again: Any, start: datetime, end: datetime) -> Any:  # noqa: ANN401 - no types
    """Code, column of the month, rows that count, numerator, and what each row adds to the denominator."""
    accepted = (cases.accept_date >= start) & (cases.accept_date < end)
    closed = (cases.result_date >= start) & (cases.result_date < end)
    due = (cases.deadline >= start) & (cases.deadline < end) & ~cases.stopped
    open_at_end = ~(cases.result_date < end)
    local = cases.task_code.isin(items.task_code[items.handle_mode.isin(["就地办", "两地办"])])
    collected = cases.task_code.isin(items.task_code[items.cross_province == "异地代收代办"])
    online = cases.data_source.str.contains("网上")
    early = cases.result_date.dt.normalize() < cases.deadline.dt.normalize()
    taken = (cases.result_date - cases.accept_date).dt.total_seconds() - cases.special_seconds
    one = accepted | True
    promised = closed & cases.deadline.notna()
    yield "CS01", "accept_date", accepted, one, 0
    yield "CS02", "deadline", due, ~open_at_end, 1
    yield "CS03", "result_date", promised, cases.result_date <= cases.deadline, 1
    yield "CS04", "result_date", closed, one, 0
    yield "CS05", "result_date", promised, early, 1
    yield "CS06", "result_date", closed & (cases.result_date >= cases.accept_date), taken.clip(lower=0), _DAY
    yield "CS07", "deadline", (cases.deadline < end) & open_at_end & ~cases.stopped, one, 0
    yield "CS08", "accept_date", accepted, cases.special, 1
    yield "CS09", "deadline", due & local, ~open_at_end, 1
    yield "CS10", "deadline", due & collected, ~open_at_end, 1
    yield "CS11", "result_date", closed & online, ~cases.special & ~cases.project_no.isin(again), 1
    yield "CS12", "accept_date", accepted, cases.project_type == "即办件", 1
    yield "CS13", "accept_date", (cases.accept_date < end) & open_at_end, one, 0
    yield "CS14", "accept_date", accepted, one, 0


def _summed(code: str, rows: Any, column: str, above: Any, below: int) -> Cells:  # noqa: ANN401 - no types
    """Cells of one indicator; the month as a number, which pandas groups much faster than as text."""
    month = (rows[column].dt.year * 12 + rows[column].dt.month).rename("month")
    grouped = above.groupby([rows.org_name, month]).agg(["sum", "size"])
    return {
        (code, unit, f"{(month - 1) // 12:.0f}-{(month - 1) % 12 + 1:02.0f}"): (
            Decimal(int(total)), Decimal(below * int(size)), int(size)
        )
        for (unit, month), total, size in zip(grouped.index, grouped["sum"], grouped["size"], strict=True)
    }  # fmt: skip
