"""Recognising (识别): which record table a file holds, and which heading is which column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.records.raw import Raw
from jixiao.records.table import Column, Table, tables
from jixiao.records.trouble import Trouble

_ASIDE = re.compile(r"[\s_\-]|[(（\[【].*?[)）\]】]")  # 金额（元） is 金额
_LEAST = 2  # headings that a table must share with a file to be taken for it


@dataclass(frozen=True, slots=True)
class Match:
    """The table, and the heading of each of its columns that the file has."""

    table: Table
    named: Mapping[str, str]


def recognised(raw: Raw) -> Match | Trouble:
    """The table whose columns a file has, or what keeps it from being one.

    Its name decides where it names a table; else the headings do: the table that shares most of them and whose
    required columns are all there.
    """
    matches = [Match(table, _named(table, raw.columns)) for table in tables().values()]
    by_name = [one for one in matches if _is_called(raw.hint, one.table)]
    if by_name:
        return max((_whole(raw, one) for one in by_name), key=lambda one: isinstance(one, Match))
    fitting = [one for one in matches if len(one.named) >= _LEAST and not _lacking(one)]
    best = max((len(one.named) for one in fitting), default=0)
    found = [one for one in fitting if len(one.named) == best]
    if len(found) == 1:
        return found[0]
    return _several(raw, [one.table for one in found]) if found else _unknown(raw, matches)


def spoken(heading: str) -> str:
    """A heading without width, spaces and what stands in brackets."""
    return _ASIDE.sub("", unicodedata.normalize("NFKC", heading)).casefold()


def _is_called(hint: str, table: Table) -> bool:
    """受理.csv, up_pro_accept-2023.csv, 2023年办件受理.xlsx."""
    name = spoken(hint)
    return spoken(table.id) in name if _is_longest(table, name) else spoken(table.title) in name


def _is_longest(table: Table, name: str) -> bool:
    """asset_move.xlsx is no asset."""
    inside = [one for one in tables().values() if spoken(one.id) in name]
    return bool(inside) and table is max(inside, key=lambda one: len(one.id))


def _named(table: Table, headings: Mapping[str, str]) -> dict[str, str]:
    """Heading by column; a name beats a title, a title beats an alias."""
    known = {spoken(heading): heading for heading in headings}
    found = dict[str, str]()
    for words in (_name, _title, _aliases):
        for column in table.columns.values():
            for word in words(column):
                heading = known.get(spoken(word))
                if heading is not None and column.name not in found and heading not in found.values():
                    found[column.name] = heading
    return found


def _name(column: Column) -> tuple[str, ...]:
    return (column.name,)


def _title(column: Column) -> tuple[str, ...]:
    return (column.title,)


def _aliases(column: Column) -> tuple[str, ...]:
    return column.aliases


def _lacking(match: Match) -> list[Column]:
    return [one for one in match.table.columns.values() if one.required and one.name not in match.named]


def _whole(raw: Raw, match: Match) -> Match | Trouble:
    """The match, unless a required column is missing."""
    lacking = _lacking(match)
    if not lacking:
        return match
    column = lacking[0]
    words = "、".join(dict.fromkeys((column.name, column.title, *column.aliases)))
    table = match.table
    return Trouble(
        raw.name, table.id, None, column.title, "",
        f"缺少必填列“{column.title}”，整张表没有读入。", f"补上这一列；列名可以写 {words}。",
        f"The required column {column.name} is missing: the table was not read.",
        f"Add it; its heading may be {words}.", fatal=True,
    )  # fmt: skip


def _several(raw: Raw, found: list[Table]) -> Trouble:
    titles, ids = "、".join(one.title for one in found), ", ".join(one.id for one in found)
    return Trouble(
        raw.name, "", None, "", "",
        f"从列名看可能是 {titles}，分不清是哪一张台账，没有读入。", f"把文件或工作表改名为台账名，如 {found[0].id}。",
        f"By its headings this may be {ids}: it was not read.", f"Name the file or sheet after the table, as {found[0].id}.",
        fatal=True,
    )  # fmt: skip


def _unknown(raw: Raw, matches: list[Match]) -> Trouble:
    """No table of records: nothing that a run should stop for."""
    near = max(matches, key=lambda one: len(one.named))
    shown = "、".join(list(raw.columns)[:8])
    hint = f"最接近的是“{near.table.title}”（{near.table.id}）。" if near.named else ""
    english = f" Nearest is {near.table.id}." if near.named else ""
    return Trouble(
        raw.name, "", None, "", shown,
        f"认不出是哪一张台账，没有读入。{hint}", "用 jixiao records describe 查看台账和列名，改列名，或把文件改名为台账名。",
        f"This is none of the record tables and was not read.{english}",
        "See jixiao records describe for tables and headings; rename the columns, or the file after its table.",
    )  # fmt: skip
