"""``jixiao records check``: reads all records, lists every mistake by file, row and column, and keeps what is right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from jixiao import __version__
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting
from jixiao.cli.problem import CLEAN, FOUND, UNREADABLE, Problem
from jixiao.cli.records import shared
from jixiao.cli.records.bar import bar
from jixiao.cli.records.opening import nothing, there
from jixiao.model.proof import Source
from jixiao.records.keeping import Kept, keep
from jixiao.records.store import Store
from jixiao.records.table import tables
from jixiao.records.trouble import Trouble
from jixiao.writers.grid import grid
from jixiao.writers.paint import paint
from jixiao.writers.records.data import rows
from jixiao.writers.view import Look
from jixiao.writers.width import tame

_SHOWN = 20  # mistakes on a terminal: all of them are in --format csv and in refused.csv of the store
_KINDS = ("table", "csv", "json")
_WORDS = {
    "file": ("文件", "file"), "table": ("台账", "table"), "read": ("读入行", "read"), "refused": ("未采用", "refused"),
    "replaced": ("被更新", "replaced"),
}  # fmt: skip
_HEADS = {
    "zh": ("文件", "表", "行", "列", "值", "问题", "怎么改"),
    "en": ("file", "table", "row", "column", "value", "problem", "how to mend"),
}


def _run(
    paths: tuple[str, ...], *, store: str | None, kind: str | None, output: str | None, quiet: bool, lang: str | None,
    no_color: bool,
) -> int:  # fmt: skip
    there(paths)
    refuse_overwriting(output, paths)
    form = shared.chosen(kind, output)
    if form not in _KINDS:
        raise Problem("检查结果没有网页，请写 .csv 或 .json。", "A check has no page: name the output .csv or .json.")
    look = options.look(lang, no_color=no_color, to_file=bool(output))
    with TemporaryDirectory(prefix="jixiao-records-") as scratch:
        with bar(look.lang, quiet=quiet) as tell:
            kept = keep(paths, Path(store or scratch), tell=tell)
        if not (kept.store and kept.store.tables) and not kept.problems:
            raise nothing(paths, "")
        emit(_written(kept, form, look), output)
    if store and kept.store:
        told = (
            f"Kept in {store}. Compute: jixiao records compute {store} --period 2023"
            if look.lang == "en"
            else f"已存入 {store}。计算：jixiao records compute {store} --period 2023"
        )
        click.echo(told, err=True)
    return _code(kept)


def _code(kept: Kept) -> int:
    if kept.store is None or any(one.fatal for one in kept.problems):
        return UNREADABLE
    return FOUND if kept.problems else CLEAN


def _written(kept: Kept, form: str, look: Look) -> Iterator[str]:
    """What was read, and all mistakes; on a terminal the first ones and how many there are of each kind."""
    if form == "json":
        yield _json(kept)
    elif form == "csv":
        yield from rows(_HEADS[look.lang], (_cells(one, look.lang) for one in kept.problems))
    else:
        yield from (line + "\n" for line in _lines(kept, look))


def _lines(kept: Kept, look: Look) -> Iterator[str]:
    style = paint(colour=look.colour)
    if kept.store:
        yield from _tables(kept.store, look)
    problems = kept.problems
    if not problems:
        yield style("✓ no mistakes" if look.lang == "en" else "✓ 没有发现问题", "green")
        return
    yield ""
    yield style(f"Mistakes ({len(problems):,})" if look.lang == "en" else f"问题（{len(problems):,} 处）", "bold")
    if len(problems) <= _SHOWN:
        told = [(1, one) for one in problems]
    else:  # one of each kind, the most frequent first
        first: dict[tuple[str, str, str], Trouble] = {}
        many = Counter((one.table, one.column, one.problem) for one in problems)
        for one in problems:
            first.setdefault((one.table, one.column, one.problem), one)
        told = [(count, first[kind]) for kind, count in many.most_common(_SHOWN)]
    for count, one in told:
        yield from grid([("✗", f"{_sentence(one, look.lang)}{_alike(count, look.lang)}")], look.columns)
    if len(problems) > _SHOWN:
        yield "  --format csv lists all" if look.lang == "en" else "  每类只列一处；--format csv 列出全部"


def _alike(count: int, lang: str) -> str:
    if count == 1:
        return ""
    return f" ({count:,} of this kind)" if lang == "en" else f"（这类共 {count:,} 处）"


def _tables(store: Store, look: Look) -> Iterator[str]:
    """How many rows each file gave."""
    known = tables()
    heads = (
        ("file", "table", "read", "refused", "replaced")
        if look.lang == "en"
        else ("文件", "台账", "读入行", "未采用", "被更新")
    )
    body = [
        (one.name, known[one.table].title_en if look.lang == "en" else known[one.table].title, *_counts(one))
        for one in store.sources
    ]  # fmt: skip
    yield from grid([heads, *body], look.columns)


def _counts(one: Source) -> Iterator[str]:
    return (f"{many:,}" for many in (one.read, one.refused, one.replaced))


def _sentence(one: Trouble, lang: str) -> str:
    """Where, what, how to mend."""
    row = (f"row {one.row}" if lang == "en" else f"第 {one.row} 行") if one.row else ""
    where = " ".join(piece for piece in (one.file, row, one.column) if piece)
    value = f"“{one.value}”" if one.value else ""
    return tame(f"{where}{value}{': ' if lang == 'en' else '：'}{_said(one, lang)} {_mending(one, lang)}")


def _said(one: Trouble, lang: str) -> str:
    return one.problem_en if lang == "en" else one.problem


def _mending(one: Trouble, lang: str) -> str:
    return one.fix_en if lang == "en" else one.fix


def _cells(one: Trouble, lang: str) -> Sequence[str]:
    row = str(one.row) if one.row else ""
    return one.file, one.table, row, one.column, one.value, _said(one, lang), _mending(one, lang)


def _json(kept: Kept) -> str:
    sources = [asdict(one) for one in (kept.store.sources if kept.store else ())]
    whole = {"version": __version__, "sources": sources, "problems": [asdict(one) for one in kept.problems]}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str) + "\n"


command = Verb(
    "check",
    _run,
    [
        shared.inputs(),
        options.option(
            "--store", metavar="文件夹", help="把核对过的数据存入这个文件夹（台账库），以后计算不用再读原文件\fkeep what was read in this folder",
        ),
        options.option(
            "--format", "kind", type=options.Choice(_KINDS),
            help="结果的格式；不写则看 -o 的文件名，再不然就是 table\fformat of the result; by default that of -o's ending, else table",
        ),
        shared.output(),
        shared.quiet(),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        ("读入业务台账（CSV、Excel、Parquet、文件夹、PostgreSQL），一次列出全部错误：文件、行、列、值、问题、怎么改。"
        "有错的行不计入，其余照算。没有错误退出码为 0，有错误为 1，有文件读不出为 3。"),
        ("Reads records (CSV, Excel, Parquet, folder, PostgreSQL) and lists every mistake by file, row and column. "
        "Rows with mistakes are left out. Exit code 0 without mistakes, 1 with some, 3 where a file cannot be read."),
    ),
    examples=(
        "jixiao records check 台账/",
        "jixiao records check 台账/ --store 台账库/",
        "jixiao records check 台账/ --format csv -o 问题.csv",
    ),
)  # fmt: skip
