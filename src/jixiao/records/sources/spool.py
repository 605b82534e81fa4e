"""Spool (转存): rows that Python had to read, written once as a clean table that DuckDB reads."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from jixiao.records.database import identifier, quoted
from jixiao.records.sources.unreadable import Unreadable, fatal

Numbered = tuple[int, Sequence[str]]
_QUOTES = """quote = '"', escape = '"'"""
_LONGEST = 8 << 20  # bytes of a row


def spooled(
    connection: duckdb.DuckDBPyConnection, rows: Iterable[Numbered], headings: Sequence[str], path: Path, relation: str
) -> None:
    """A view over rows that have the number of their row in the file before their cells."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, cells in rows:
            writer.writerow([number, *cells])
    _view(connection, path, ["_row", *headings], relation, path.with_suffix(".parquet"), "_row")


def viewed(
    connection: duckdb.DuckDBPyConnection, path: Path, headings: Sequence[str], relation: str, copy: Path, *,
    skip: int, delimiter: str,
) -> None:  # fmt: skip
    """A view over a clean file of UTF-8, whose first ``skip`` rows are titles and headings.

    To number rows takes one processor; what is done with them afterwards takes all, out of the numbered copy.
    """
    numbered = f"ROW_NUMBER() OVER () + {skip} AS _row"
    _view(connection, path, headings, relation, copy, numbered, skip, delimiter)


def unique(name: str, cells: Sequence[str]) -> list[str]:
    """Headings of which none is empty and no two are the same."""
    found = list[str]()
    for number, cell in enumerate(cells, 1):
        heading = " ".join(cell.replace("\ufeff", "").split())
        if heading and heading in found:
            raise Unreadable(
                fatal(
                    name,
                    f"第 {found.index(heading) + 1} 列和第 {number} 列的列名都是“{heading[:40]}”",
                    "改掉其中一个",
                    f"columns {found.index(heading) + 1} and {number} are both called “{heading[:40]}”",
                    "rename one of them",
                )
            )
        found.append(heading if heading not in ("", "_row") else f"第{number}列（无列名）")
    return found


def _view(
    connection: duckdb.DuckDBPyConnection, path: Path, headings: Sequence[str], relation: str, copy: Path, row: str,
    skip: int = 0, delimiter: str = ",",
) -> None:  # fmt: skip
    columns = ", ".join(f"{quoted(one)}: '{'BIGINT' if one == '_row' else 'VARCHAR'}'" for one in headings)
    picks = ", ".join([*(identifier(one) for one in headings if one != "_row"), row])
    # The cells of a row are all on one line or quoted; a dialect is never guessed a second time.
    dialect = f"auto_detect = false, header = false, skip = {skip}, delim = {quoted(delimiter)}, {_QUOTES}"
    kept = quoted(str(copy))
    connection.execute(
        f"COPY (SELECT {picks} FROM read_csv({quoted(str(path))}, columns = {{{columns}}}, {dialect}, "
        f"max_line_size = {_LONGEST}, buffer_size = {2 * _LONGEST}, nullstr = '')) TO {kept} (FORMAT parquet)"
    )
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {relation} AS FROM read_parquet({kept})")
