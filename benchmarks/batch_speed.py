"""Many Word files: what a second process brings, what the parent costs, and whether memory stays flat.

Usage: python -m benchmarks.batch_speed [--count 100000] [--some 600] [--rounds 3] [--folder DIR]
Every file is another one: the figures of a report of 9 tables and 12 pages are changed, so that no two have the same
contents. First some of them are audited with one process and with two, in turns; then all of them with two, while the
memory of the parent and of the workers is looked at. What is timed is the whole command, results as JSON lines and Parquet.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generator.large import large
from benchmarks.generator.word import word

_BODY = "word/document.xml"
_FIGURE = re.compile(rb"(?<![\d.])\d{2,6}\.\d{1,4}(?![\d.])")
_CHANGED = 12  # figures of each report that are changed
_FOLDER = 1000  # files of one folder
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PAUSE = 0.2  # seconds between two looks
_PARTS = 5
_KINDS = "jsonl,parquet"


def write(count: int, folder: Path) -> None:
    """So many reports as files, no two of the same figures."""
    with zipfile.ZipFile(io.BytesIO(word(large(1)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    pieces = _pieces(parts.pop(_BODY))
    for number in range(count):
        path = folder / f"{number // _FOLDER:03d}" / f"{number:06d}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
            for name, data in parts.items():
                file.writestr(name, data)
            file.writestr(_BODY, b"".join(_changed(pieces, number)))


def _pieces(body: bytes) -> list[tuple[bytes, bool]]:
    """The text in pieces, with whether each is a figure that is to be changed wherever it stands."""
    figures = list(dict.fromkeys(_FIGURE.findall(body)))[:_CHANGED]
    cut = re.split(b"(" + b"|".join(map(re.escape, figures)) + b")", body)
    return [(piece, piece in figures) for piece in cut]


def _changed(pieces: list[tuple[bytes, bool]], number: int) -> Iterator[bytes]:
    """The last digit of each figure changed, the same wherever it stands."""
    figures = list(dict.fromkeys(piece for piece, changes in pieces if changes))
    digits = f"{number:0{len(figures)}d}"[-len(figures) :].encode()
    new = {figure: figure[:-1] + bytes([digit]) for figure, digit in zip(figures, digits, strict=True)}
    return (new[piece] if changes else piece for piece, changes in pieces)


class Run:
    """One ``jixiao audit --out`` in a process of its own, looked at from outside as it goes."""

    def __init__(self, given: Path, results: Path, jobs: int) -> None:
        self.looks: list[tuple[float, float, float]] = []  # seconds, megabytes of the parent, of the largest worker
        self.parent = self.beside = self.workers = (
            0.0  # seconds of processor: of the parent, while workers work, of these
        )
        words = ("audit", str(given), "--out", str(results), "--jobs", str(jobs), "--outputs", _KINDS, "--resume")
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "jixiao.cli", *words, "--no-progress"], stdout=subprocess.DEVNULL
        ) as process:
            while process.poll() is None:
                self._look(process.pid, time.perf_counter() - begun)
                time.sleep(_PAUSE)
        self.code, self.seconds = process.returncode, time.perf_counter() - begun
        self.said = json.loads((results / "run.json").read_text("utf-8"))

    def _look(self, pid: int, seconds: float) -> None:
        try:
            workers = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
            mine, ended = _processor(pid)
            self.parent, self.workers = mine, max(self.workers, ended + sum(_processor(one)[0] for one in workers))
            self.beside = mine if workers else self.beside
            self.looks.append((seconds, _memory(pid), max(map(_memory, workers), default=0.0)))
        except (OSError, IndexError):
            return  # it has just ended

    @property
    def gain(self) -> float:
        """What a second free core brings by the processor time used: the end of a run is the parent's alone."""
        alone = self.parent - self.beside
        return (alone + self.workers) / (alone + (self.workers + self.beside) / 2)


def _processor(pid: int) -> tuple[float, float]:
    """Seconds of processor that a process has used, and those of its children that have ended."""
    used = [int(one) for one in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]]
    tick = os.sysconf("SC_CLK_TCK")
    return (used[0] + used[1]) / tick, (used[2] + used[3]) / tick


def _memory(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / (1 << 20)
    except (OSError, IndexError):
        return 0.0


def turns(given: Path, results: Path, rounds: int) -> Iterator[str]:
    """One process and two, in turns; the fastest of each counts, for whatever else the machine does only slows."""
    found: dict[int, list[Run]] = {1: [], 2: []}
    for number in range(rounds):
        for jobs, runs in found.items():
            runs.append(Run(given, results / f"{number}-{jobs}", jobs))
    best = {jobs: min(runs, key=lambda one: one.seconds) for jobs, runs in found.items()}
    many = best[1].said["reports"]["read"]
    yield f"{many} Word files of 12 pages, the fastest of {rounds} rounds in turns (load {os.getloadavg()[0]:.1f})"
    for jobs, one in best.items():
        yield (
            f"  {jobs} process{'es' * (jobs > 1):2}  {many / one.seconds:6.1f} files/s   processor a file: "
            f"workers {one.workers / many * 1000:5.2f} ms, parent {one.parent / many * 1000:5.2f} ms"
        )
    yield f"  2 ÷ 1 processes, whole command  {best[1].seconds / best[2].seconds:6.2f} ×"
    yield f"  2 ÷ 1 processes, auditing alone {_texts(best[1]) / _texts(best[2]):6.2f} ×"
    yield f"  the same by processor time, as on two cores that do nothing else {best[2].gain:6.2f} ×"


def _texts(one: Run) -> float:
    return float(one.said["seconds"]["texts"])


def flat(given: Path, results: Path, count: int) -> Iterator[str]:
    """All of them with two processes, then once more with nothing to do."""
    whole = Run(given, results, 2)
    reports = whole.said["reports"]
    yield f"{count} files, {reports['read']} read, {reports['same_contents']} of the same contents"
    yield f"  2 processes   {count / whole.seconds:.1f} files/s, {whole.seconds:.0f} s"
    texts = [look for look in whole.looks if look[2]]
    for part in range(1, _PARTS + 1):
        span = texts[len(texts) * (part - 1) // _PARTS : len(texts) * part // _PARTS]
        parent, largest = (max(look[which] for look in span) for which in (1, 2))
        yield f"  part {part} of {_PARTS}   largest worker {largest:6.1f} MiB   parent {parent:6.1f} MiB"
    first, last = (max(look[2] for look in half) for half in (texts[: len(texts) // 2], texts[len(texts) // 2 :]))
    yield f"  largest worker, second half ÷ first {last / first:.2f}"
    yield f"  parent at most, results written     {max(look[1] for look in whole.looks):.1f} MiB"
    parent = whole.parent / count * 1000
    yield f"  auditing {_texts(whole):.0f} s, writing results {whole.said['seconds']['writing']:.0f} s"
    yield f"  parent {parent:.2f} ms of processor a file"
    again = Run(given, results, 2)
    yield f"  --resume with nothing to do         {again.seconds:.1f} s, {whole.seconds / again.seconds:.1f} × faster"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--some", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where the files are made, about 30 KB each; removed afterwards")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="batch-", dir=options.folder) as made:
        some, all_, results = (Path(made) / name for name in ("some", "all", "results"))
        write(options.some, some)
        write(options.count, all_)
        results.mkdir()
        for line in turns(some, results, options.rounds):
            print(line, flush=True)
        for line in flat(all_, results / "all", options.count):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
