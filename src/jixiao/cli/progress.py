"""How far it has come, on standard error, only where a person looks at it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

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


def _bar(done: int, total: int, path: str) -> str:
    full = _BAR * done // total
    name = tame(path)
    while columns(name) > _NAME:
        name = name[1:]
    return f"{'━' * full}{'─' * (_BAR - full)} {done + 1}/{total} {name}"


def draw(line: str) -> None:
    """Shows a line in place of the one before."""
    sys.stderr.write("\r\x1b[2K" + line)
    sys.stderr.flush()


def wipe() -> None:
    """Takes the line away."""
    draw("")
