"""``jixiao records explain``: the rows behind an indicator — the late cases, the unsatisfied answers."""

from __future__ import annotations

import click

from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting
from jixiao.cli.problem import CLEAN
from jixiao.cli.records import shared
from jixiao.cli.records.choosing import one
from jixiao.cli.records.opening import named, opened
from jixiao.cli.records.period import period
from jixiao.records import engine
from jixiao.writers.records import Listing, write_listing

_SHOWN = 100


def _run(
    indicator: str, paths: tuple[str, ...], *, span: str, limit: int, kind: str | None, output: str | None, quiet: bool,
    lang: str | None, no_color: bool,
) -> int:  # fmt: skip
    meant, mine = period(span), one(indicator)
    refuse_overwriting(output, paths)
    look = options.look(lang, no_color=no_color, to_file=bool(output))
    with opened(paths, look.lang, quiet=quiet) as store:
        [proof] = engine.compute(store, meant.start, meant.end, (mine.code,))
        cases = engine.explain(store, mine.code, meant.start, meant.end, limit)
        title = mine.title_en if look.lang == "en" else mine.title
        listing = Listing(
            named(paths), meant.text, proof, title, mine.shortfall, tuple(cases.columns), cases.rows, cases.total
        )
        emit(write_listing(listing, shared.chosen(kind, output), look), output)
    return CLEAN


command = Verb(
    "explain",
    _run,
    [
        click.Argument(["indicator"], metavar="指标"),
        shared.inputs(),
        shared.period(),
        options.option(
            "--limit", type=click.IntRange(0), default=_SHOWN, metavar="个数",
            help=f"最多列出几条，默认 {_SHOWN}\fhow many rows at most, {_SHOWN} by default",
        ),
        shared.form(),
        shared.output(),
        shared.quiet(),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        "列出指标背后的记录：哪些件逾期、哪些回访不满意、哪些文件没有按期公开。指标写代码或名称。",
        "Lists the rows behind an indicator: which cases were late, who was not satisfied. Give its code or name.",
    ),
    examples=(
        "jixiao records explain CS03 台账库/ --period 2023",
        "jixiao records explain CS03 台账库/ --period 2023 --limit 1000 -o 逾期件.csv",
    ),
)  # fmt: skip
