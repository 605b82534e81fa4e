"""What hostile files cost, family by family, and what it costs to read a good one in a guarded child.

Usage: python -m benchmarks.hostile [--rounds N]
The files are those of tests/hostile; each family is judged in one guarded child (read and audited). The cost of the child is
a ratio in one run: the same report read in this process and in a child, interleaved.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from jixiao import isolation, readers
from tests.hostile.test_hostile import FAMILIES, judged

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "junshan-2023" / "report.docx"


def cost(rounds: int) -> tuple[float, float]:
    """Milliseconds to read the sample here and in a child, as medians."""
    data = SAMPLE.read_bytes()
    here, there = [], []
    for _ in range(rounds):
        begun = time.perf_counter()
        readers.read_bytes(data, SAMPLE.name)
        here.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        isolation.call(readers.read_bytes, data, SAMPLE.name)
        there.append(time.perf_counter() - begun)
    return statistics.median(here) * 1000, statistics.median(there) * 1000


def main() -> None:
    """Prints both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=30)
    here, there = cost(options.parse_args().rounds)
    print(f"a Word report: {here:.1f} ms here, {there:.1f} ms in a child: {there - here:.1f} ms more")
    print(
        f"{'family':10} {'files':>5} {'read':>5} {'refused':>7} {'lost':>4} {'median s':>8} {'slowest s':>9} {'peak MiB':>8}"
    )
    for family in FAMILIES:
        found = [verdict for verdict, _ in judged(family).values()]
        told = [one for one in found if isinstance(one, dict)]
        seconds = [one["seconds"] for one in told]
        read = sum(one["readable"] for one in told)
        print(
            f"{family:10} {len(found):5} {read:5} {len(told) - read:7} {len(found) - len(told):4} "
            f"{statistics.median(seconds):8.2f} {max(seconds):9.2f} {max(one['memory'] for one in told):8}"
        )


if __name__ == "__main__":
    main()
