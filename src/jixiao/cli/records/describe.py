"""``jixiao records describe``: which tables and columns are read, and how each indicator is defined."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from itertools import groupby

import click

from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, to_folder
from jixiao.cli.problem import CLEAN, Problem
from jixiao.cli.records.choosing import near
from jixiao.records.indicator import Indicator, indicators
from jixiao.records.table import Column, Table, tables
from jixiao.writers.grid import grid
from jixiao.writers.paint import paint
from jixiao.writers.records.data import rows
from jixiao.writers.view import Look

_TYPES = {
    "text": ("文字", "text"), "integer": ("整数", "integer"), "number": ("数", "number"), "money": ("金额（元）", "money, yuan"),
    "day": ("日期", "day"), "moment": ("时间", "moment"), "deadline": ("期限", "deadline"), "flag": ("是/否", "yes or no"),
    "choice": ("选项", "one of"),
}  # fmt: skip
_WORDS: dict[str, tuple[str, str]] = {
    "tables": ("台账", "Tables"), "indicators": ("指标", "Indicators"), "required": ("必填", "required"), "own": ("自拟", "own name"),
    "national": ("国家标准", "national"), "definition": ("口径", "definition"), "unit": ("单位", "unit"), "measure": ("算法", "measure"),
    "names": ("同义名称", "wordings"), "needs": ("需要的台账", "tables needed"), "cite": ("依据", "basis"), "years": ("适用年度", "years"),
    "shortfall": ("explain 列出", "explain lists"), "unverified": ("「未核实」", " (unverified)"), "query": ("查询", "query"),
    "key": ("主键", "key"), "version": ("更新依据", "newer by"), "aliases": ("也认", "also"), "order": ("先后", "order"),
    "used": ("用于指标", "used by"),
}  # fmt: skip


def _run(name: str | None, *, kind: str, template: str | None, lang: str | None, no_color: bool) -> int:
    look = options.look(lang, no_color=no_color, to_file=False)
    found = _found(name) if name else None
    if template is not None:
        return _templates([found] if isinstance(found, Table) else list(tables().values()), template, look.lang)
    if kind == "json":
        every: list[Table | Indicator] = [*tables().values(), *indicators().values()]
        whole = _data(found) if found else [_data(one) for one in every]
        emit([json.dumps(whole, ensure_ascii=False, indent=2) + "\n"], None)
        return CLEAN
    lines = _table(found, look) if isinstance(found, Table) else _indicator(found, look) if found else _overview(look)
    emit((line + "\n" for line in lines), None)
    return CLEAN


def _found(name: str) -> Table | Indicator:
    """The table or indicator of a code or title, or a complaint that names the nearest ones."""
    word, records, known = name.strip(), tables(), indicators()
    for table in records.values():
        if word in (table.id, table.title, table.title_en):
            return table
    for code, indicator in known.items():
        if word.upper() == code or word in (indicator.title, indicator.title_en, *indicator.names):
            return indicator
    alike = [*get_close_matches(word.lower(), list(records), 2), *near(word, known)]
    hint, english = "、".join(alike), " or ".join(alike)
    raise Problem(
        f"没有名为“{name}”的台账或指标。{f'是不是 {hint}？' if alike else ''}jixiao records describe 列出全部。",
        f"There is no table or indicator “{name}”. {f'Did you mean {english}? ' if alike else ''}jixiao records describe lists all.",
    )


def _overview(look: Look) -> Iterator[str]:
    style, english = paint(colour=look.colour), look.lang == "en"
    yield style(_say("tables", look), "bold")
    yield from grid([(t.id, t.title_en if english else t.title) for t in tables().values()], look.columns)
    every = sorted(indicators().values(), key=lambda one: (one.group, one.code))
    for group, mine in groupby(every, key=lambda one: one.group):
        yield ""
        yield style(f"{_say('indicators', look)} {group}", "bold")
        yield from grid([(one.code, one.title_en if english else one.title, one.unit) for one in mine], look.columns)


def _table(table: Table, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    yield style(f"{table.id}  {table.title_en if look.lang == 'en' else table.title}", "bold")
    facts = [
        ("cite", _cited(table.cite, table.verified, look)),
        ("key", "、".join(table.key)),
        ("version", table.version),
        ("order", "；".join(" ≤ ".join(pair) for pair in table.order)),
        ("used", "、".join(one.code for one in indicators().values() if table.id in one.needs)),
    ]
    yield from grid([(_say(key, look), text) for key, text in facts if text], look.columns)
    yield ""
    yield from grid([_column(column, look) for column in table.columns.values()], look.columns)


def _column(column: Column, look: Look) -> Sequence[str]:
    """Name, title, type and what else is to be known."""
    kind = _TYPES.get(column.type, (column.type, column.type))[look.lang == "en"]
    notes = [_say("required", look)] if column.required else []
    notes.append(_say("national" if column.standard else "own", look))
    notes += ["、".join(column.values)] if column.values else []
    notes += [f"{_say('aliases', look)} {'、'.join(column.aliases)}"] if column.aliases else []
    notes += [column.note] if column.note else []
    return column.name, column.title, f"{kind} {column.unit}".strip(), "；".join(notes)


def _indicator(found: Indicator, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    yield style(f"{found.code}  {found.title_en if look.lang == 'en' else found.title}", "bold")
    facts = [
        ("definition", found.definition), ("unit", found.unit), ("measure", found.measure), ("names", "、".join(found.names)),
        ("needs", "、".join(found.needs)), ("cite", _cited(found.cite, found.verified, look)), ("shortfall", found.shortfall),
    ]  # fmt: skip
    yield from grid([(_say(key, look), text) for key, text in facts if text], look.columns)
    yield ""
    yield style(_say("query", look), "bold")
    yield from (f"  {line}" for line in found.sql.strip().splitlines())


def _templates(chosen: Sequence[Table], folder: str, lang: str) -> int:
    """A CSV a table with its head row and nothing else."""
    pages = ((f"{table.id}.csv", rows([c.name for c in table.columns.values()], ())) for table in chosen)
    to_folder(pages, folder, ())
    many = len(chosen)
    told = (
        f"Wrote {many} empty tables to {folder}; fill them in and run jixiao records check {folder}."
        if lang == "en"
        else f"已写出 {many} 张空表到 {folder}，表头就是列名，填好后运行 jixiao records check {folder}。"
    )
    click.echo(told, err=True)
    return CLEAN


def _data(one: Table | Indicator) -> dict[str, object]:
    return {
        "kind": "table" if isinstance(one, Table) else "indicator",
        **json.loads(json.dumps(asdict(one), default=str)),
    }


def _cited(cite: str, verified: bool, look: Look) -> str:  # noqa: FBT001 - a status beside its citation
    return cite and cite + ("" if verified else _say("unverified", look))


def _say(key: str, look: Look) -> str:
    return _WORDS[key][look.lang == "en"]


command = Verb(
    "describe",
    _run,
    [
        click.Argument(["name"], required=False, metavar="名称"),
        options.text_or_json(),
        options.option(
            "--template", metavar="文件夹", help="把空表（CSV，只有表头）写进这个文件夹，照着填\fwrite empty tables (CSV) to fill in"
        ),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        "查看能读哪些台账、每一列叫什么，以及每个指标的口径、依据和查询语句。不写名称则列出全部。",
        "Shows which tables are read, what their columns are called, and how each indicator is defined.",
    ),
    examples=(
        "jixiao records describe",
        "jixiao records describe up_pro_accept",
        "jixiao records describe CS03",
        "jixiao records describe --template 空表/",
    ),
)  # fmt: skip
