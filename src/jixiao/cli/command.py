"""Commands whose help is Chinese, in columns that are right for Chinese characters, with examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

import click

from jixiao import __version__
from jixiao.cli import options
from jixiao.cli.names import named
from jixiao.cli.problem import Misuse
from jixiao.writers.width import columns, pad, wrap

_WIDE = 88
_NAMES_MOST = 30
_HEADINGS = {
    "zh": {"usage": "用法：", "options": "选项", "commands": "命令", "examples": "示例", "codes": "退出码", "help": "显示本说明",
           "more": "写 {path} 命令 --help 看每个命令的说明。", "version": "显示版本号"},
    "en": {"usage": "Usage: ", "options": "Options", "commands": "Commands", "examples": "Examples", "codes": "Exit codes",
           "help": "show this help", "more": "See {path} COMMAND --help.", "version": "show the version"},
}  # fmt: skip
_CODES = {
    "zh": [("0", "没有问题"), ("1", "有达到 --fail-on 级别的问题"), ("2", "用法不对"), ("3", "文件读不出"), ("4", "本工具出错"), ("130", "被中断")],
    "en": [("0", "clean"), ("1", "findings at or above --fail-on"), ("2", "wrong use"), ("3", "unreadable input"), ("4", "internal error"),
           ("130", "interrupted")],
}  # fmt: skip
_MISTAKES = {"zh": ("1", "数据有错误，没有写出"), "en": ("1", "mistakes in the data: nothing was written")}
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": _WIDE}
Pair = tuple[str, str]


class _Helped(click.Command):
    """Prints its own help."""

    intro: Pair
    examples: tuple[str, ...]
    exits: bool = False

    def get_help(self, ctx: click.Context) -> str:
        lang = (ctx.find_root().obj or {}).get("lang", "zh")
        return "\n".join(self._lines(ctx, lang))

    def _lines(self, ctx: click.Context, lang: str) -> Iterable[str]:
        words = _HEADINGS[lang]
        yield words["usage"] + " ".join([ctx.command_path, *self._usage(ctx, lang)])
        yield ""
        yield from wrap(self.intro[lang == "en"], _WIDE)
        yield from self._commands(ctx, lang)
        yield from table(words["options"], [_described(p, words, lang) for p in self.get_params(ctx) if _optional(p)])
        if self.examples:
            yield from ("", words["examples"], *(f"  {named(line, lang)}" for line in self.examples))
        if self.exits:
            judged = any(p.name == "fail_on" for p in self.params)
            codes = [c if judged or c[0] != "1" else _MISTAKES[lang] for c in _CODES[lang]]
            yield from table(words["codes"], codes)

    def _usage(self, ctx: click.Context, lang: str) -> list[str]:
        pieces = ["[OPTIONS]" if lang == "en" else "[选项]"]
        return pieces + [
            named(p.metavar or p.name or "", lang) for p in self.get_params(ctx) if isinstance(p, click.Argument)
        ]

    def _commands(self, ctx: click.Context, lang: str) -> Iterable[str]:  # noqa: ARG002 - groups have some
        return ()


class Verb(_Helped):
    """A command that does something; its callback returns the exit code."""

    def __init__(
        self, name: str, callback: Callable[..., int], params: list[click.Parameter], *,
        intro: Pair, examples: tuple[str, ...] = (), exits: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(name, callback=callback, params=params, context_settings=_SETTINGS)
        self.intro, self.examples, self.exits, self.allow_extra_args = intro, examples, exits, True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Takes what it knows and complains of the rest in Chinese."""
        rest = super().parse_args(ctx, args)
        if ctx.args:
            raise Misuse(
                f"多出了“{'”“'.join(ctx.args)}”，不知道是什么意思。", f"Unexpected: {' '.join(ctx.args)}.", ctx
            )
        return rest


class Group(_Helped, click.Group):
    """A command with sub-commands."""

    def __init__(
        self, name: str, commands: Iterable[Verb] = (), *, intro: Pair, examples: tuple[str, ...] = ()
    ) -> None:
        version = click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version)
        language = options.lang()
        language.expose_value = False  # it was looked for on the whole line before
        params: list[click.Parameter] = [language, version] if name == "jixiao" else [language]
        super().__init__(
            name, commands={c.name or "": c for c in commands}, params=params, invoke_without_command=True,
            context_settings=_SETTINGS, callback=_help,
        )  # fmt: skip
        self.intro, self.examples = intro, examples

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The sub-command of a name, or a complaint that names the nearest ones."""
        if self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.list_commands(ctx), 2)
            known = self.list_commands(ctx)
            hint = f"是不是 {'、'.join(near)}？" if near else f"可用的有：{'、'.join(known)}。"
            english = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(known)}."
            raise Misuse(f"没有命令“{args[0]}”。{hint}", f"There is no command “{args[0]}”. {english}", ctx)
        return super().resolve_command(ctx, args)

    def summaries(self, lang: str) -> list[tuple[str, str]]:
        """Each sub-command with a line on what it does."""
        return [(name, c.intro[lang == "en"]) for name, c in self.commands.items() if isinstance(c, _Helped)]

    def _usage(self, ctx: click.Context, lang: str) -> list[str]:  # noqa: ARG002
        return ["COMMAND ..." if lang == "en" else "命令 ..."]

    def _commands(self, ctx: click.Context, lang: str) -> Iterable[str]:
        yield from table(_HEADINGS[lang]["commands"], self.summaries(lang))
        yield from ("", _HEADINGS[lang]["more"].format(path=ctx.command_path))


def table(heading: str, rows: list[Pair]) -> Iterable[str]:
    """A heading and rows of two columns, the second one wrapped."""
    if not rows:
        return
    room = min(_NAMES_MOST, max(columns(name) for name, _ in rows)) + 2
    yield from ("", heading)
    for name, text in rows:
        lines = wrap(text, _WIDE - room - 2)
        if columns(name) + 2 > room:
            yield f"  {name}"
            name = ""  # noqa: PLW2901 - it stands on a line of its own
        for n, line in enumerate(lines):
            yield f"  {pad('' if n else name, room)}{line}"


def _optional(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and not param.hidden


def _described(param: click.Parameter, words: dict[str, str], lang: str) -> tuple[str, str]:
    names = ", ".join(param.opts)
    if isinstance(param.type, click.Choice):
        names += f" {'|'.join(map(str, param.type.choices))}"
    elif param.metavar:
        names += f" {named(param.metavar, lang)}"
    for name in ("help", "version"):
        if f"--{name}" in param.opts:
            return names, words[name]
    text = getattr(param, "help", None) or ""
    zh, _, en = text.partition("\f")
    return names, en if lang == "en" and en else zh


def _help() -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _version(ctx: click.Context, _param: click.Parameter, value: Any) -> None:  # noqa: ANN401 - click's signature
    if value:
        click.echo(f"jixiao {__version__}")
        ctx.exit()
