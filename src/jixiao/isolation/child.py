"""What a guarded child does: builds its walls, then works on one item after the other until nobody sends any."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from importlib import import_module
from typing import Any

from jixiao.isolation import telling, walls, wire
from jixiao.isolation.limits import Limits

Work = tuple[Callable[..., Any], tuple[Any, ...]]


def serve(line: socket.socket, limits: Limits, folder: str, preload: tuple[str, ...], first: Work | None) -> None:
    """The life of a child: ``first`` where there is such, then whatever the line brings; it ends with the line."""
    walls.belong()
    for name in preload:
        import_module(name)
    walls.build(limits, folder, line.fileno())
    telling.hear(lambda done, total: _told(line, limits, done, total))
    try:
        wire.send(line, wire.READY)
        if first is not None:
            _do(line, limits, lambda: first)
        while first is None:
            body = wire.receive(line)[1]
            _do(line, limits, lambda: wire.trusted(body))  # noqa: B023 - called at once
    except (EOFError, OSError):
        pass  # the parent is gone or has closed the line
    os._exit(0)  # nothing of the parent's own ending (buffers, handlers) may run a second time here


def _told(line: socket.socket, limits: Limits, done: int, total: int) -> None:
    walls.renew(limits)
    wire.send(line, wire.TOLD, wire.STEP.pack(done, total))


def _do(line: socket.socket, limits: Limits, work: Callable[[], Work]) -> None:
    walls.renew(limits)
    try:
        function, args = work()
        kind, body = wire.RESULT, wire.packed(function(*args))
    except MemoryError:
        kind, body = wire.MEMORY, b""
    except BaseException as error:  # noqa: BLE001 - also SystemExit: whatever the function does, the parent hears of it
        kind, body = wire.RAISED, wire.where(error).encode()
    wire.send(line, kind, body)
