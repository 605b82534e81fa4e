"""``jixiao score``: every point recomputed, with its calculation."""

from __future__ import annotations

import json

from jixiao import law, pipeline
from jixiao.cli import options
from jixiao.cli.command import Verb
from jixiao.cli.emit import emit
from jixiao.cli.problem import CLEAN
from jixiao.cli.source import check_choices, readable
from jixiao.writers.speech import say
from jixiao.writers.traces import compared, scores_json, traced


def _run(
    paths: str, *, kind: str, output: str | None, pack: str | None, form: str | None, lang: str | None, no_color: bool
) -> int:  # fmt: skip
    check_choices(pack, form)
    report = pipeline.understand(readable(paths), form)
    scores = pipeline.score(report, pack)
    citations = law.load(scores.pack).citations
    look = options.look(lang, no_color=no_color, to_file=bool(output))
    if kind == "json":
        body = {"schema": "jixiao.score/1", **scores_json(report, scores, citations)}
        emit([json.dumps(body, ensure_ascii=False, indent=2) + "\n"], output)
    elif scores.sheets:
        own = pipeline.score(report)
        lines = [*traced(report, scores, citations, look)]
        if own.pack != scores.pack:
            lines += ["", *compared(report, own, scores, look)]
        emit((line + "\n" for line in lines), output)
    else:
        emit([say("no_sheets", look.lang) + "\n"], output)
    return CLEAN


command = Verb(
    "score",
    _run,
    [
        options.reports("报告"),
        options.text_or_json(),
        options.output(),
        options.pack(),
        options.form(),
        options.lang(),
        options.no_color(),
    ],
    intro=(
        "按规则包重算报告中每张自评表的得分，逐分列出公式、代入的数、结果和依据。",
        "Recomputes every appraisal sheet under a rule pack, with formula, numbers, result and citation of each point.",
    ),
    examples=(
        "jixiao score 报告.docx",
        "jixiao score 报告.docx --pack CN-2021",
        "jixiao score 报告.docx --format json",
    ),
)
