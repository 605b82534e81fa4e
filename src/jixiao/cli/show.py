"""``jixiao show``: what was understood of a report."""

from __future__ import annotations

import json

from jixiao import pipeline
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN
from jixiao.cli.source import check_choices, readable
from jixiao.writers.understood import understood
from jixiao.writers.understood_json import report_json


def _run(paths: str, *, kind: str, output: str | None, form: str | None, lang: str | None, no_color: bool) -> int:
    check_choices(None, form)
    report = pipeline.understand(readable(paths), form)
    look = options.look(lang, no_color=no_color, to_file=bool(output))
    if kind == "json":
        body = {"schema": "jixiao.report/1", **report_json(report, look.lang)}
        emit([json.dumps(body, ensure_ascii=False, indent=2) + "\n"], output)
    else:
        emit((line + "\n" for line in understood(report, look)), output)
    return CLEAN


command = Verb(
    "show",
    _run,
    [
        options.reports("报告"),
        options.text_or_json(),
        options.output(),
        options.form(),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        "列出读懂的内容：报告格式及判断理由、单位、年度、章节、每个数字（概念、口径、位置）、自评表、勾稽关系，以及没有读懂的数字。",
        "Prints what was understood: form and why, unit, year, chapters, every figure with its place, sheets, relations.",
    ),
    examples=("jixiao show 报告.docx", "jixiao show 报告.docx --format json -o 读懂的内容.json"),
)
