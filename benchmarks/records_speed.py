"""Indicators of 办件 out of 50 million records: beside the best query by hand, pandas, and Spark on the same machine.

Usage: python -m benchmarks.records_speed [--rows 50000000] [--rounds 3] [--folder DIR] [--quick] [--no-spark]
All indicators of 办件 by unit and month (120 units, 14 months). Every run is a process of its own; each way counts the
same cells, or it is said. What is timed begins with opening the files and ends with the cells in Python.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.records import made
from benchmarks.records.measured import Measured, measured

_MOST_OF_HAND, _LEAST_OF_PANDAS, _MOST_MEGABYTES = 1.3, 10, 2000
_FITS = 10_000_000  # rows that pandas counts within some gigabytes
_MILLION = 1_000_000
_CLUSTER = (
    "A cluster reads the same Parquet with as many cores as it has: the one scan of the cases is split by row groups, and",
    "what is exchanged are the groups (units x months), not the cases. Below what one machine scans it only adds its start.",
)


def growth(rows: int) -> list[int]:
    """A fiftieth of the rows, a fifth, all, and twice as many: 1, 10, 50 and 100 million."""
    return [max(rows // 50, 1), max(rows // 5, 1), rows, 2 * rows]


class Bench:
    """What was measured, and which claims do not hold."""

    def __init__(self, folder: Path, rows: int, rounds: int, *, spark: bool) -> None:
        self.folder, self.rows, self.rounds, self.spark = folder, rows, rounds, spark
        self.failed: list[str] = []

    def report(self) -> Iterator[str]:
        """The table, line by line as it comes."""
        steps = growth(self.rows)
        for rows in steps:
            files = made.cases(rows, self.folder)
            yield f"{rows:>13,} cases in {files['cases'].stat().st_size / 2**20:,.0f} MiB of Parquet"
        yield from self._by_hand()
        yield from self._growth(steps)
        yield from self._pandas(min(self.rows, _FITS))
        if self.spark:
            yield from self._spark()
        yield from (f"✗ {line}" for line in self.failed)

    def _by_hand(self) -> Iterator[str]:
        ours, hand = self._in_turns(["engine", "hand"], self.rows)
        ratio = ours.seconds / hand.seconds
        yield _line("jixiao", self.rows, ours)
        yield _line("DuckDB by hand", self.rows, hand)
        yield self._claim("jixiao ÷ by hand", ratio, f"≤ {_MOST_OF_HAND}", holds=ratio <= _MOST_OF_HAND)
        yield self._claim(
            "peak memory, MB", ours.megabytes, f"< {_MOST_MEGABYTES}", holds=ours.megabytes < _MOST_MEGABYTES
        )

    def _growth(self, steps: Sequence[int]) -> Iterator[str]:
        found = [(rows, self._in_turns(["engine"], rows)[0]) for rows in steps]
        for rows, ours in found:
            yield f"{_line('jixiao', rows, ours)}   {1000 * ours.seconds / rows * _MILLION:7.1f} ms a million"
        (fewest, least), (most, largest) = found[0], found[-1]
        ratio = (largest.seconds / least.seconds) / (most / fewest)
        yield self._claim(f"growth of seconds ÷ growth of rows ({fewest:,} → {most:,})", ratio, "≤ 1", holds=ratio <= 1)

    def _pandas(self, rows: int) -> Iterator[str]:
        if rows not in growth(self.rows):
            made.cases(rows, self.folder)
        ours, pandas = self._in_turns(["engine", "pandas"], rows)
        yield _line("jixiao", rows, ours)
        yield _line("pandas", rows, pandas)
        ratio = pandas.seconds / ours.seconds
        yield self._claim("pandas ÷ jixiao", ratio, f"≥ {_LEAST_OF_PANDAS}", holds=ratio >= _LEAST_OF_PANDAS)

    def _spark(self) -> Iterator[str]:
        ours, spark = self._in_turns(["engine", "spark"], self.rows, rounds=1)
        yield _line("Spark local[*]", self.rows, spark)
        yield f"{'Spark ÷ jixiao':<60} {spark.seconds / ours.seconds:8.2f}"
        yield from _CLUSTER

    def _in_turns(self, ways: Sequence[str], rows: int, rounds: int = 0) -> list[Measured]:
        """The median run of each way, which all count the same."""
        runs: dict[str, list[Measured]] = {way: [] for way in ways}
        for _ in range(rounds or self.rounds):
            for way in ways:
                runs[way].append(measured(way, self.folder, rows))
        if len({run.digest for found in runs.values() for run in found}) > 1:
            self.failed.append(f"{' and '.join(ways)} do not count the same over {rows:,} cases")
        return [_median(runs[way]) for way in ways]

    def _claim(self, name: str, value: float, bound: str, *, holds: bool) -> str:
        line = f"{name:<60} {value:8.2f}   {bound}"
        if not holds:
            self.failed.append(line)
        return f"{line}   {'✓' if holds else '✗'}"


def _median(runs: list[Measured]) -> Measured:
    """The run in the middle by seconds, with the most memory of any."""
    middle = sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]
    return Measured(middle.seconds, max(run.megabytes for run in runs), middle.cells, middle.digest)


def _line(name: str, rows: int, found: Measured) -> str:
    return f"{name:<20} {rows:>13,} cases {found.seconds:9.2f} s {found.megabytes:8.0f} MB {found.cells:8,} cells"


def main() -> None:
    """Prints the table; exit code 1 when a claim does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50 * _MILLION)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where the Parquet files are kept (3.5 GB for 50 million)")
    parser.add_argument("--quick", action="store_true", help="2 million cases, one round")
    parser.add_argument("--no-spark", action="store_true")
    given = parser.parse_args()
    rows, rounds = (2 * _MILLION, 1) if given.quick else (given.rows, given.rounds)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(folder, rows, rounds, spark=not given.no_spark)
        for line in bench.report():
            print(line, flush=True)
    sys.exit(bool(bench.failed))


if __name__ == "__main__":
    main()
