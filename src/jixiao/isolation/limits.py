"""Limits (限度): how much a guarded child may take. All figures are our own choice, not a rule of the law."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item of work may take in a guarded child.

    ``memory`` counts bytes of address space above what the child has when it starts. ``seconds`` is time on the clock and
    ``cpu`` time of the processor, each since the item began or since the last sign of progress (``tell``): a scan of
    three hundred pages may take as long as it takes, a page that hangs may not.
    """

    memory: int = 1 << 30
    seconds: float = 30.0
    cpu: int = 20


ON_PICTURES = Limits(memory=3 << 30, seconds=60.0, cpu=90)  # words read off pictures: each page tells of its progress

FILES = 64  # open at one time
PROCESSES = 64  # and threads, where the child has a user namespace of its own, so that only its own count
ITEMS = 500  # that one worker of a crew does before a fresh one takes its place: what libraries leak does not add up
AHEAD = 2  # items that a worker of a crew has at a time: one in work and one to go on with
RESULT_BYTES = 512 << 20  # of one result
STEPS = 10_000  # of progress at most: no item lives for ever by telling of ever more steps
CLOSING = 1.0  # seconds that a worker has to end by itself
