"""Problem: something the user can mend, said as what, where and how; and click's own errors in Chinese."""

from __future__ import annotations

import click

CLEAN, FOUND, WRONG_USE, UNREADABLE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 4, 130


class Problem(Exception):  # noqa: N818 - it is the word of this house for what a user can mend
    """Ends the command with one sentence and an exit code."""

    def __init__(self, sentence: str, code: int = WRONG_USE) -> None:
        super().__init__(sentence)
        self.code = code


def in_chinese(error: click.UsageError) -> str:
    """What is wrong with the command line."""
    if isinstance(error, click.NoSuchOption):
        near = f"是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}。{near}"
    if isinstance(error, click.BadOptionUsage):
        return (
            f"选项 {error.option_name} 的写法不对：它后面{'不带值' if 'not take' in error.message else '要写一个值'}。"
        )
    if isinstance(error, click.MissingParameter):
        return f"缺少{(error.param.metavar or error.param.name or '') if error.param else '参数'}。"
    if isinstance(error, click.BadParameter):
        name = "/".join(error.param.opts) if isinstance(error.param, click.Option) else ""
        return f"选项 {name} 的值不对：{error.message}" if name else error.message
    return error.message
