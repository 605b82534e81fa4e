"""``jixiao read``: what was entered in a workbook, YAML or JSON file, with every mistake at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from jixiao import pipeline
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting, to_file
from jixiao.cli.mistakes import listed
from jixiao.cli.problem import CLEAN, FOUND, UNREADABLE, Problem
from jixiao.cli.source import entered, not_taken, standard_input
from jixiao.filing.data import as_json, as_yaml, to_data
from jixiao.filing.result import Read
from jixiao.writers.paint import paint
from jixiao.writers.view import Look

_WORDS = {
    "zh": {"mistakes": "要改的（{count}处）", "understood": "按下面的意思读取（{count}处，请核对）", "fine": "没有错误。",
           "summary": "{unit}　{year}年度：{figures}个数，{items}项明细，{indicators}条指标，{projects}个项目。", "written": "已写入 {path}。",
           "marked": "已写入标出错误的副本 {path}。"},
    "en": {"mistakes": "To be mended ({count})", "understood": "Understood as ({count}, please check)", "fine": "No mistakes.",
           "summary": "{unit}, {year}: {figures} figures, {items} items, {indicators} indicators, {projects} projects.",
           "written": "Wrote {path}.", "marked": "Wrote the marked copy {path}."},
}  # fmt: skip


def _run(
    path: str | None, *, output: str | None, marked: str | None, kind: str, schema: bool, lang: str | None, no_color: bool
) -> int:  # fmt: skip
    if schema:
        emit([files("jixiao.filing").joinpath("filing-1.json").read_text("utf-8")], output)
        return CLEAN
    if path is None:
        raise Problem("缺少要读取的文件。", "Missing: a file to read.")
    for target in (output, marked):
        refuse_overwriting(target, [path])
    data = standard_input(path)
    found = entered(path, data)
    look = options.look(lang, no_color=no_color, to_file=False)
    if found.filing is None and found.format == "":
        raise not_taken(path, found)
    emit(_json(found) if kind == "json" else (line + "\n" for line in _text(found, look)), None)
    _write(path, data, found, output, marked, look)
    if found.filing is None:
        return UNREADABLE
    return FOUND if found.mistakes else CLEAN


def _write(path: str, data: bytes | None, found: Read, output: str | None, marked: str | None, look: Look) -> None:
    words = _WORDS[look.lang]
    if output and found.filing is not None:
        body = as_json(found.filing) if output.endswith(".json") else as_yaml(found.filing)
        to_file([body.encode()], output)
        click.echo(words["written"].format(path=output), err=True)
    if marked:
        if found.format != "xlsx":
            raise Problem("--mark 只用于工作簿（.xlsx）。", "--mark is for workbooks (.xlsx) only.")
        to_file([pipeline.mark_workbook(data if data is not None else Path(path).read_bytes(), found)], marked)
        click.echo(words["marked"].format(path=marked), err=True)


def _json(found: Read) -> Iterator[str]:
    body = {
        "schema": "jixiao.read/1",
        "ok": found.ok,
        "format": found.format,
        "mistakes": [
            {"address": m.address, "where": m.where, "value": m.value, "rule": m.rule, "message": m.message, "message_en": m.message_en}
            for m in found.mistakes
        ],
        "understood": [{"address": u.address, "where": u.where, "value": u.value, "taken": u.taken} for u in found.understood],
        "filing": to_data(found.filing) if found.filing is not None else None,
    }  # fmt: skip
    yield json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _text(found: Read, look: Look) -> Iterator[str]:
    style, words = paint(colour=look.colour), _WORDS[look.lang]
    filing = found.filing
    if filing is not None:
        sheets = (filing.department, *filing.projects)
        counts = {"figures": len(filing.figures), "items": len(filing.items), "projects": len(filing.projects)}
        yield words["summary"].format(
            unit=filing.unit or "—", year=filing.year or "—", indicators=sum(len(s.indicators) for s in sheets), **counts
        )  # fmt: skip
    if found.mistakes:
        yield ""
        yield style(words["mistakes"].format(count=len(found.mistakes)), "bold")
        yield from listed(found.mistakes, look)
    elif filing is not None:
        yield words["fine"]
    if found.understood:
        yield ""
        yield style(words["understood"].format(count=len(found.understood)), "bold")
        for two in found.understood:
            yield f"  {two.where or two.address}　“{two.value}” → {two.taken}"


command = Verb(
    "read",
    _run,
    [
        click.Argument(["path"], metavar="数据", required=False),
        options.option(
            "-o", "--output", metavar="文件", help="把读到的数据写成 YAML（.json 则写成 JSON）"
            "\fwrite the data as YAML, or JSON by the file's ending",
        ),
        options.option("--mark", "marked", metavar="副本", help="另存一份工作簿：错的格标红、带批注，问题汇总成表\fa copy of the workbook with every mistake marked"),
        options.text_or_json(),
        options.option("--schema", is_flag=True, help="输出数据文件的 JSON Schema\fprint the JSON schema of the data"),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        "读取填报工作簿（或 YAML、JSON）：一次列出全部错误，并列出按什么意思理解了哪些写法。",
        "Reads a filled workbook (or YAML, JSON): all mistakes at once, and what was understood as something else.",
    ),
    examples=("jixiao read 填报.xlsx", "jixiao read 填报.xlsx --mark 填报-标错.xlsx", "jixiao read 填报.xlsx -o 数据.yaml"),
    exits=True,
)  # fmt: skip
