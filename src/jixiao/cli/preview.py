"""``jixiao preview``: what the bureau would take, what is cheapest to mend, and where."""

from __future__ import annotations

from pathlib import Path

from jixiao import preview
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit, refuse_overwriting
from jixiao.cli.problem import CLEAN, FOUND, UNREADABLE, Problem
from jixiao.cli.source import check_choices, document, entered, not_taken, readable, standard_input
from jixiao.model.preview import Preview
from jixiao.writers.preview import FORMATS, write

_DATA = (".yaml", ".yml", ".json", ".xlsx")
_BY_ENDING = {".json": "json", ".html": "html", ".htm": "html"}


def _run(
    paths: str, *, kind: str | None, output: str | None, pack: str | None, form: str | None, lang: str | None, fail_on: str,
    no_color: bool,
) -> int:  # fmt: skip
    check_choices(pack, form)
    refuse_overwriting(output, [paths])
    found = _previewed(paths, pack, form)
    chosen = kind or _BY_ENDING.get(Path(output or "").suffix.lower(), "text")
    look = options.look(lang, no_color=no_color, to_file=bool(output))
    emit(write(found, paths, chosen, look), output)
    graver = any(one.severity in options.failing(fail_on) for one in found.findings)
    return FOUND if graver or (found.mistakes and fail_on != "never") else CLEAN


def _previewed(path: str, pack: str | None, form: str | None) -> Preview:
    """Data where the file holds a filing, else a finished report."""
    data = standard_input(path)
    if path == "-" or path.lower().endswith(_DATA):
        found = entered(path, data)
        if found.filing is not None:
            if not found.filing.form:
                raise Problem(
                    f"{path}：没有写明报告格式（form），无从预审。", f"{path}: the data names no form.", UNREADABLE
                )
            return preview.of_filing(found, pack)
        if path.lower().endswith((".yaml", ".yml", ".json")):
            raise not_taken(path, found)
    read = readable(path) if data is None else document(path, data)
    made = preview.of_document(read, pack, form)
    if not read.readable or not (made.audit.report.form.path or made.audit.report.appraisals):
        raise Problem(
            f"{path}：既不是填报数据（.xlsx、.yaml、.json），也看不出是绩效自评报告。",
            f"{path}: neither data to fill in nor, as far as can be told, a self-evaluation report.", UNREADABLE,
        )  # fmt: skip
    return made


command = Verb(
    "preview",
    _run,
    [
        options.reports("数据"),
        options.option("--format", "kind", type=options.Choice(FORMATS),
                       help="结果的格式；不写则看 -o 的文件名，再不然就是 text\fformat of the result; by default that of -o's ending, else text"),
        options.output(),
        options.pack(),
        options.form(),
        options.lang(),
        options.fail_on(),
        options.no_color(),
    ],
    intro=(
        "预审填报数据（工作簿、YAML、JSON）或写好的报告：自评得分和考核评分会失多少分，哪些最省事就能挽回，在哪里改。",
        ("Previews data (workbook, YAML, JSON) or a finished report: points that would be lost, the cheapest repairs first,"
        " and where to mend."),
    ),
    examples=("jixiao preview 填报.xlsx", "jixiao preview 报告.docx", "jixiao preview 填报.xlsx -o 预审.html"),
    exits=True,
)  # fmt: skip
