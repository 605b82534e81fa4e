"""One way of counting in a process of its own: seconds without the start, the most memory it held, and what it counted.

Usage: python -m benchmarks.records.measured {engine,hand,pandas,spark} FOLDER ROWS   (prints one line of JSON)
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.records import by_hand, in_pandas, made
from benchmarks.records.by_hand import Cells
from jixiao.records import spark

_CODES = tuple(f"CS{number:02d}" for number in range(1, 15))
_INDICATORS = Path(spark.__file__).parent / "indicators" / "cases"
_HIGH_WATER = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(frozen=True)
class Measured:
    """Seconds, megabytes at most, and a digest of all cells."""

    seconds: float
    megabytes: float
    cells: int
    digest: str


def measured(way: str, folder: Path, rows: int) -> Measured:
    """One run of this way in a new process."""
    words = [sys.executable, "-m", "benchmarks.records.measured", way, str(folder), str(rows)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{way}: {done.stderr[-2000:]}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """The one run."""
    way, folder, rows = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    files = made.files(rows, folder)
    counting = _WAYS[way](files)
    begun = time.perf_counter()
    cells = counting()
    seconds = time.perf_counter() - begun
    lines = sorted(
        f"{key} {above.normalize():f} {below.normalize():f} {count}" for key, (above, below, count) in cells.items()
    )
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    print(json.dumps({"seconds": seconds, "megabytes": _high_water(), "cells": len(cells), "digest": digest}))


def _engine(files: dict[str, Path]) -> Callable[[], Cells]:
    engine: Any = import_module("jixiao.records.engine")
    return lambda: _cells(engine.spread(files, made.START, made.END, _CODES))


def _spark(files: dict[str, Path]) -> Callable[[], Cells]:
    session = spark.session("local[*]")
    session.range(1).count()  # what a session takes to wake is no part of the query
    own = spark.attached(session, files, {}, {})
    queries = {path.name.split("_")[0]: path.read_text("utf-8") for path in sorted(_INDICATORS.glob("CS*.sql"))}
    return lambda: _cells(spark.sums(own, queries, made.START, made.END, spread=True))


def _cells(found: Iterable[Any]) -> Cells:
    return {(one.code, one.unit or "", one.month): (one.numerator, one.denominator, one.rows) for one in found}


_WAYS: dict[str, Callable[[dict[str, Path]], Callable[[], Cells]]] = {
    "engine": _engine,
    "spark": _spark,
    "hand": lambda files: lambda: by_hand.cells(files, made.START, made.END),
    "pandas": lambda files: lambda: in_pandas.cells(files, made.START, made.END),
}


def _high_water() -> float:
    """Megabytes of memory that this process held at most, and its Java with it."""
    total = 0
    for status in [Path("/proc/self/status"), *_children()]:
        found = _HIGH_WATER.search(status.read_text())
        total += int(found[1]) if found else 0
    return total / 1024


def _children() -> list[Path]:
    ours = Path(f"/proc/self/task/{Path('/proc/self').resolve().name}/children").read_text().split()
    return [Path(f"/proc/{child}/status") for child in ours]


if __name__ == "__main__":
    main()
