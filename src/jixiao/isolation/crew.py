"""Crew (班组): long-lived guarded children that share the items of a batch; a bad item costs only itself."""

from __future__ import annotations

import selectors
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from types import TracebackType
from typing import Any, Self, TypeVar

from jixiao.isolation.failed import Failed
from jixiao.isolation.limits import AHEAD, ITEMS, Limits
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
        self._busy: dict[Worker, deque[Any]] = {}  # with the items that each has: the first in work, the others next

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

    def map(
        self, function: Callable[[I], T], items: Iterable[I], tell: Callable[[I, int, int], None] | None = None
    ) -> Iterator[tuple[I, T | Failed]]:
        """Each item with what the function makes of it, in the order of completion.

        Items are taken from ``items`` only when a child is about to be free, and no result is kept: memory does not grow
        with their number. ``tell`` hears how far an item has come that tells of its steps.
        """
        coming = iter(items)
        again: deque[I] = deque()  # items that waited for a child that died of another
        with selectors.DefaultSelector() as waiting:
            try:
                while True:
                    self._feed(function, chain(_taken(again), coming), waiting)
                    if not self._busy:
                        return
                    yield from self._finished(waiting, again, tell)
            finally:
                while self._busy:  # only where whoever iterates has stopped early
                    self._busy.popitem()[0].end(Failed("crashed"))

    def _feed(self, function: Callable[[I], T], coming: Iterator[I], waiting: selectors.BaseSelector) -> None:
        for ahead in range(1, AHEAD + 1):  # everybody has one before anybody has two
            for worker in [one for one, items in self._busy.items() if len(items) < ahead and one.items < ITEMS]:
                if not self._hand(worker, function, coming):
                    return
            while len(self._busy) < self._jobs:
                if not self._idle:
                    self._idle.append(Worker(self._limits, self._preload))
                if not self._hand(self._idle[-1], function, coming):
                    return
                waiting.register(self._idle.pop().line, selectors.EVENT_READ)

    def _hand(self, worker: Worker, function: Callable[[I], T], coming: Iterator[I]) -> bool:
        for item in coming:
            worker.give(function, (item,))
            self._busy.setdefault(worker, deque()).append(item)
            return True
        return False

    def _finished(
        self, waiting: selectors.BaseSelector, again: deque[Any], tell: Callable[[Any, int, int], None] | None
    ) -> Iterator[tuple[Any, Any]]:
        waiting.select(min(worker.left for worker in self._busy))
        ended: list[tuple[Any, Any]] = []
        for worker, items in list(self._busy.items()):
            line = worker.line.fileno()
            hear = (
                partial(tell, items[0]) if tell else None
            )  # a step behind a result may be taken for its own: it is only shown
            ended += [(items.popleft(), result) for result in worker.step(hear)]
            if not items or not worker.alive:
                waiting.unregister(line)
                again.extend(self._busy.pop(worker))
                self._back(worker)
        yield from ended

    def _back(self, worker: Worker) -> None:
        """A child that is alive and not yet old goes back to the idle ones."""
        if worker.alive and worker.items < ITEMS:
            self._idle.append(worker)
        else:
            worker.close()


def _taken(items: deque[I]) -> Iterator[I]:
    while items:
        yield items.popleft()
