"""Progress (进度): how far a batch has come, for whoever shows it, and how long its parts took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a phase (texts, scans, writing) has come. ``weight`` of ``whole`` is the work done, large files counting more.

    ``failed`` are reports that were not read; ``earlier`` those that were done in an earlier run or have the contents of
    another one.
    """

    phase: str
    done: int
    total: int
    failed: int = 0
    earlier: int = 0
    weight: int = 0
    whole: int = 0


Tell = Callable[[Progress], None]


class Clock:
    """Seconds by phase."""

    def __init__(self) -> None:
        self.started = time.time()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Counts the time inside to a phase."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - begun
