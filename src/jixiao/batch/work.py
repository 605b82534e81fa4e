"""Task and Done (派工、交工): what goes to a worker and what comes back, and how the one is made of the other."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from jixiao.batch.auditing import NotKept, audit_and_keep, unread_result
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.result import Result, Verdict
from jixiao.isolation import Failed
from jixiao.readers.notes import PICTURES, note

LINE_BYTES = 64 << 20  # of one result; our own choice
_FAST = 1  # zlib's level: a result is read once more at most, the worker's time is what counts
_VERDICTS: dict[str, Verdict] = {
    "timed_out": "timed_out",
    "memory": "crashed",
    "crashed": "crashed",
    "raised": "internal",
}


@dataclass(frozen=True, slots=True)
class Task:
    """A report that is due, under the key of its contents; ``held`` are its files with their hashes, where known."""

    item: Item
    job: Job
    key: bytes
    held: tuple[tuple[str, str], ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A report that is done: its line, deflated by the worker, and whether words on pictures were left out.

    ``kept`` is what is to be added to the kept reports; ``unkept``: there is no result, for nothing is kept of it.
    """

    verdict: Verdict
    packed: bytes
    pictures: bool = False
    kept: bytes = b""
    unkept: bool = False


def work(task: Task) -> Done:
    """Audits a report; this runs in the worker."""
    try:
        return done(*audit_and_keep(task.item, task.job, task.held))
    except NotKept:
        return Done("refused", b"", unkept=True)


def done(result: Result, kept: bytes = b"") -> Done:
    """A result on its way to the journal."""
    left_out = any(one["code"] in PICTURES for one in result.audit["unread"])
    return Done(result.verdict, zlib.compress(result.line(), _FAST), left_out, kept)


def lost(task: Task, failed: Failed) -> Done:
    """What is said of a report whose worker came back without a result."""
    verdict = _VERDICTS[failed.kind]
    reason = (
        failed.kind if failed.kind == "memory" else failed.detail.partition(" ")[0] if verdict == "internal" else ""
    )
    return done(unread_result(task.item, task.job, verdict, note(failed.kind), reason, task.held))


def line_of(packed: bytes) -> bytes:
    """The line in what a worker has sent; ValueError where it is none, for a worker may have been in a file's hands."""
    try:
        inflate = zlib.decompressobj()
        line = inflate.decompress(packed, LINE_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof or not line.endswith(b"\n"):
        raise ValueError("no line")
    return line
