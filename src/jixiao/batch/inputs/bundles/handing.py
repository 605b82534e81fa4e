"""What the guarded child does with a bundle: unpacks it, and hands over some parts at a time."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice

from jixiao.batch.inputs import limits
from jixiao.batch.inputs.bundles import rars
from jixiao.batch.inputs.bundles.part import Handed, Part, Refused

_open: dict[
    str, tuple[int, Iterator[Part]]
] = {}  # of the one bundle that this child is at: the next entry, and how it goes on


def hand(task: tuple[str, str, int, bool]) -> Handed:
    """The parts of a bundle from an entry on, as many as are handed over at a time, or a single one."""
    kind, path, start, single = task
    held: list[Part] = []
    size = 0
    try:
        coming = _coming(kind, path, start)
        for part in coming:
            held.append(part)
            size += len(part.data)
            if single or size >= limits.PIECE_BYTES:
                _open[path] = (start + len(held), coming)
                return Handed(tuple(held), last=False)
    except Refused as refused:
        return Handed(tuple(held), last=True, code=refused.code)
    return Handed(tuple(held), last=True)


def listed(path: str) -> tuple[rars.Entry, ...] | str:
    """The directory of a rar, or the code for which it is refused."""
    try:
        return rars.entries(path)
    except Refused as refused:
        return refused.code


def _coming(kind: str, path: str, start: int) -> Iterator[Part]:
    at, coming = _open.pop(path, (0, iter(())))
    if start and at == start:
        return coming
    while len(_open) > limits.DEPTH:  # those that were given up
        _open.pop(next(iter(_open)))
    module = import_module(
        f"jixiao.batch.inputs.bundles.{kind}s" if kind != "7z" else "jixiao.batch.inputs.bundles.sevens"
    )
    return islice(module.parts(path), start, None)
