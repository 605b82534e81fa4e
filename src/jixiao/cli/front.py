"""The front door: which verbs there are, and how any end becomes an exit code and one plain sentence."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

import click

from jixiao.cli.command import Group, Verb
from jixiao.cli.problem import INTERNAL, INTERRUPTED, WRONG_USE, Problem, in_chinese

_VERBS = {
    "audit": ("审核报告：逐项重算，指出哪里错、应为多少、依据哪一条", "audit reports: recompute everything, show what is wrong"),
    "show": ("列出读懂的内容：格式、章节、每个数字、自评表、勾稽关系", "print what was understood of a report"),
    "score": ("按规则包重算自评得分，逐分列出计算过程", "recompute the scores, with a trace for every point"),
    "rules": ("列出全部审核规则", "list all rules"),
    "rule": ("查看一条规则：说明、错例、正例、依据", "print one rule's page"),
    "form": ("查看各地的报告格式（list、show）", "report forms by division (list, show)"),
    "law": ("查看规则包、参数和依据（list、show）", "rule packs, parameters and citations (list, show)"),
}  # fmt: skip


class _Front(Group):
    """Finds a verb's command in the file of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _VERBS:
            return None
        found: Verb | Group = import_module(f"jixiao.cli.{cmd_name}").command
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
        "jixiao audit 报告/*.docx --format csv -o 问题清单.csv",
        "jixiao rule FG203",
    ),
)


def run(args: Sequence[str]) -> int:
    """Runs the command line and returns the exit code; nothing is ever thrown at the user."""
    try:
        code = front.main(args=list(args), prog_name="jixiao", standalone_mode=False, obj={"lang": language(args)})
        return code if isinstance(code, int) else 0
    except Problem as problem:
        _complain(str(problem))
        return problem.code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "jixiao"
        _complain(f"{in_chinese(error)}\n写 {where} --help 看用法。")
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        _complain("已中断，没有写出文件。")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last net: the user gets a sentence, never a traceback
        return internal(error)


def internal(error: Exception) -> int:
    """Says that this tool failed; the traceback only with JIXIAO_DEBUG=1."""
    if os.environ.get("JIXIAO_DEBUG"):
        traceback.print_exception(error)
    _complain(f"本工具出错（{type(error).__name__}），不是报告的问题；设 JIXIAO_DEBUG=1 再运行可看到细节。")
    return INTERNAL


def language(args: Sequence[str]) -> str:
    """The language asked for anywhere on the line, needed for help before the line is parsed."""
    for word, after in pairwise([*args, ""]):
        if word == "--lang" or word.startswith("--lang="):
            return "en" if (word.partition("=")[2] or after) == "en" else "zh"
    return "en" if os.environ.get("JIXIAO_LANG") == "en" else "zh"


def _complain(sentence: str) -> None:
    click.echo(f"jixiao：{sentence}", err=True, file=sys.stderr)
