"""``jixiao new``: the workbook in which a unit enters its figures."""

from __future__ import annotations

import click

from jixiao import pipeline
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import refuse_overwriting, to_file
from jixiao.cli.problem import CLEAN, Problem
from jixiao.cli.source import check_choices, entered, not_taken
from jixiao.filing.result import Read

_MOST, _FIRST, _LAST = 200, 2018, 2100


def _run(
    *, form: str | None, year: int | None, projects: int | None, unit: str | None, output: str | None,
    source: str | None, as_last_year: bool, lang: str | None,
) -> int:  # fmt: skip
    check_choices(None, form)
    if as_last_year and not source:
        raise Problem("--as-last-year 要和 --from 上年数据 一起用。", "--as-last-year goes with --from LAST_YEAR.")
    found = _filing(source) if source else None
    filing = found.filing if found else None
    form = form or (filing.form if filing else None)
    year = year or (filing.year + as_last_year if filing else None)
    if form is None or year is None:
        raise Problem(
            "缺少 --form 或 --year。jixiao form list 列出全部格式。",
            "Give --form and --year; jixiao form list lists the forms.",
        )
    unit = "".join((unit or (filing.unit if filing else "")).split())
    body = pipeline.new_workbook(form, year, unit, projects, filing, as_last_year=as_last_year)
    target = output or f"{unit or '填报'}-{year}.xlsx"
    refuse_overwriting(target, [source] if source else [])
    to_file([body], target)
    english = (lang or options.spoken()) == "en"
    said = [(f"已生成 {target}。填完后运行：jixiao read {target}", f"Wrote {target}.")]
    if found and found.mistakes:
        count = len(found.mistakes)
        said.append(
            (
                f"{source} 中有{count}处没有读懂，那几格留空了；jixiao read {source} 列出它们。",
                f"{source}: {count} mistakes; what could not be taken is left empty (jixiao read {source} lists them).",
            )
        )
    for pair in said:
        click.echo(pair[english], err=True)
    return CLEAN


def _filing(source: str) -> Read:
    found = entered(source)
    if found.filing is None:
        raise not_taken(source, found)
    return found


command = Verb(
    "new",
    _run,
    [
        options.option("--form", metavar="格式", help="报告格式的地址（jixiao form list 列出）\faddress of the form (jixiao form list)"),
        options.option("--year", type=click.IntRange(_FIRST, _LAST), metavar="年度", help="评价的年度，如 2024\fthe year evaluated, e.g. 2024"),
        options.option(
            "--projects", type=click.IntRange(0, _MOST), metavar="个数", help="项目自评表的张数，默认1；以后可以复制工作表增加"
            "\fnumber of project sheets, 1 by default; sheets may be copied later",
        ),
        options.option("--unit", metavar="单位", help="单位名称；写了就印在表上，不能再改\fname of the unit, fixed in the workbook"),
        options.option("-o", "--output", metavar="文件", help="工作簿的文件名\ffile name of the workbook"),
        options.option("--from", "source", metavar="数据", help="用已有的数据填好（工作簿、YAML 或 JSON）\ffill it with data (a workbook, YAML or JSON)"),
        options.option(
            "--as-last-year", is_flag=True, help="把 --from 的数据当作上年的：沿用目标和指标，不沿用完成值和得分"
            "\fthe data of --from are last year's: goals and indicators are taken over, results and points are not",
        ),
        options.lang(),
    ],
    intro=(
        "生成填报工作簿：每个数只填一次，合计、执行率、得分边填边算。",
        "Writes the workbook in which each figure is entered once; sums, rates and points show while one types.",
    ),
    examples=(
        "jixiao new --form cn/department --year 2024 --projects 3 -o 填报.xlsx",
        "jixiao new --from 上年.xlsx --as-last-year -o 填报.xlsx",
        "jixiao new --from 数据.yaml -o 填报.xlsx",
    ),
)  # fmt: skip
