"""The options that several verbs share, and the checks on their values."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size

import click

from jixiao.cli.problem import WrongValue
from jixiao.model.finding import SEVERITIES
from jixiao.writers.view import Look

_NARROWEST, _WIDEST, _USUAL = 40, 140, 80


class Choice(click.Choice):  # type: ignore[type-arg]
    """One of some words, with an error in both languages."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or a complaint that lists the words."""
        if value not in self.choices:
            known = list(map(str, self.choices))
            raise WrongValue(
                f"“{value}”不在可选的值中，可用的有：{'、'.join(known)}。",
                f"“{value}” is not one of {', '.join(known)}.", ctx, param,
            )  # fmt: skip
        return value


def reports(metavar: str = "报告...", *, required: bool = True) -> click.Argument:
    """The files to read; ``-`` is standard input."""
    return click.Argument(["paths"], nargs=-1 if metavar.endswith("...") else 1, required=required, metavar=metavar)


def option(*names: str, help: str, **more: object) -> click.Option:  # noqa: A002 - click's own word
    """An option; ``help`` is Chinese, and English after a form feed."""
    return click.Option(list(names), help=help, **more)  # type: ignore[arg-type]


def text_or_json() -> click.Option:
    """--format of the verbs that show something."""
    return option(
        "--format", "kind", type=Choice(["text", "json"]), default="text", help="结果的格式，默认 text\ftext by default"
    )


def form() -> click.Option:
    """--form."""
    return option(
        "--form", metavar="格式", help="报告格式的地址（jixiao form list 列出）；不写则按报告自己的文字识别"
        "\ffollow this form (see jixiao form list) instead of the one recognised",
    )  # fmt: skip


def pack() -> click.Option:
    """--pack."""
    return option(
        "--pack", metavar="规则包", help="用哪个规则包（jixiao law list 列出）；不写则用该格式所在地的"
        "\fscore and audit under this rule pack (see jixiao law list)",
    )  # fmt: skip


def lang() -> click.Option:
    """--lang."""
    return option(
        "--lang", type=Choice(["zh", "en"]), help="结果的语言，默认 zh\flanguage of the results, zh by default"
    )


def no_color() -> click.Option:
    """--no-color."""
    return option("--no-color", is_flag=True, help="不用颜色（环境变量 NO_COLOR 也可以）\fno colours (or set NO_COLOR)")


def output() -> click.Option:
    """-o FILE."""
    return option(
        "-o",
        "--output",
        metavar="文件",
        help="写入文件：写完整了才换上，不会留下半个文件；写“文件夹/”则每份报告一个网页，另有总表\fwrite to a file, whole or not at all; to a folder: a page a report and an index",
    )


def fail_on() -> click.Option:
    """--fail-on."""
    return option(
        "--fail-on", type=Choice([*SEVERITIES, "never"]), default="error",
        help="有这个级别（或更重）的问题时退出码为 1，默认 error\fexit 1 on findings of this severity or above, error by default",
    )  # fmt: skip


def failing(severity: str) -> tuple[str, ...]:
    """The severities that --fail-on names: the one given and all that are graver."""
    return SEVERITIES[: SEVERITIES.index(severity) + 1] if severity in SEVERITIES else ()


def listed(given: str | None) -> list[str]:
    """The words of a list with commas of either width between them."""
    return [word.strip() for word in (given or "").replace("，", ",").split(",") if word.strip()]


def spoken() -> str:
    """The language of the command that is running."""
    lang: str = (click.get_current_context().find_root().obj or {}).get("lang", "zh")
    return lang


def look(lang: str | None, *, no_color: bool, to_file: bool, verbose: bool = False) -> Look:
    """How to show results here: colours only on a terminal that wants them, lines as wide as it is."""
    chosen = lang or spoken()
    terminal = sys.stdout.isatty() and not to_file
    wanted = not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    wide = get_terminal_size((_USUAL, 24)).columns if terminal or os.environ.get("COLUMNS") else _USUAL
    return Look(chosen, terminal and wanted, max(_NARROWEST, min(wide, _WIDEST)), verbose)
