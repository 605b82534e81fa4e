"""``jixiao kept FOLDER``: what ``audit --keep`` keeps, whether it is whole, and ``--clean`` to take away what is of no use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from jixiao.batch.keep.tidying import Survey, clean, is_store, survey
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN, FOUND, Problem

_MEGABYTE = 1 << 20


def _run(folder: str, *, lang: str | None, tidy: bool) -> int:
    look = options.look(lang, no_color=True, to_file=False)
    place = Path(folder)
    if not is_store(place):
        raise Problem(
            f"“{folder}”里没有保留的报告。请写 jixiao audit --keep 用过的文件夹。",
            f"“{folder}” holds no kept reports. Name the folder that jixiao audit --keep was given.",
        )
    saved = clean(place) if tidy else None
    found = survey(place)
    emit((line + "\n" for line in _lines(found, saved, look.lang)), None)
    return FOUND if found.damaged else CLEAN


def _lines(found: Survey, saved: int | None, lang: str) -> Iterator[str]:
    size = f"{found.size / _MEGABYTE:.1f} MB"
    if saved is not None:
        freed = f"{max(0, saved) / _MEGABYTE:.1f} MB"
        yield f"Cleaned: {freed} freed." if lang == "en" else f"已清理，腾出 {freed}。"
    yield (
        f"{found.reports} reports are kept: {found.records} records, {size}."
        if lang == "en"
        else f"保留了 {found.reports} 份报告：{found.records} 条记录，{size}。"
    )
    if found.stale:
        yield (
            f"{found.stale} records were made by an earlier version and are of no use; --clean takes them away."
            if lang == "en"
            else f"{found.stale} 条是旧版本留下的，已无用；加 --clean 清除。"
        )
    if found.damaged:
        yield (
            f"{found.damaged} records are damaged: these files are read again; --clean takes the records away."
            if lang == "en"
            else f"{found.damaged} 条已损坏：对应的文件下次重新读取；加 --clean 清除。"
        )


command = Verb(
    "kept",
    _run,
    [
        click.Argument(["folder"], metavar="文件夹"),
        click.Option(
            ["--clean", "tidy"],
            is_flag=True,
            help="清除无用的和损坏的记录\ftake away records that are of no use or damaged",
        ),
        options.lang(),
    ],
    intro=(
        "查看 jixiao audit --keep 保留的报告：有多少、占多大、是否完好。每条记录都按校验和核对。",
        "Shows what jixiao audit --keep keeps: how much, how large, and whether it is whole, by checksums.",
    ),
    examples=("jixiao kept 文件夹", "jixiao kept 文件夹 --clean"),
)
