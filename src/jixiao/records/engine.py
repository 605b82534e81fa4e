"""Computes indicators from records: values with their proof, the months and units they are made of, the rows behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import duckdb

from jixiao.model.proof import Proof
from jixiao.records.database import attach, connect, reads
from jixiao.records.fusing import fused, month_name
from jixiao.records.indicator import Indicator, indicators
from jixiao.records.store import Store
from jixiao.records.table import tables

_NOTHING = Decimal(0)
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """What the records of one unit and month add to an indicator."""

    code: str
    unit: str | None
    month: str  # 2023-05
    numerator: Decimal
    denominator: Decimal
    rows: int


@dataclass(frozen=True, slots=True)
class Cases:
    """The rows behind an indicator: the first ones, and how many there are."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    total: int


def compute(store: Store, start: datetime, end: datetime, only: Iterable[str] = ()) -> list[Proof]:
    """Each indicator (or ``only`` those of these codes) over a period, with its proof."""
    return proofs(store, spread(store, start, end, only), start, end, only)


def proofs(
    store: Store, cells: Iterable[Cell], start: datetime, end: datetime, only: Iterable[str] = ()
) -> list[Proof]:
    """What the cells of a period add up to."""
    sums = {code: Cell(code, None, "", _NOTHING, _NOTHING, 0) for code in _codes(only)}
    for cell in cells:
        sums[cell.code] = _both(sums[cell.code], cell)
    return [proof(store, sum_, start, end) for sum_ in sums.values()]


def proof(store: Store, sums: Cell, start: datetime, end: datetime) -> Proof:
    """The value that sums make, with everything needed to compute it again."""
    indicator = indicators()[sums.code]
    total = indicator.measure == "total"
    reason = _missing(store, indicator, start, end) or ("" if total or sums.denominator else _nothing(sums.rows))
    factor = _PERCENT if indicator.measure == "rate" else 1
    exact = sums.numerator / indicator.scale if total else factor * sums.numerator / (sums.denominator or 1)
    read = reads(indicator.sql)
    return Proof(
        code=indicator.code,
        title=indicator.title,
        unit=indicator.unit,
        measure=indicator.measure,
        value=None if reason else exact,
        reason=reason,
        numerator=sums.numerator,
        denominator=None if total else sums.denominator,
        start=start,
        end=end,
        rows=sums.rows,
        sources=tuple(source for source in store.sources if source.table in read),
        query=indicator.sql,
        definition=indicator.definition,
        cite=indicator.cite,
        verified=indicator.verified,
        names=indicator.names,
    )


def _missing(store: Store, indicator: Indicator, start: datetime, end: datetime) -> str:
    """Why there can be no value, whatever the rows say."""
    lacking = [f"{tables()[name].title}（{name}）" for name in indicator.needs if name not in store.tables]
    if lacking:
        return f"缺少台账：{'、'.join(lacking)}"
    first, last = indicator.years
    if start.year < first or end.year > last + 1:
        return f"口径适用于 {first} 年{'以后' if last == 9999 else f'至 {last} 年'}"  # noqa: PLR2004 - no last year
    return ""


def _nothing(rows: int) -> str:
    """0 ÷ 0 is neither 0 % nor 100 %."""
    return "期内应计的记录分母合计为 0" if rows else "期内没有应计的记录（分母为 0）"


def spread(store: Store | Mapping[str, Path], start: datetime, end: datetime, only: Iterable[str] = ()) -> list[Cell]:
    """The sums of each indicator by unit and month; a store, or the Parquet files of tables and bases by name."""
    queries = {code: indicators()[code].sql for code in _codes(only)}
    found: dict[tuple[str, str | None, str], Cell] = {}
    with connect() as connection:
        attach(connection, _places(store))
        for cell in counted(connection, queries, start, end):
            key = (cell.code, cell.unit, cell.month)
            found[key] = _both(found[key], cell) if key in found else cell
    return list(found.values())


def explain(store: Store, code: str, start: datetime, end: datetime, limit: int = 100) -> Cases:
    """The rows that an indicator falls short by — the late, the open, the unsatisfied —, or all that make up a total."""
    indicator = indicators()[code]
    query = f"SELECT * FROM ({indicator.sql}\n){_short(indicator)}"
    with connect() as connection:
        attach(connection, _places(store))
        given = _given(query, start, end)
        counted = connection.execute(f"SELECT COUNT(*) FROM ({query})", given).fetchone()
        shown = connection.execute(f"{query} ORDER BY day, id LIMIT {limit}", given)
        columns = tuple(column[0] for column in shown.description or ())
        rows = shown.fetchall()
    kept = [number for number, name in enumerate(columns) if not _trivial(name, [row[number] for row in rows])]
    return Cases(
        tuple(columns[number] for number in kept),
        [[row[number] for number in kept] for row in rows],
        counted[0] if counted else 0,
    )


def _short(indicator: Indicator) -> str:
    if indicator.measure == "total":
        return ""
    return " WHERE numerator <> 0" if indicator.better == "low" else " WHERE numerator < denominator"


def _trivial(column: str, values: list[object]) -> bool:
    """Whether the terms of the sum say no more than that a row counts."""
    return column in ("numerator", "denominator") and set(values) <= {0, 1}


def counted(
    connection: duckdb.DuckDBPyConnection, queries: Mapping[str, str], start: datetime, end: datetime
) -> Iterator[Cell]:
    """The sums of queries by unit and month, over the tables of a connection; the branches of a union one by one."""
    scans, alone = fused(queries, start, end)
    for scan in scans:
        # A table and not a WITH: as part of one query DuckDB plans the scan worse, by a third of its time.
        connection.execute(f"CREATE OR REPLACE TEMP TABLE groups AS {scan.groups()}")
        for code, unit, month, above, below, rows in connection.execute(" UNION ALL ".join(scan.cells)).fetchall():
            yield Cell(code, unit, month_name(month), Decimal(above or 0), Decimal(below or 0), rows)
    for code in alone:
        yield from asked(connection, code, queries[code], start, end)


def asked(connection: duckdb.DuckDBPyConnection, code: str, sql: str, start: datetime, end: datetime) -> Iterator[Cell]:
    """The sums of one query by unit and month, by a scan of its own."""
    below = "0" if indicators()[code].measure == "total" else "SUM(denominator)"
    query = f"SELECT unit, YEAR(day) * 12 + MONTH(day), SUM(numerator), {below}, COUNT(*) FROM ({sql}\n) GROUP BY 1, 2"
    for unit, month, above, under, rows in connection.execute(query, _given(query, start, end)).fetchall():
        yield Cell(code, unit, month_name(month), Decimal(above or 0), Decimal(under or 0), rows)


def _both(one: Cell, other: Cell) -> Cell:
    """The branches of a union meet in the same unit and month."""
    return Cell(
        one.code,
        one.unit,
        one.month,
        one.numerator + other.numerator,
        one.denominator + other.denominator,
        one.rows + other.rows,
    )


def _given(query: str, start: datetime, end: datetime) -> dict[str, datetime]:
    """The parameters that a query asks for; DuckDB refuses more."""
    return {name: moment for name, moment in (("start", start), ("end", end)) if f"${name}" in query}


def _codes(only: Iterable[str]) -> list[str]:
    return list(only) or list(indicators())


def _places(store: Store | Mapping[str, Path]) -> Mapping[str, Path]:
    return {**store.tables, **store.bases} if isinstance(store, Store) else store
