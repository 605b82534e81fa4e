"""The best query we could write by hand for all indicators of 办件 by unit and month: what the engine is measured against.

One scan. The month of every date is a key of the groups, so no condition on the period is asked row by row: the second
step sees it on some ten thousand groups. Tried and slower: a query an indicator, a query a date, GROUPING SETS,
FILTER, date_trunc, conditions as keys, and a join in place of IN.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import duckdb

Cells = dict[tuple[str, str, str], tuple[Decimal, Decimal, int]]

_GROUPS = """
SELECT org_name AS unit,
       CAST(year(accept_date) * 12 + month(accept_date) AS INTEGER) AS a,
       CAST(year(deadline) * 12 + month(deadline) AS INTEGER) AS d,
       CAST(year(result_date) * 12 + month(result_date) AS INTEGER) AS r,
       COUNT(*) AS n,
       COUNT_IF(special) AS special,
       COUNT_IF(project_type = '即办件') AS at_once,
       COUNT_IF(NOT stopped) AS going,
       COUNT_IF(NOT stopped AND task_code IN (SELECT task_code FROM service_item
                                              WHERE handle_mode IN ('就地办', '两地办'))) AS going_local,
       COUNT_IF(NOT stopped AND task_code IN (SELECT task_code FROM service_item
                                              WHERE cross_province = '异地代收代办')) AS going_collected,
       COUNT_IF(deadline IS NOT NULL) AS due,
       COUNT_IF(result_date <= deadline) AS in_time,
       COUNT_IF(CAST(result_date AS DATE) < CAST(deadline AS DATE)) AS early,
       COUNT_IF(result_date >= accept_date) AS in_order,
       SUM(CASE WHEN result_date >= accept_date AND date_diff('second', accept_date, result_date) > special_seconds
                THEN date_diff('second', accept_date, result_date) - special_seconds END) AS seconds,
       COUNT_IF(data_source LIKE '%网上%') AS online,
       COUNT_IF(data_source LIKE '%网上%' AND NOT special AND NOT project_no IN (
         SELECT project_no FROM up_pro_process WHERE process_name LIKE '%补正%')) AS online_at_once
FROM cases
GROUP BY ALL
"""
_ACCEPTED, _CLOSED, _DUE = "a >= $s AND a < $e", "r >= $s AND r < $e", "d >= $s AND d < $e"
_OPEN = "(r IS NULL OR r >= $e)"
# code: key of the month, groups that count, numerator, denominator, rows
_CELLS = {
    "CS01": ("a", _ACCEPTED, "n", "0", "n"),
    "CS02": ("d", _DUE, "CASE WHEN r < $e THEN going ELSE 0 END", "going", "going"),
    "CS03": ("r", _CLOSED, "in_time", "due", "due"),
    "CS04": ("r", _CLOSED, "n", "0", "n"),
    "CS05": ("r", _CLOSED, "early", "due", "due"),
    "CS06": ("r", _CLOSED, "seconds", "86400 * in_order", "in_order"),
    "CS07": ("d", f"d < $e AND {_OPEN}", "going", "0", "going"),
    "CS08": ("a", _ACCEPTED, "special", "n", "n"),
    "CS09": ("d", _DUE, "CASE WHEN r < $e THEN going_local ELSE 0 END", "going_local", "going_local"),
    "CS10": ("d", _DUE, "CASE WHEN r < $e THEN going_collected ELSE 0 END", "going_collected", "going_collected"),
    "CS11": ("r", _CLOSED, "online_at_once", "online", "online"),
    "CS12": ("a", _ACCEPTED, "at_once", "n", "n"),
    "CS13": ("a", f"a < $e AND {_OPEN}", "n", "0", "n"),
    "CS14": ("a", _ACCEPTED, "n", "0", "n"),
}
_DISCLOSED = """
SELECT 'CS14', NULL, CAST(year(published_date) * 12 + month(published_date) AS INTEGER), COUNT(*), 0, COUNT(*)
FROM disclosure WHERE published_date >= $start AND published_date < $end GROUP BY ALL
"""


def cells(files: Mapping[str, Path], start: datetime, end: datetime, *, memory: str = "1GB") -> Cells:
    """Numerator, denominator and rows of each indicator, unit and month; both ends are first days of a month."""
    with duckdb.connect(config={"memory_limit": memory, "preserve_insertion_order": False}) as connection:
        connection.execute("SET enable_progress_bar = false")
        for name, path in files.items():
            connection.execute(f"CREATE VIEW {name} AS FROM read_parquet('{path}')")
        connection.execute(f"CREATE TEMP TABLE groups AS {_GROUPS}")  # as part of one query it is a quarter slower
        found = connection.execute(_summed(start, end)).fetchall()
    return {
        (code, unit or "", _month(month)): (Decimal(above or 0), Decimal(below), rows)
        for code, unit, month, above, below, rows in found
        if rows
    }


def _summed(start: datetime, end: datetime) -> str:
    """The second step: the groups of each indicator that lie in the period."""
    parts = [
        f"SELECT '{code}', unit, {month}, SUM({above}), SUM({below}), SUM({rows}) "  # noqa: S608 - words of this file
        f"FROM groups WHERE {where} GROUP BY ALL"
        for code, (month, where, above, below, rows) in _CELLS.items()
    ]
    body = "\nUNION ALL\n".join([*parts, _DISCLOSED])
    body = body.replace("$start", f"TIMESTAMP '{start}'").replace("$end", f"TIMESTAMP '{end}'")
    return body.replace("$s", str(_index(start))).replace("$e", str(_index(end)))


def _index(moment: datetime) -> int:
    return moment.year * 12 + moment.month


def _month(index: int) -> str:
    return f"{(index - 1) // 12}-{(index - 1) % 12 + 1:02d}"
