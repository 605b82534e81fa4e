"""What the verbs of ``jixiao records`` share: arguments, options, and how a format is chosen."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.cli import options
from jixiao.writers.records import FORMATS

_BY_ENDING = {".json": "json", ".html": "html", ".htm": "html", ".csv": "csv"}


def inputs(*, required: bool = True) -> click.Argument:
    """Files, folders, a store, or the address of a PostgreSQL database."""
    return click.Argument(["paths"], nargs=-1, required=required, metavar="台账...")


def period() -> click.Option:
    """--period."""
    return options.option(
        "--period", "span", required=True, metavar="期间",
        help="统计期间：年 2023，月 2023-05，季度 2023-Q1，半年 2023-H1\fa year 2023, month 2023-05, quarter 2023-Q1 or half a year 2023-H1",
    )  # fmt: skip


def form() -> click.Option:
    """--format."""
    return options.option(
        "--format", "kind", type=options.Choice(FORMATS),
        help="结果的格式；不写则看 -o 的文件名，再不然就是 table\fformat of the result; by default that of -o's ending, else table",
    )  # fmt: skip


def output() -> click.Option:
    """-o FILE."""
    return options.option(
        "-o",
        "--output",
        metavar="文件",
        help="写入文件：写完整了才换上，不会留下半个文件\fwrite to a file, whole or not at all",
    )


def quiet() -> click.Option:
    """--quiet."""
    return options.option("--quiet", is_flag=True, help="不显示进度\fno progress")


def chosen(kind: str | None, output: str | None) -> str:
    """The format asked for, or that of the name of the output."""
    return kind or _BY_ENDING.get(Path(output or "").suffix.lower(), "table")
