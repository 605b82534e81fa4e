"""``call``: one function on one input in a child that is used once."""

from __future__ import annotations

import selectors
from collections.abc import Callable
from typing import Any, TypeVar

from jixiao.isolation.failed import Failed
from jixiao.isolation.limits import Limits
from jixiao.isolation.telling import Tell
from jixiao.isolation.worker import Worker

T = TypeVar("T")


def call(function: Callable[..., T], *args: Any, limits: Limits | None = None, tell: Tell | None = None) -> T | Failed:  # noqa: ANN401
    """What ``function(*args)`` returns, worked out in a guarded child of its own, or why there is nothing.

    ``tell`` hears the progress that the function tells of. Function, arguments and result must be such that can be pickled;
    a result is made of plain values and our own nouns.
    """
    worker = Worker(limits or Limits(), (function.__module__,), (function, args))
    try:
        with selectors.DefaultSelector() as waiting:
            waiting.register(worker.line, selectors.EVENT_READ)
            while True:
                waiting.select(worker.left)
                if found := worker.step(tell):
                    return found[0]  # type: ignore[no-any-return]
    finally:
        worker.end(Failed("crashed"))
