"""What a guarded child makes of a hostile file, measured by the child itself."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from pathlib import Path

from jixiao import pipeline, readers
from jixiao.isolation import walls

BASE: list[int] = []  # what this process held before its first file


def judge_one(item: tuple[str, bytes]) -> dict:
    """The same for an item of a crew."""
    return judge(item[1], item[0])


def judge_all(what: str) -> dict:
    """What no file does: to see that it would be noticed."""
    if what == "take memory":
        held = [bytearray(32 << 20) for _ in range(100)]
        return {"held": len(held)}
    for attempt in (lambda: Path("x").write_text("x"), lambda: socket.socket().connect(("127.0.0.1", 9))):
        with suppress(OSError):
            attempt()
    return {"refused": walls.refused()}


def judge(data: bytes, name: str) -> dict:
    """The file read and audited, with the time and the memory it took and what it tried."""
    if not BASE:
        BASE.append(_resident("VmRSS"))
    base, begun = BASE[0], time.monotonic()
    document = readers.read_bytes(data, name)
    read = time.monotonic() - begun
    audit = pipeline.audit_document(document)
    return {
        "format": document.format,
        "codes": [one.code for one in document.unread],
        "said": [(one.message, one.message_en) for one in document.unread],
        "readable": document.readable,
        "words": sum(len(one.plain) for one in document.words),
        "text": document.plain[:2000],
        "findings": len(audit.findings),
        "read": read,
        "seconds": time.monotonic() - begun,
        "memory": (_resident("VmHWM") - base) >> 10,
        "refused": walls.refused(),
        "left": [path.name for path in Path().iterdir()],
    }


def _resident(field: str) -> int:
    with Path("/proc/self/status").open(encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(field + ":"))
