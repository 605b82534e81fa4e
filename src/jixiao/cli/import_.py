"""``jixiao import``: a report that there is already, as the data from which it could be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

import click

from jixiao import pipeline
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting, to_file
from jixiao.cli.problem import CLEAN, UNREADABLE, Problem
from jixiao.cli.source import check_choices, readable
from jixiao.filing.carry import carried
from jixiao.filing.data import as_json, as_yaml
from jixiao.filing.importing import Note
from jixiao.model.filing import Filing, SheetEntry
from jixiao.writers.width import wrap

_BOOK, _YAML, _JSON = (".xlsx",), (".yaml", ".yml"), (".json",)
_FIRST, _LAST = 2000, 2100
_WIDE = 88
_WORDS = {
    "zh": {"summary": "{unit}　{year}年度：带入{figures}个数，{items}项明细，{indicators}条指标，{projects}个项目。", "check": "请核对（{count}处）：",
           "written": "已写入 {path}。填好后运行：jixiao read {path}"},
    "en": {"summary": "{unit}, {year}: {figures} figures, {items} items, {indicators} indicators, {projects} projects taken over.",
           "check": "Please check ({count}):", "written": "Wrote {path}. Fill it in and run: jixiao read {path}"},
}  # fmt: skip
# What does not matter where results and points are left behind anyway.
_OF_THIS_YEAR = frozenset({"score", "total_score", "copied", "level", "sentence", "changed_text", "executed"})


def _run(
    paths: str, *, output: str | None, as_last_year: bool, form: str | None, year: int | None, lang: str | None
) -> int:  # fmt: skip
    check_choices(None, form)
    suffix = PurePath(output).suffix.lower() if output else _YAML[0]
    if suffix not in (*_BOOK, *_YAML, *_JSON):
        raise Problem(
            f"不知道“{output}”要写成什么：工作簿写 .xlsx，数据写 .yaml 或 .json。",
            f"“{output}”: name it .xlsx for a workbook, .yaml or .json for data.",
        )
    refuse_overwriting(output, [paths])
    taken = pipeline.import_report(readable(paths), form)
    filing = taken.filing
    if filing is None or _empty(filing):
        raise Problem(
            f"{paths}：没有找到可以带入的数、目标或指标。请确认这是一份绩效自评报告。",
            f"{paths}: no figures, goals or indicators were found. Is it a self-evaluation report?", UNREADABLE,
        )  # fmt: skip
    if year is not None:
        filing = replace(filing, year=year)
    if not filing.year:
        raise Problem(
            "没有找到评价年度。请用 --year 写明，如 --year 2023。", "The year was not found: give it with --year."
        )
    english = (lang or options.spoken()) == "en"
    _put(filing, output, suffix, as_last_year=as_last_year)
    notes = [one for one in taken.notes if not (as_last_year and one.code in _OF_THIS_YEAR)]
    for line in _said(filing, notes, output, english=english):
        click.echo(line, err=True)
    return CLEAN


def _put(filing: Filing, output: str | None, suffix: str, *, as_last_year: bool) -> None:
    new_year = filing.year + as_last_year
    if suffix in _BOOK:
        projects = len(filing.projects)
        body = pipeline.new_workbook(
            filing.form, new_year, filing.unit, projects, filing, as_last_year=as_last_year
        )  # fmt: skip
        to_file([body], str(output))
        return
    if as_last_year:
        filing = carried(filing, filing.form, new_year)
    emit([as_json(filing) if suffix in _JSON else as_yaml(filing)], output)


def _empty(filing: Filing) -> bool:
    return not (filing.figures or filing.items or filing.projects or filing.department != SheetEntry())


def _said(filing: Filing, notes: Iterable[Note], output: str | None, *, english: bool) -> Iterator[str]:
    """What was taken over, and what the user should look at."""
    words = _WORDS["en" if english else "zh"]
    sheets = (filing.department, *filing.projects)
    counts = {
        "figures": len(filing.figures), "items": len(filing.items), "projects": len(filing.projects),
        "indicators": sum(len(sheet.indicators) for sheet in sheets),
    }  # fmt: skip
    yield words["summary"].format(unit=filing.unit, year=filing.year, **counts)
    told = list(dict.fromkeys(one.message_en if english else one.message for one in notes))
    if told:
        yield words["check"].format(count=len(told))
    for text in told:
        first, *rest = wrap(text, _WIDE - 4)
        yield f"  · {first}"
        yield from (f"    {line}" for line in rest)
    if output:
        yield words["written"].format(path=output)


command = Verb(
    "import",
    _run,
    [
        options.reports("报告"),
        options.option(
            "-o", "--output", metavar="文件", help="写成工作簿（.xlsx）或数据（.yaml、.json）；不写则把数据显示出来"
            "\fa workbook (.xlsx) or data (.yaml, .json); data on standard output without it",
        ),
        options.option(
            "--as-last-year", is_flag=True, help="当作上年的报告，生成下一年度的：沿用目标和指标，决算数成为上年数，不沿用完成值和得分"
            "\ftake it for last year's: goals and indicators are kept, results and points are not",
        ),
        options.form(),
        options.option(
            "--year", type=click.IntRange(_FIRST, _LAST), metavar="年度", help="报告评价的年度；不写则按报告自己的文字"
            "\fthe year that the report evaluates",
        ),
        options.lang(),
    ],
    intro=(
        "把已有的报告带回填报数据：每个数只取一次，互相矛盾的说明取了哪一个，系统会算的不带。",
        "Takes a report back to the data to enter: each figure once; of two that differ it says which was taken.",
    ),
    examples=(
        "jixiao import 报告.docx -o 填报.xlsx",
        "jixiao import 报告.docx --as-last-year -o 填报.xlsx",
        "jixiao import 报告.docx -o 数据.yaml",
    ),
)  # fmt: skip
