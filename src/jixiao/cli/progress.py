"""How far it has come, on standard error, only where a person looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from jixiao.cli.options import spoken
from jixiao.writers.width import columns, tame

_BAR = 20
_NAME = 40


def each(paths: Sequence[str], *, quiet: bool) -> Iterator[str]:
    """The paths one after the other, with a bar while there are several and a terminal to show it on."""
    show = not quiet and len(paths) > 1 and sys.stderr.isatty()
    for done, path in enumerate(paths):
        if show:
            draw(_bar(done, len(paths), path))
        yield path
        if show:
            wipe()


@contextmanager
def pages(path: str, *, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """What is to be told of each page that was read off a picture, where a terminal is there to show it on."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    words = {"zh": "识别图片中的文字，第 {} 页，共 {} 页", "en": "reading pictures, page {} of {}"}[spoken()]
    try:
        yield lambda done, total: draw(f"{bar(done, total)} {words.format(done, total)}  {_short(path)}")
    finally:
        wipe()


def _bar(done: int, total: int, path: str) -> str:
    return f"{bar(done, total)} {done + 1}/{total} {_short(path)}"


def bar(done: int, total: int) -> str:
    """Twenty columns, as many of them full as is done."""
    full = _BAR * min(done, total) // max(1, total)
    return "━" * full + "─" * (_BAR - full)


def _short(path: str) -> str:
    name = tame(path)
    while columns(name) > _NAME:
        name = name[1:]
    return name


def draw(line: str) -> None:
    """Shows a line in place of the one before."""
    sys.stderr.write("\r\x1b[2K" + line)
    sys.stderr.flush()


def wipe() -> None:
    """Takes the line away."""
    draw("")
