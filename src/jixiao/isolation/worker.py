"""One guarded child as its starter sees it: give it work, hear what it says, and end it when its time is over."""

from __future__ import annotations

import contextlib
import multiprocessing
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from jixiao.isolation import wire
from jixiao.isolation.child import Work, serve
from jixiao.isolation.failed import Failed
from jixiao.isolation.limits import CLOSING, RESULT_BYTES, STEPS, Limits
from jixiao.isolation.telling import Tell

_PIECE = 1 << 18


class Worker:
    """A child and the line to it. Every end of it, good or bad, comes out of ``step`` as a result or a ``Failed``."""

    def __init__(self, limits: Limits, preload: tuple[str, ...] = (), first: Work | None = None) -> None:
        self.limits, self.items, self.alive = limits, int(first is not None), True
        self._folder = tempfile.mkdtemp(prefix="jixiao-")
        self.line, theirs = socket.socketpair()
        method = start_method()
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload([serve.__module__, *preload])  # loaded once, by the server, for all children
        args = (theirs, limits, self._folder, preload, first)
        self._held, self._waiting = bytearray(), int(first is not None)
        self._process: Any = context.Process(target=serve, args=args, daemon=True)  # type: ignore[attr-defined]
        self._begin()
        try:
            with _no_program() if method != "fork" else contextlib.nullcontext():
                self._process.start()
        except BaseException:
            self._sweep()
            raise
        finally:
            theirs.close()
        self.line.settimeout(0)

    def give(self, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        """Sends an item of work; a child that is gone is found out by the next ``step``.

        An item may be sent while another is in work: the child goes on to it at once, and its time begins then.
        """
        body = wire.packed((function, args))
        self.items += 1
        self._waiting += 1
        if self._waiting == 1:
            self._begin()
        self.line.settimeout(self.limits.seconds)
        with contextlib.suppress(OSError):
            wire.send(self.line, wire.WORK, body)
        self.line.settimeout(0)

    @property
    def left(self) -> float:
        """Seconds until the time of the item is over."""
        return max(0.0, self._until - time.monotonic())

    def step(self, tell: Tell | None = None) -> list[Any]:
        """Takes in what has come: [] while nothing is finished, else what became of each finished item, in turn.

        After a ``Failed`` other than ``raised`` the child is gone.
        """
        if not self.left:
            return [self.end(Failed("timed_out", f"{self.limits.seconds:g} s"))]
        try:
            piece = self.line.recv(_PIECE)
        except BlockingIOError:
            return []
        except OSError:
            piece = b""
        if not piece:
            return [self._gone()]
        self._held += piece
        return self._messages(tell)

    def end(self, verdict: Failed) -> Failed:
        """Ends the child at once, and says the verdict again."""
        if self.alive:
            self._process.kill()
            self._sweep()
        return verdict

    def close(self) -> None:
        """Lets an idle child end by itself; one that does not is ended."""
        if not self.alive:
            return
        self.line.close()
        self._process.join(CLOSING)
        self._process.kill()
        self._sweep()

    def _begin(self) -> None:
        self._until = time.monotonic() + self.limits.seconds
        self._done = 0

    def _messages(self, tell: Tell | None) -> list[Any]:
        found: list[Any] = []
        while self.alive and len(self._held) >= wire.HEAD.size:
            kind, length = wire.HEAD.unpack_from(self._held)
            if length > RESULT_BYTES:
                return [*found, self.end(Failed("memory", f"result of {length} bytes"))]
            end = wire.HEAD.size + length
            if len(self._held) < end:
                break
            body = bytes(self._held[wire.HEAD.size : end])
            del self._held[:end]
            if kind in {wire.RESULT, wire.RAISED, wire.MEMORY}:
                found.append(self._verdict(kind, body))
                self._waiting -= 1
                self._begin()
            elif kind == wire.TOLD:
                self._told(body, tell)
        return found

    def _verdict(self, kind: bytes, body: bytes) -> Any:  # noqa: ANN401 - whatever the function returned
        if kind == wire.RAISED:
            return Failed("raised", body.decode("utf-8", "replace"))
        if kind == wire.MEMORY:
            return self.end(Failed("memory", f"{self.limits.memory >> 20} MiB"))
        try:
            return wire.unpacked(body)
        except Exception as error:  # noqa: BLE001 - a child in a hostile file's hands may send anything
            return self.end(Failed("crashed", f"result: {type(error).__name__}"))

    def _told(self, body: bytes, tell: Tell | None) -> None:
        if len(body) != wire.STEP.size:
            return
        done, total = wire.STEP.unpack(body)
        if self._done < done <= total <= STEPS:
            self._done, self._until = done, time.monotonic() + self.limits.seconds
        if tell is not None:
            tell(done, total)

    def _gone(self) -> Failed:
        self._process.join(CLOSING)
        self._process.kill()
        code = self._sweep()
        name = signal.Signals(-code).name if code < 0 else f"exit {code}"
        return (
            Failed("timed_out", f"{self.limits.cpu} s of processor") if name == "SIGXCPU" else Failed("crashed", name)
        )

    def _sweep(self) -> int:
        self.alive = False
        self.line.close()
        code = 0
        if self._process.pid is not None:  # else it never started
            self._process.join()
            code = int(self._process.exitcode or 0)
            self._process.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        return code


@contextlib.contextmanager
def _no_program() -> Iterator[None]:
    """A child has no use for the program that starts it; one that comes from a server would run it a second time."""
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program


def start_method() -> str:
    """How a child is started: by fork while this process has one thread, else from a server that has one, else anew.

    A fork beside other threads may hold their locks for ever (PDFium, onnxruntime, numpy bring threads); with a single
    thread it is safe and costs a few milliseconds.
    """
    if not wire.platform_is("linux"):
        return "spawn"
    return "fork" if len(list(Path("/proc/self/task").iterdir())) == 1 else "forkserver"


def forks_safely() -> bool:
    """Whether a child may be a copy of this process as it stands."""
    return start_method() == "fork"
