"""The options of ``audit`` for many reports, and what goes with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from jixiao.batch.kinds import KINDS
from jixiao.cli import options
from jixiao.cli.problem import Problem, WrongValue

_MOST_JOBS, _MOST_SECONDS, _LEAST_MEMORY, _MOST_MEMORY = 256, 3600, 64, 1 << 20
_APART = {"kind": "--format", "output": "-o", "annotate_to": "--annotate", "verbose": "-v"}  # for single files only


class Between(click.ParamType):  # type: ignore[type-arg]
    """A whole number between two others, with an error in both languages."""

    name = "number"

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's signature
        """The number, or a complaint that names the two."""
        try:
            number = int(value)
        except ValueError:
            number = self._least - 1
        if not self._least <= number <= self._most:
            raise WrongValue(
                f"“{value}”应是 {self._least} 到 {self._most} 之间的整数。",
                f"“{value}” is no whole number from {self._least} to {self._most}.", ctx, param,
            )  # fmt: skip
        return number


def apart(batch: Mapping[str, Any], single: Mapping[str, Any]) -> bool:
    """Whether it is a batch that is asked for; options of the one kind do not go with the other."""
    if batch["out"]:
        _check_again(batch)
        if given := [_APART[name] for name, value in single.items() if value]:
            raise Problem(
                f"{'、'.join(given)} 不能与 --out 一起用：--out 把各种结果都写进文件夹，用 --outputs 选择。",
                f"{', '.join(given)} does not go with --out, which writes every kind of result; choose with --outputs.",
            )
        return True
    named = {param.name: param.opts[-1] for param in params()}
    if given := [named[name] for name, value in batch.items() if value and name != "together"]:
        raise Problem(
            f"{'、'.join(given)} 要与 --out 文件夹 一起用（审核很多份报告）。",
            f"{', '.join(given)} goes with --out FOLDER, for many reports.",
        )
    return False


def _check_again(batch: Mapping[str, Any]) -> None:
    """What is kept stands for the reports; how these were put together is settled."""
    if not batch["again"]:
        return
    if not batch["keep"]:
        raise Problem(
            "--again 要与 --keep 文件夹 一起用：以前审核时用 --keep 存下的报告在那里。",
            "--again goes with --keep FOLDER, which holds the reports that the earlier audit kept.",
        )
    if batch["together"]:
        raise Problem(
            "--again 不能与 --together 一起用：哪些文件是一份报告，以前的结果里已经定了。",
            "--again does not go with --together: the earlier results say which files are one report.",
        )


def params() -> list[click.Option]:
    """The options themselves."""
    kinds = ",".join(KINDS)
    return [
        options.option(
            "--out", metavar="文件夹", help="审核很多份报告（文件夹、压缩包或清单）：结果都写入这个文件夹，中断后可以接着做"
            "\faudit many reports (folders, archives, lists): all results go into this folder; a broken run can be resumed",
        ),
        options.option(
            "--together", is_flag=True, help="一份报告分成几个文件（正文、附表、签字页）时合起来审核：一个文件夹或一个单位一份；只给文件时合为一份"
            "\faudit the files of one report (body, tables, signed page) as one: those of a folder or unit; files alone are one report",
        ),
        options.option(
            "--units", metavar="名单", help="应报送单位的名单（表格或每行一个）：按名称对上单位，列出没有报送的"
            "\fthe list of units that must report (a table, or one a line): reports are matched to it, and who has sent none is told",
        ),
        options.option(
            "--keep", metavar="文件夹", help="把读懂的报告存在这里：规则变了再审时，不再读文件"
            "\fkeep understood reports here: when rules change they are audited again without reading a file",
        ),
        options.option(
            "--again", metavar="旧结果", help="不给报告，只按以前的结果（--out 的文件夹）和 --keep 里存下的再审一遍，不读任何文件；没有存下的照旧列出"
            "\finstead of reports: audit those of earlier results (a folder of --out) again from what --keep holds; no file is read, "
            "what is not kept stays as it was",
        ),
        options.option(
            "--jobs", type=Between(1, _MOST_JOBS), metavar="个数",
            help="同时用几个进程，默认为处理器的核数\fprocesses, by default one a core",
        ),
        options.option(
            "--timeout-per-file", "seconds", type=Between(1, _MOST_SECONDS), metavar="秒",
            help="每份报告最多用多少秒，默认 30（扫描件按页另计）\fseconds that a report may take, 30 by default (scans: by the page)",
        ),
        options.option(
            "--max-mem", "memory", type=Between(_LEAST_MEMORY, _MOST_MEMORY), metavar="MB",
            help="每份报告最多用多少内存，默认 1024（扫描件另计）\fmegabytes that a report may take, 1024 by default (scans: more)",
        ),
        options.option(
            "--resume", is_flag=True, help="接着上次做：审核过而内容和规则都没变的不再做\fgo on: what was audited and has not changed is not done again"
        ),
        options.option(
            "--baseline", metavar="旧结果", help="与以前的结果（文件夹、.jsonl 或 .sarif）对比：新出现、仍在、已没有；--fail-on 只看新出现的"
            "\fhold against earlier results (folder, .jsonl, .sarif): new, unchanged, gone; --fail-on looks at new ones only",
        ),
        options.option("--no-scans", is_flag=True, help="不识别扫描件，列为读不出\fdo not read scans; they are listed as unreadable"),
        options.option(
            "--engine", type=options.Choice(["local", "spark"]),
            help="在本机审核（默认），或在 Spark 集群上\faudit on this machine, the default, or on a Spark cluster",
        ),
        options.option("--master", metavar="地址", help="Spark 集群的地址，默认 local[*]\faddress of the Spark cluster, local[*] by default"),
        options.option("--outputs", metavar="种类,…", help=f"只写这些结果，默认全部：{kinds}\fonly these results, all by default: {kinds}"),
    ]  # fmt: skip
