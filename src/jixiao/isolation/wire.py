"""What goes between a child and whoever started it: messages of a kind, a length and bytes; results made of harmless parts only."""

from __future__ import annotations

import io
import pickle
import socket
import struct
import sys
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

HEAD = struct.Struct(">cQ")
STEP = struct.Struct(">QQ")
WORK, RESULT, RAISED, MEMORY, TOLD, READY = b"w", b"r", b"e", b"m", b"t", b"i"
_HARMLESS = {
    "builtins": {"bytearray", "complex", "frozenset", "range", "set", "slice"},
    "collections": {"Counter", "OrderedDict", "deque"},
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "decimal": {"Decimal"},
    "fractions": {"Fraction"},
}


class Unwelcome(Exception):  # noqa: N818 - said of the result, not of a mistake
    """A result that holds what no result of ours holds."""


class _Harmless(pickle.Unpickler):
    """Makes our own nouns and plain values, and nothing that does anything when it is made.

    A child that reads a hostile file may be in that file's hands: what it sends must not run here.
    """

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's signature
        """The class of a name, where it is one that only holds values."""
        if name in _HARMLESS.get(module, ()) or (module.startswith("jixiao.") and "." not in name):
            found = super().find_class(module, name)
            if not module.startswith("jixiao.") or _holds_values(found, module):
                return found
        raise Unwelcome(f"{module}.{name}")


def _holds_values(found: object, module: str) -> bool:
    plain = is_dataclass(found) or (isinstance(found, type) and issubclass(found, Enum | tuple))
    return isinstance(found, type) and plain and found.__module__ == module


def packed(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 - whatever the function returned
    """The value in bytes that a child sent; raises whatever strange bytes provoke, all of it an ``Exception``."""
    return _Harmless(io.BytesIO(data)).load()


def trusted(data: bytes) -> Any:  # noqa: ANN401 - a function and its arguments
    """The value in bytes that the starter of this child sent."""
    return pickle.loads(data)  # noqa: S301 - it comes from the process that started this one


def send(to: socket.socket, kind: bytes, body: bytes = b"") -> None:
    """Sends one message, however long it takes."""
    to.sendall(HEAD.pack(kind, len(body)))
    to.sendall(body)


def receive(by: socket.socket) -> tuple[bytes, bytes]:
    """Waits for one message; raises EOFError where the other side is gone."""
    kind, length = HEAD.unpack(_exactly(by, HEAD.size))
    return kind, _exactly(by, length)


def _exactly(by: socket.socket, length: int) -> bytes:
    held = bytearray()
    while len(held) < length:
        piece = by.recv(min(1 << 20, length - len(held)))
        if not piece:
            raise EOFError
        held += piece
    return bytes(held)


def where(error: BaseException) -> str:
    """An exception as one line: its name, and the last line of our own code that it came through."""
    place, trace = "", error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("jixiao."):
            place = f" in {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + place


def platform_is(*names: str) -> bool:
    """Whether this is one of these systems, as ``sys.platform`` calls them."""
    return sys.platform.startswith(names)
