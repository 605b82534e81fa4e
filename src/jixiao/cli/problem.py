"""Problem: something the user can mend, said as what, where and how; and click's own errors in both languages."""

from __future__ import annotations

import click

from jixiao.cli.names import named

CLEAN, FOUND, WRONG_USE, UNREADABLE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 4, 130


class Problem(Exception):  # noqa: N818 - it is the word of this house for what a user can mend
    """Ends the command with one sentence, in Chinese or English, and an exit code."""

    def __init__(self, zh: str, en: str, code: int = WRONG_USE) -> None:
        super().__init__(zh)
        self.pair, self.code = (zh, en), code

    def said(self, lang: str) -> str:
        """The sentence in a language."""
        return self.pair[lang == "en"]


class Misuse(click.UsageError):
    """A wrong command line, said in both languages."""

    def __init__(self, zh: str, en: str, ctx: click.Context | None = None) -> None:
        super().__init__(zh, ctx)
        self.pair = (zh, en)


class WrongValue(click.BadParameter):
    """A wrong value of an option, said in both languages."""

    def __init__(self, zh: str, en: str, ctx: click.Context | None, param: click.Parameter | None) -> None:
        super().__init__(zh, ctx, param)
        self.pair = (zh, en)


def misuse(error: click.UsageError, lang: str) -> str:
    """What is wrong with the command line."""
    return _pair(error)[lang == "en"]


def _pair(error: click.UsageError) -> tuple[str, str]:
    if isinstance(error, Misuse):
        return error.pair
    if isinstance(error, click.NoSuchOption):
        near = "、".join(error.possibilities or ())
        return (
            f"没有选项 {error.option_name}。" + (f"是不是 {near}？" if near else ""),
            f"There is no option {error.option_name}." + (f" Did you mean {near}?" if near else ""),
        )
    if isinstance(error, click.BadOptionUsage):
        bare = "not take" in error.message
        return (
            f"选项 {error.option_name} 的写法不对：它后面{'不带值' if bare else '要写一个值'}。",
            f"Option {error.option_name} takes {'no value' if bare else 'a value'}.",
        )
    if isinstance(error, click.MissingParameter):
        name = ((error.param.metavar or error.param.name or "") if error.param else "").rstrip(".")
        option = f"{error.param.opts[0]} " if isinstance(error.param, click.Option) else ""
        return (
            f"缺少{option and ' '}{option}{name or '参数'}。",
            f"Missing: {option}{named(name, 'en') or 'an argument'}.",
        )
    if isinstance(error, click.BadParameter):
        zh, en = error.pair if isinstance(error, WrongValue) else (error.message, error.message)
        name = "/".join(error.param.opts) if isinstance(error.param, click.Option) else ""
        return (f"选项 {name} 的值不对：{zh}", f"Wrong value for {name}: {en}") if name else (zh, en)
    return error.message, error.message
