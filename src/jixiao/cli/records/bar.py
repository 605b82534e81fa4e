"""How far the reading of records has come, on standard error, where a person looks at it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size

from jixiao.cli import progress
from jixiao.writers.width import columns, tame

_MOVES = 0.1  # seconds between two pictures
Tell = Callable[[str, int, int], None]


@contextmanager
def bar(lang: str, *, quiet: bool) -> Iterator[Tell | None]:
    """What is to be told of a file, how much is done and how much there is."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    begun, last = time.monotonic(), [0.0]

    def tell(name: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - last[0] < _MOVES:
            return
        last[0] = now
        share = f"{100 * min(done, total) // max(1, total):3d}%"
        left = (now - begun) * (total - done) / done if done else 0
        words = f"{left:.0f} s left" if lang == "en" else f"剩余约 {left:.0f} 秒"
        shown = f"{progress.bar(done, total)} {share}  {words}  {tame(name)}"
        while columns(shown) > get_terminal_size().columns - 1:
            shown = shown[:-1]
        progress.draw(shown)

    try:
        yield tell
    finally:
        progress.wipe()
