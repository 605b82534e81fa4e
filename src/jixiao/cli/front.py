"""The front door: which verbs there are, and how any end becomes an exit code and one plain sentence."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from keyword import iskeyword

import click

from jixiao.cli.command import Group, Verb
from jixiao.cli.problem import INTERNAL, INTERRUPTED, WRONG_USE, Problem, misuse

_VERBS = {
    "audit": ("审核报告：逐项重算，指出哪里错、应为多少、依据哪一条", "audit reports: recompute everything, show what is wrong"),
    "show": ("列出读懂的内容：格式、章节、每个数字、自评表、勾稽关系", "print what was understood of a report"),
    "score": ("按规则包重算自评得分，逐分列出计算过程", "recompute the scores, with a trace for every point"),
    "new": ("生成填报工作簿：每个数只填一次", "write the workbook to fill in"),
    "read": ("读取填报工作簿或数据文件，一次列出全部错误", "read a filled workbook or data file, all mistakes at once"),
    "import": ("把已有的报告带回填报数据，或作为上年的报告起头", "take a report back to the data to enter"),
    "write": ("由填报数据写出整套报告：Word、Excel、PDF、网页、数据", "write the whole package of a report out of entered data"),
    "preview": ("预审：会失多少分，怎么改最省事，在哪里改", "preview: points that would be lost, and the cheapest repairs"),
    "fix": ("改正算术错误：列出算法，写成 Word 修订", "repair plain arithmetic, as tracked changes in Word"),
    "rules": ("列出全部审核规则", "list all rules"),
    "rule": ("查看一条规则：说明、错例、正例、依据", "print one rule's page"),
    "form": ("查看各地的报告格式（list、show）", "report forms by division (list, show)"),
    "records": ("由业务台账计算指标：检查、计算、查看背后的记录", "indicators computed from records: check, compute, explain"),
    "kept": ("查看、清理 audit --keep 保留的报告", "look at and clean what audit --keep keeps"),
    "law": ("查看规则包、参数和依据（list、show）", "rule packs, parameters and citations (list, show)"),
}  # fmt: skip


class _Front(Group):
    """Finds a verb's command in the file of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _VERBS:
            return None
        file = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found: Verb | Group = import_module(f"jixiao.cli.{file}").command
        return found

    def summaries(self, lang: str) -> list[tuple[str, str]]:
        return [(name, texts[lang == "en"]) for name, texts in _VERBS.items()]


front = _Front(
    "jixiao",
    intro=(
        "预算绩效自评报告审核工具：读懂报告，重算每一个能重算的数字，指出错在哪里、应为多少、依据是什么。",
        "Audits Chinese budget-performance self-evaluation reports: reads, recomputes, and points at what is wrong.",
    ),
    examples=(
        "jixiao audit 报告.docx",
        "jixiao audit 报告.docx --format html -o 审核结果.html",
        "jixiao audit 报告.docx --annotate 带批注.docx",
        "jixiao audit 报告/*.docx -o 结果/",
        "jixiao audit 报告/*.docx --format csv -o 问题清单.csv",
        "jixiao rule FG203",
    ),
)


def run(args: Sequence[str]) -> int:
    """Runs the command line and returns the exit code; nothing is ever thrown at the user."""
    lang = language(args)
    try:
        code = front.main(args=list(args), prog_name="jixiao", standalone_mode=False, obj={"lang": lang})
        return code if isinstance(code, int) else 0
    except Problem as problem:
        complain(problem.said(lang), lang)
        return problem.code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "jixiao"
        hint = f"See {where} --help." if lang == "en" else f"写 {where} --help 看用法。"
        complain(f"{misuse(error, lang)}\n{hint}", lang)
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        complain(
            "Interrupted; nothing half written is left." if lang == "en" else "已中断，没有留下写了一半的文件。", lang
        )
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last net: the user gets a sentence, never a traceback
        return internal(error, lang)


def internal(error: Exception, lang: str = "zh") -> int:
    """Says that this tool failed; the traceback only with JIXIAO_DEBUG=1."""
    if os.environ.get("JIXIAO_DEBUG"):
        traceback.print_exception(error)
    name = type(error).__name__
    pair = (
        f"本工具出错（{name}），不是报告的问题；设 JIXIAO_DEBUG=1 再运行可看到细节。",
        f"This tool failed ({name}); the report is not to blame. Set JIXIAO_DEBUG=1 to see more.",
    )
    complain(pair[lang == "en"], lang)
    return INTERNAL


def language(args: Sequence[str]) -> str:
    """The language asked for anywhere on the line, needed for help before the line is parsed."""
    for word, after in pairwise([*args, ""]):
        if word == "--lang" or word.startswith("--lang="):
            return "en" if (word.partition("=")[2] or after) == "en" else "zh"
    return "en" if os.environ.get("JIXIAO_LANG") == "en" else "zh"


def complain(sentence: str, lang: str) -> None:
    """One sentence on standard error."""
    click.echo(f"jixiao{': ' if lang == 'en' else '：'}{sentence}", err=True, file=sys.stderr)
