"""What a full audit of a Word file costs, as ratios in one run: against unzip + XML parse, and against python-docx.

Usage: python -m benchmarks.audit_speed [--rounds N] [--sizes 1 2 4 8]
The file has 9 tables; LibreOffice shows it on 12 pages. Rounds are interleaved, medians are compared.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from lxml import etree

from benchmarks.generator.large import large
from benchmarks.generator.word import word
from jixiao import pipeline

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "junshan-2023" / "report.docx"
PAGES = 12
_PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footer.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)


def bare(data: bytes) -> None:
    """Unzip and parse the parts that a reader needs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _PARTS:
            etree.fromstring(archive.read(part))


def by_rows(data: bytes) -> int:
    """python-docx visiting every cell through row.cells, its faster way."""
    return sum(
        len(cell.text) for table in docx.Document(io.BytesIO(data)).tables for row in table.rows for cell in row.cells
    )


def by_position(data: bytes) -> int:
    """python-docx visiting every cell through table.cell(row, column)."""
    document = docx.Document(io.BytesIO(data))
    return sum(
        len(t.cell(r, c).text) for t in document.tables for r in range(len(t.rows)) for c in range(len(t.columns))
    )


def audit(data: bytes) -> None:
    """The whole audit."""
    pipeline.audit_bytes(data, "report.docx")


def medians(tasks: dict[str, Callable[[bytes], object]], data: bytes, rounds: int) -> dict[str, float]:
    """Milliseconds of each task, measured in turns."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task(data)  # the first call loads rules and compiles patterns
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            task(data)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def command(*words: str, rounds: int) -> float:
    """Median milliseconds of a command line, process start included."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "jixiao.cli", *words], capture_output=True, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def peak(path: str) -> float:
    """Megabytes at most in a process that audits one file."""
    code = "import sys;from jixiao import pipeline;pipeline.audit(sys.argv[1]);print(open('/proc/self/status').read())"
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    return float(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("VmHWM"))) / 1024


def report(rounds: int, sizes: list[int]) -> list[str]:
    """The lines of the table."""
    data = word(large(1))
    tables = len(docx.Document(io.BytesIO(data)).tables)
    tasks: dict[str, Callable[[bytes], object]] = {
        "unzip + XML parse": bare, "full audit": audit, "python-docx row.cells": by_rows, "python-docx table.cell": by_position,
    }  # fmt: skip
    found = medians(tasks, data, rounds)
    lines = [
        f"a Word file of {tables} tables, {PAGES} pages, {len(data) / 1024:.0f} KiB; median of {rounds} interleaved rounds",
        "",
    ]
    lines += [f"{name:28} {ms:8.2f} ms   {ms / found['unzip + XML parse']:6.2f} × parse" for name, ms in found.items()]
    fastest = min(found["python-docx row.cells"], found["python-docx table.cell"])
    lines.append(f"{'audit ÷ python-docx':28} {found['full audit'] / fastest:8.2f}")
    lines.append("")
    for size in sizes:
        more = word(large(size))
        ms = medians({"full audit": audit}, more, max(3, rounds // size))["full audit"]
        lines.append(f"{size * PAGES:4} pages {ms:8.1f} ms   {ms / size / PAGES:6.3f} ms a page")
    lines += ["", f"peak memory of a process    {peak(str(SAMPLE)):8.1f} MiB"]
    lines.append(f"{'python -c pass':28} {_bare_python(rounds):8.1f} ms")
    lines.append(f"{'jixiao --help':28} {command('--help', rounds=min(rounds, 9)):8.1f} ms")
    lines.append(f"{'jixiao audit sample':28} {command('audit', str(SAMPLE), rounds=min(rounds, 5)):8.1f} ms")
    return lines


def _bare_python(rounds: int) -> float:
    times = []
    for _ in range(min(rounds, 9)):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1, 2, 4, 8])
    options = parser.parse_args()
    print("\n".join(report(options.rounds, options.sizes)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
