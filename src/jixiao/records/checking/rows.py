"""Rows (逐行核对): casts every column of a table, writes each mistake down, and lets the rows without any go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import duckdb

from jixiao.records.checking.casts import Cast, cast
from jixiao.records.checking.recognising import Match
from jixiao.records.database import identifier, listed, quoted
from jixiao.records.raw import Raw
from jixiao.records.table import Column, Table

_SHOWN = 80  # characters of a value that a mistake shows


@dataclass(frozen=True, slots=True)
class Checked:
    """How many rows a file gave, and how many of them were kept aside."""

    read: int
    refused: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """A condition on the casted rows that must not hold, and what is said where it does."""

    condition: str
    column: str  # heading as the user knows it
    value: str  # SQL of what stands there
    said: tuple[str, str, str, str]  # problem, fix, problem_en, fix_en


def checked(connection: duckdb.DuckDBPyConnection, raw: Raw, match: Match, into: str, scratch: Path) -> Checked:
    """Makes the view ``into`` of the good rows, typed, with _file and _row; the others go to ``refused``.

    Rows without any value are passed over.
    """
    table = match.table
    casts = {name: cast(table.columns[name], heading, raw.columns[heading]) for name, heading in match.named.items()}
    mistakes = list(_mistakes(match, casts))
    wrong = " OR ".join(f"COALESCE({one.condition}, FALSE)" for one in mistakes) or "FALSE"
    path = quoted(str(scratch / f"{into}.parquet"))
    # Once through the source and straight to the disk: fifty million rows never lie in memory.
    connection.execute(
        f"COPY (SELECT *, CASE WHEN NOT _blank THEN {wrong} END AS _wrong FROM ({_casted(raw, match, casts)})) "
        f"TO {path} (FORMAT parquet)"
    )
    columns = ", ".join(_kept(column, match) for column in table.columns.values())
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW {into} AS SELECT {columns}, _file, _row FROM read_parquet({path}) WHERE NOT _wrong"
    )
    read, bad = connection.execute(
        f"SELECT COUNT(_wrong), COUNT(*) FILTER (_wrong) FROM read_parquet({path})"
    ).fetchall()[0]
    if bad:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE wrong AS FROM read_parquet({path}) WHERE _wrong")
        for mistake in mistakes:
            connection.execute(_written(mistake, raw, table))
        connection.execute("DROP TABLE wrong")
    return Checked(read, bad)


def _casted(raw: Raw, match: Match, casts: dict[str, Cast]) -> str:
    """Each column as its type (c_), and as it stood where it may be wrong (t_)."""
    sources = listed(match.named.values())
    texts = ", ".join(f"{one.text} AS t_{name}" for name, one in casts.items())
    blank = " AND ".join(f"t_{name} IS NULL" for name in casts)
    query = f"SELECT _row, {sources}, {texts} FROM {raw.relation}"
    query = f"SELECT *, {blank} AS _blank FROM ({query})"  # a WHERE would have every text made a second time
    for steps in zip_longest(*(one.steps for one in casts.values())):
        query = f"SELECT *, {', '.join(f'{step[1]} AS {step[0]}' for step in steps if step)} FROM ({query})"
    picks = [f"{quoted(raw.name)} AS _file", "_row", "_blank", *(f"c_{name}" for name in casts)]
    picks += [f"t_{name}" for name, one in casts.items() if one.can_fail or match.table.columns[name].required]
    return f"SELECT {', '.join(picks)} FROM ({query})"


def _kept(column: Column, match: Match) -> str:
    source = f"c_{column.name}" if column.name in match.named else f"CAST(NULL AS {column.sql})"
    return f"{source} AS {identifier(column.name)}"


def _mistakes(match: Match, casts: dict[str, Cast]) -> Iterator[Mistake]:
    for name, one in casts.items():
        column, heading = match.table.columns[name], match.named[name]
        if column.required:
            yield Mistake(f"t_{name} IS NULL", heading, "NULL", _EMPTY)
        if one.can_fail:
            yield Mistake(f"t_{name} IS NOT NULL AND c_{name} IS NULL", heading, f"t_{name}", one.said)
    for earlier, later in match.table.order:
        if earlier in casts and later in casts:
            yield _out_of_order(match, earlier, later)


def _out_of_order(match: Match, earlier: str, later: str) -> Mistake:
    one, other = match.table.columns[earlier], match.table.columns[later]
    said = (
        f"“{other.title}”早于“{one.title}”", "核对这两个时间，改正写错的一个",
        f"{later} is before {earlier}", "check both and correct the wrong one",
    )  # fmt: skip
    shown = f"CONCAT(CAST(c_{later} AS VARCHAR), ' < ', CAST(c_{earlier} AS VARCHAR))"
    same = "" if one.type == other.type else "::DATE"  # a day has no hours that could be compared
    return Mistake(f"c_{later}{same} < c_{earlier}{same}", match.named[later], shown, said)


def _written(mistake: Mistake, raw: Raw, table: Table) -> str:
    said = ", ".join(quoted(text) for text in mistake.said)
    return (
        f"INSERT INTO refused SELECT {quoted(raw.name)}, {quoted(table.id)}, _row, {quoted(mistake.column)}, "
        f"COALESCE(LEFT({mistake.value}, {_SHOWN}), ''), {said} FROM wrong WHERE COALESCE({mistake.condition}, FALSE)"
    )


_EMPTY = ("必填的格子是空的", "补上这个值", "a required cell is empty", "fill it in")
