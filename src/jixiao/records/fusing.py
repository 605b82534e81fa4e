"""Many indicators over one base in one scan: groups by unit and month of every date, then each indicator out of these.

Conditions on the period are asked of the groups and not of the rows; what remains by row is counted once for all that
ask it. Measured beside queries written by hand: benchmarks/records_speed.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import sqlglot
from sqlglot import exp

_PLAIN = {"kind", "expressions", "from_", "where"}  # what a query may have to be fused
Ends = Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Part:
    """One SELECT of an indicator over one base: what it picks, and the conditions on its rows."""

    code: str
    base: str
    unit: str
    day: str
    numerator: exp.Expr
    denominator: exp.Expr | None
    conditions: tuple[exp.Expr, ...]


@dataclass(slots=True)
class Scan:
    """One scan of a base (``groups``), and the query over its groups for each indicator (``cells``)."""

    base: str
    unit: str
    days: list[str]
    ends: Ends
    columns: dict[str, str] = field(default_factory=dict)  # aggregate over rows → its name among the groups
    cells: list[str] = field(default_factory=list)

    def groups(self) -> str:
        """The one scan; months are numbers, year × 12 + month."""
        keys = [f"CAST(YEAR({day}) * 12 + MONTH({day}) AS INTEGER) AS month_{day}" for day in self.days]
        # COUNT_IF over nothing but NULL is NULL in DuckDB.
        sums = [f"COALESCE({aggregate}, 0) AS {name}" for aggregate, name in self.columns.items()]
        by = ", ".join(str(number + 1) for number in range(len(keys) + 1))
        return f"SELECT {', '.join([f'{self.unit} AS unit', *keys, *sums])} FROM {self.base} GROUP BY {by}"

    def column(self, aggregate: str) -> str:
        """The name of an aggregate among the groups; equal ones are counted once."""
        return self.columns.setdefault(aggregate, f"s{len(self.columns)}")

    def add(self, part: Part) -> None:
        """One more SELECT that this scan answers."""
        outer, inner = self.split(part.conditions)
        rows = self.column(_count(inner, self.ends))
        below = self._sum(part.denominator, inner, rows) if part.denominator is not None else "0"
        above = self._sum(part.numerator, inner, rows)
        where = f" WHERE {' AND '.join(outer)}" if outer else ""
        self.cells.append(
            f"SELECT '{part.code}' AS code, unit, month_{part.day} AS month, SUM({above}) AS numerator, "
            f"SUM({below}) AS denominator, SUM({rows}) AS counted FROM groups{where} GROUP BY 2, 3 HAVING counted > 0"
        )

    def split(self, conditions: Iterable[exp.Expr]) -> tuple[list[str], list[exp.Expr]]:
        """What can be asked of the groups, in their words, and what must be asked of each row."""
        outer, inner = [], []
        for one in conditions:
            told = self._of_groups(one)
            if told is None:
                inner.append(one)
            else:
                outer.append(told)
        return outer, inner

    def _of_groups(self, tree: exp.Expr) -> str | None:
        """A condition on dates and the period over months; None where it asks for more."""
        tree = tree.unnest()
        if isinstance(tree, exp.And | exp.Or):
            one, other = self._of_groups(tree.left), self._of_groups(tree.right)
            word = "AND" if isinstance(tree, exp.And) else "OR"
            return f"({one} {word} {other})" if one and other else None
        if isinstance(tree, exp.Not):
            one = self._of_groups(tree.this)
            return f"NOT ({one})" if one else None
        column = tree.this
        if not isinstance(column, exp.Column) or column.name not in self.days:
            return None
        if isinstance(tree, exp.Is) and isinstance(tree.expression, exp.Null):
            return f"month_{column.name} IS NULL"
        moment = self.ends.get(tree.expression.name) if isinstance(tree.expression, exp.Placeholder) else None
        if moment is None or not isinstance(tree, exp.GTE | exp.LT):
            return None
        return f"month_{column.name} {'>=' if isinstance(tree, exp.GTE) else '<'} {month(moment)}"

    def _sum(self, value: exp.Expr, inner: list[exp.Expr], rows: str) -> str:
        """The sum of a term over the rows that count, out of the groups."""
        value = value.unnest()
        if isinstance(value, exp.Literal) and not value.is_string:
            return rows if value.name == "1" else f"{value.name} * {rows}"
        chosen = _choice(value)
        if chosen is None:
            told = _sql(value, self.ends)
            return self.column(f"SUM(CASE WHEN {_and(inner, self.ends)} THEN {told} END)" if inner else f"SUM({told})")
        condition, yes, no = chosen
        outer, more = self.split(_conjuncts(condition))
        count = self.column(_count([*inner, *more], self.ends))
        if outer:
            count = f"CASE WHEN {' AND '.join(outer)} THEN {count} ELSE 0 END"
        return f"{yes} * ({count}) + {no} * ({rows} - ({count}))"


def fused(queries: Mapping[str, str], start: datetime, end: datetime) -> tuple[list[Scan], list[str]]:
    """The scans that answer these queries, and the codes of those that must be asked one by one.

    Months are all that a scan knows of dates: a period that begins or ends within one is asked query by query.
    """
    if any(moment != moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0) for moment in (start, end)):
        return [], list(queries)
    found: dict[tuple[str, str], list[Part]] = {}
    alone = []
    for code, sql in queries.items():
        parts = parts_of(code, sql)
        if not parts:
            alone.append(code)
        for part in parts:
            found.setdefault((part.base, part.unit), []).append(part)
    scans = []
    for (base, unit), parts in found.items():
        scan = Scan(base, unit, sorted({part.day for part in parts}), {"start": start, "end": end})
        for part in parts:
            scan.add(part)
        scans.append(scan)
    return scans, alone


def month(moment: datetime) -> int:
    """A month as scans count it."""
    return moment.year * 12 + moment.month


def month_name(number: int | None) -> str:
    """2023-05; nothing where a record has no date."""
    return "" if number is None else f"{(number - 1) // 12}-{(number - 1) % 12 + 1:02d}"


def parts_of(code: str, sql: str) -> list[Part]:
    """The plain SELECTs that a query is the union of; none where one of them is not plain."""
    found = [_part(code, one) for one in _branches(sqlglot.parse_one(sql, read="duckdb"))]
    return [] if None in found else [part for part in found if part]


def _branches(tree: exp.Expr) -> list[exp.Expr]:
    if isinstance(tree, exp.Union) and not tree.args.get("distinct") and not tree.args.get("with_"):
        return [*_branches(tree.left), *_branches(tree.right)]
    return [tree]


def _part(code: str, tree: exp.Expr) -> Part | None:
    source = tree.args.get("from_")
    if not isinstance(tree, exp.Select) or not source or not isinstance(source.this, exp.Table):
        return None
    if any(value for name, value in tree.args.items() if name not in _PLAIN):
        return None
    picks = {one.alias_or_name: one.unalias() for one in tree.expressions}
    day = (
        picks["day"].this if isinstance(picks["day"], exp.Cast) else picks["day"]
    )  # a day and its moment share a month
    if not isinstance(day, exp.Column) or any(one.find(exp.AggFunc, exp.Window) for one in tree.expressions):
        return None
    where = tree.args.get("where")
    conditions = tuple(_conjuncts(where.this)) if where else ()
    unit, numerator, denominator = _sql(picks["unit"]), picks["numerator"], picks.get("denominator")
    return Part(code, source.this.name, unit, day.name, numerator, denominator, conditions)


def _conjuncts(tree: exp.Expr) -> list[exp.Expr]:
    tree = tree.unnest()
    return [*_conjuncts(tree.left), *_conjuncts(tree.right)] if isinstance(tree, exp.And) else [tree]


def _choice(value: exp.Expr) -> tuple[exp.Expr, str, str] | None:
    """CASE WHEN … THEN a whole number ELSE a whole number END."""
    if not isinstance(value, exp.Case) or value.this or len(value.args["ifs"]) != 1:
        return None
    yes, no = value.args["ifs"][0].args["true"], value.args.get("default")
    if not (isinstance(yes, exp.Literal) and yes.is_int and isinstance(no, exp.Literal) and no.is_int):
        return None
    return value.args["ifs"][0].this, yes.name, no.name


def _count(conditions: Iterable[exp.Expr], ends: Ends) -> str:
    told = _and(conditions, ends)
    return f"COUNT_IF({told})" if told else "COUNT(*)"


def _and(conditions: Iterable[exp.Expr], ends: Ends) -> str:
    told = dict.fromkeys(_sql(one, ends) for one in conditions)
    return " AND ".join(f"({one})" for one in told)


def _sql(tree: exp.Expr, ends: Ends | None = None) -> str:
    """The words of DuckDB, with the ends of the period in place of their names."""

    def bound(node: exp.Expr) -> exp.Expr:
        moment = ends.get(node.name) if ends and isinstance(node, exp.Placeholder) else None
        return exp.cast(exp.Literal.string(f"{moment:%Y-%m-%d %H:%M:%S}"), "TIMESTAMP") if moment else node

    return tree.copy().transform(bound).sql(dialect="duckdb", comments=False)
