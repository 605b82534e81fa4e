"""How far a batch has come, on standard error: a line that moves on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections import deque
from dataclasses import replace
from shutil import get_terminal_size

from jixiao.batch.progress import Progress
from jixiao.batch.work import Task
from jixiao.cli.front import complain
from jixiao.cli.progress import bar, draw, wipe
from jixiao.writers.width import columns

_MOVES, _LINES = 0.1, 5.0  # seconds between two pictures of a bar, and between two lines where there is no terminal
_LOOK_BACK = 30.0  # seconds over which the speed is measured
_SLOWEST = 0.05  # reports a second: less is said by the time that is left
_MINUTE, _HOUR = 60, 3600
_PHASES = {
    "texts": ("审核", "auditing"),
    "scans": ("识别扫描件", "reading scans"),
    "writing": ("写出结果", "writing results"),
}


class Meter:
    """Shows progress as it is told, no more often than it can be read."""

    def __init__(self, lang: str, *, quiet: bool) -> None:
        self._lang, self._quiet, self._terminal = lang, quiet, sys.stderr.isatty()
        self._next = time.monotonic() + (0 if self._terminal else _LINES)
        self._seen: deque[tuple[float, Progress]] = deque()
        self._last: Progress | None = None
        self._page = (0, 0)  # of the scan that was heard of last

    def __call__(self, progress: Progress) -> None:
        """Hears how far it is."""
        self._last, self._page = progress, (0, 0)
        self._hear(progress)

    def page(self, task: Task, done: int, pages: int) -> None:
        """Hears how many pages of a scan are read."""
        if self._last and self._last.phase == "scans" and pages:
            self._page = min(done + 1, pages), pages  # the one in work
            self._hear(replace(self._last, weight=self._last.weight + task.weight * done // pages))

    def _hear(self, progress: Progress) -> None:
        now = time.monotonic()
        if self._quiet or now < self._next:
            return
        self._next = now + (_MOVES if self._terminal else _LINES)
        if self._seen and (self._seen[0][1].phase != progress.phase or progress.done < self._seen[-1][1].done):
            self._seen.clear()
        while len(self._seen) > 1 and now - self._seen[0][0] > _LOOK_BACK:
            self._seen.popleft()
        self._seen.append((now, progress))
        if self._terminal:
            self._draw(progress)
        else:
            complain(self._words(progress), self._lang)

    def close(self) -> None:
        """Takes the moving line away."""
        if self._terminal and not self._quiet:
            wipe()

    def _draw(self, progress: Progress) -> None:
        shown = f"{bar(progress.weight or progress.done, progress.whole or progress.total)} {self._words(progress)}"
        room = get_terminal_size().columns - 1
        while columns(shown) > room:
            shown = shown[:-1]
        draw(shown)

    def _words(self, progress: Progress) -> str:
        lang = self._lang
        words = [f"{_PHASES[progress.phase][lang == 'en']} {progress.done:,}/{progress.total:,}"]
        page, pages = self._page
        if pages:
            words[0] += f", page {page}/{pages}" if lang == "en" else f"，第 {page}/{pages} 页"
        if (speed := self._speed()) >= _SLOWEST:
            words.append(f"{speed:,.1f}/s" if lang == "en" else f"每秒 {speed:,.1f} 份")
        if left := self._left(progress):
            words.append(f"{duration(left, lang)} left" if lang == "en" else f"剩余约 {duration(left, lang)}")
        if progress.failed:
            words.append(f"{progress.failed:,} not read" if lang == "en" else f"未读出 {progress.failed:,}")
        return "  ".join(words)

    def _speed(self) -> float:
        (begun, first), (now, last) = self._seen[0], self._seen[-1]
        earlier = last.earlier - first.earlier
        return max(0, last.done - first.done - earlier) / (now - begun) if now - begun > _MOVES else 0.0

    def _left(self, progress: Progress) -> float:
        (begun, first), (now, last) = self._seen[0], self._seen[-1]
        done = last.weight - first.weight if progress.whole else last.done - first.done
        rest = progress.whole - progress.weight if progress.whole else progress.total - progress.done
        return rest * (now - begun) / done if done > 0 else 0.0


def duration(seconds: float, lang: str) -> str:
    """A time as a person says it: 12 分 30 秒, 1 小时 5 分."""
    whole = max(1, round(seconds))
    hours, minutes, rest = whole // _HOUR, whole % _HOUR // _MINUTE, whole % _MINUTE
    if hours:
        return f"{hours} h {minutes} min" if lang == "en" else f"{hours} 小时 {minutes} 分"
    if minutes:
        return f"{minutes} min {rest} s" if lang == "en" else f"{minutes} 分 {rest} 秒"
    return f"{rest} s" if lang == "en" else f"{rest} 秒"
