"""Crew (班组): long-lived guarded children that share the items of a batch; a bad item costs only itself."""

from __future__ import annotations

import selectors
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

from jixiao.isolation.failed import Failed
from jixiao.isolation.limits import ITEMS, Limits
from jixiao.isolation.worker import Worker

T = TypeVar("T")
I = TypeVar("I")  # noqa: E741 - an item


class Crew:
    """``jobs`` children. Use it in a ``with`` block, so that none of them is left behind.

    ``preload`` names modules that each child loads before its walls go up.
    """

    def __init__(self, jobs: int, limits: Limits | None = None, preload: tuple[str, ...] = ()) -> None:
        self._jobs, self._limits, self._preload = max(1, jobs), limits or Limits(), preload
        self._idle: list[Worker] = []
        self._busy: dict[Worker, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends every child, the busy ones at once."""
        while self._busy:
            self._busy.popitem()[0].end(Failed("crashed"))
        while self._idle:
            self._idle.pop().close()

    def map(self, function: Callable[[I], T], items: Iterable[I]) -> Iterator[tuple[I, T | Failed]]:
        """Each item with what the function makes of it, in the order of completion.

        Items are taken from ``items`` only when a child is free, and no result is kept: memory does not grow with their number.
        """
        coming = iter(items)
        with selectors.DefaultSelector() as waiting:
            try:
                while True:
                    self._feed(function, coming, waiting)
                    if not self._busy:
                        return
                    yield from self._finished(waiting)
            finally:
                while self._busy:  # only where whoever iterates has stopped early
                    self._busy.popitem()[0].end(Failed("crashed"))

    def _feed(self, function: Callable[[I], T], coming: Iterator[I], waiting: selectors.BaseSelector) -> None:
        while len(self._busy) < self._jobs:
            try:
                item = next(coming)
            except StopIteration:
                return
            worker = self._idle.pop() if self._idle else Worker(self._limits, self._preload)
            self._busy[worker] = item
            worker.give(function, (item,))
            waiting.register(worker.line, selectors.EVENT_READ, worker)

    def _finished(self, waiting: selectors.BaseSelector) -> Iterator[tuple[Any, Any]]:
        waiting.select(min(worker.left for worker in self._busy))
        for worker in list(self._busy):
            number = worker.line.fileno()
            if found := worker.step():
                waiting.unregister(number)
                item = self._busy.pop(worker)
                self._back(worker)
                yield item, found[0]

    def _back(self, worker: Worker) -> None:
        """A child that is alive and not yet old goes back to the idle ones."""
        if worker.alive and worker.items < ITEMS:
            self._idle.append(worker)
        elif worker.alive:
            worker.close()
