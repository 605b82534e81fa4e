"""``jixiao records compute``: indicator values out of the records, each with its proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting
from jixiao.cli.problem import CLEAN
from jixiao.cli.records import shared
from jixiao.cli.records.choosing import chosen
from jixiao.cli.records.opening import named, opened
from jixiao.cli.records.period import Period, period
from jixiao.model.proof import Proof
from jixiao.records import engine
from jixiao.records.indicator import Indicator, indicators
from jixiao.records.store import Store
from jixiao.writers.records import Line, Sheet, Slice, part, write
from jixiao.writers.records.words import tell

_BY = ("month", "unit")


def _run(
    paths: tuple[str, ...], *, span: str, only: str | None, by: str | None, kind: str | None, output: str | None, quiet: bool,
    lang: str | None, no_color: bool,
) -> int:  # fmt: skip
    meant, codes = period(span), chosen(options.listed(only))
    form = shared.chosen(kind, output)
    refuse_overwriting(output, paths)
    look = options.look(lang, no_color=no_color, to_file=bool(output))
    with opened(paths, look.lang, quiet=quiet) as store:
        lines = _lines(store, meant, codes, look.lang)
        emit(write(Sheet(named(paths), meant.text, meant.start, meant.end, lines), form, look, by or ""), output)
    return CLEAN


def _lines(store: Store, meant: Period, codes: Sequence[str], lang: str) -> tuple[Line, ...]:
    cells = engine.spread(store, meant.start, meant.end, codes)
    proofs = engine.proofs(store, cells, meant.start, meant.end, codes)
    known, mine = indicators(), defaultdict[str, list[engine.Cell]](list)
    for cell in cells:
        mine[cell.code].append(cell)
    return tuple(_line(proof, known, mine[proof.code], lang) for proof in proofs)


def _line(proof: Proof, known: Mapping[str, Indicator], cells: Sequence[engine.Cell], lang: str) -> Line:
    indicator = known[proof.code]
    months = _parts(proof, indicator, ((cell.month, cell) for cell in cells))
    units = _parts(proof, indicator, ((cell.unit or tell("nobody", lang), cell) for cell in cells))
    lowest = sorted(units, key=lambda one: (one.value is None, one.value, one.name))
    return Line(proof, indicator.title_en if lang == "en" else proof.title, months, tuple(lowest), indicator.by)


def _parts(proof: Proof, indicator: Indicator, named_cells: Iterable[tuple[str, engine.Cell]]) -> tuple[Slice, ...]:
    groups: dict[str, list[engine.Cell]] = defaultdict(list)
    for name, cell in named_cells:
        groups[name].append(cell)
    return tuple(
        part(
            name,
            proof.measure,
            proof.unit,
            ((c.numerator, c.denominator, c.rows) for c in groups[name]),
            indicator.scale,
        )
        for name in sorted(groups)
    )


command = Verb(
    "compute",
    _run,
    [
        shared.inputs(),
        shared.period(),
        options.option("--only", metavar="代码,…", help="只算这些指标：代码、名称或一组（如 CS）\fonly these: codes, names or a family such as CS"),
        options.option("--by", type=options.Choice(_BY), help="按月（month）或按单位（unit）列出\flist by month or by organisation"),
        shared.form(),
        shared.output(),
        shared.quiet(),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        "由业务台账计算指标值。每个数都带计算依据：分子、分母、读入和未采用的行数、来源文件及校验值、查询语句、统计时段。",
        "Computes indicator values from records, each with its proof: sums, rows read and refused, files with hashes, query, span.",
    ),
    examples=(
        "jixiao records compute 台账/ --period 2023",
        "jixiao records compute 台账库/ --period 2023-Q1 --only CS,HL01 --by month",
        "jixiao records compute 台账库/ --period 2023 -o 指标.html",
    ),
)  # fmt: skip
