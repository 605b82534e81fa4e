"""What one report costs by the kind of its file: seconds of one worker, its memory, what is stored of it.

Usage: python -m benchmarks.costs [--rounds N] [FILE …]

Each file is audited in a guarded worker as in a batch: read, understood, all rules, its line of results packed. Without
files: the package that jixiao writes of the bundled sample (Word, PDF, Excel, page), what LibreOffice makes of it where it
is here (.doc, .xls, .rtf, .odt), and its PDF turned into pictures of 150 dpi where the extra `scan` is here. Then the year
of a ministry worked out from these figures: docs/scale.md quotes it.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from jixiao import pipeline
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.work import Done, Task, work
from jixiao.isolation import ON_PICTURES, Crew, Failed, Limits

ROOT = Path(__file__).resolve().parents[1]
FILING = ROOT / "examples" / "junshan-2023" / "filing.yaml"
BY_OFFICE = {"docx": ("doc", "rtf", "odt"), "xlsx": ("xls",)}
# A year of a ministry, as the issue asks: 2 million reports. The mix is our own assumption.
REPORTS = 2_000_000
MIX = {"docx": 0.45, "doc": 0.20, "pdf": 0.15, "xlsx": 0.05, "scan": 0.15}
CORES, HOURS = 200, 24.0


@dataclass(frozen=True, slots=True)
class Cost:
    """One kind: seconds a report (median), memory of the worker in MiB, bytes stored of the result."""

    kind: str
    size: int
    pages: int
    seconds: float
    memory: float
    stored: int
    verdict: str


def measured(task: Task) -> tuple[Done, float, float]:
    """In the worker: what came of a report, its seconds, and the most memory that this worker has had, in MiB."""
    start = time.perf_counter()
    done = work(task)
    return done, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cost(path: Path, rounds: int) -> Cost:
    """A file audited several times by one worker; the first time, which loads what it needs, does not count."""
    kind = "scan" if "scan" in path.stem else path.suffix[1:]
    limits = ON_PICTURES if kind == "scan" else Limits()
    item = Item(path.name, ((path.name, str(path)),))
    tasks = [Task(item, Job(), bytes([n])) for n in range(2 if kind == "scan" else rounds + 1)]
    here = import_module("benchmarks.costs")  # by the name under which the worker can load it: it knows no __main__

    found = []
    with Crew(1, limits, preload=(work.__module__,)) as crew:
        for _, answer in crew.map(here.measured, tasks):
            if isinstance(answer, Failed):
                return Cost(kind, path.stat().st_size, 0, 0, 0, 0, answer.kind)
            found.append(answer)
    seconds = statistics.median(seconds for _, seconds, _ in found[1:])
    done, _, memory = found[-1]
    return Cost(kind, path.stat().st_size, pages(path), seconds, memory, len(done.packed), done.verdict)


def pages(path: Path) -> int:
    """Of a PDF."""
    if path.suffix != ".pdf":
        return 0
    import pypdfium2  # noqa: PLC0415 - only here

    return len(pypdfium2.PdfDocument(path))


def samples(folder: Path) -> Iterator[Path]:
    """The sample report in every format that can be made here."""
    filing = pipeline.read_filing(FILING).filing
    if filing is None:
        raise SystemExit(f"{FILING} cannot be read")
    package = pipeline.write(filing, pipeline.compose(filing), ("docx", "pdf", "html", "xlsx"), ("full",))
    for name, data in package.files:
        path = folder / f"report{Path(name).suffix}"
        if path.suffix in (".docx", ".pdf", ".html", ".xlsx"):
            path.write_bytes(data)
            yield path
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        for source, kinds in BY_OFFICE.items():
            for kind in kinds:
                command = [
                    "soffice",
                    profile,
                    "--headless",
                    "--convert-to",
                    kind,
                    "--outdir",
                    str(folder),
                    str(folder / f"report.{source}"),
                ]
                subprocess.run(command, capture_output=True, check=True)
                yield folder / f"report.{kind}"
    yield scanned(folder / "report.pdf", folder / "report-scan.pdf")


def scanned(source: Path, target: Path) -> Path:
    """The pages as pictures of 150 dpi, without any text."""
    import pypdfium2  # noqa: PLC0415 - only here

    pictures = [page.render(scale=150 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(source)]
    pictures[0].save(target, save_all=True, append_images=pictures[1:], resolution=150)
    return target


def show(costs: list[Cost]) -> None:
    print(
        f"{'kind':<8}{'KiB':>8}{'pages':>7}{'s a report':>12}{'a core-hour':>13}{'worker MiB':>12}{'stored KiB':>12}  verdict"
    )
    for one in costs:
        rate = f"{3600 / one.seconds:,.0f}" if one.seconds else "—"
        print(
            f"{one.kind:<8}{one.size / 1024:>8.0f}{one.pages or '':>7}{one.seconds:>12.4f}{rate:>13}{one.memory:>12.0f}"
            f"{one.stored / 1024:>12.1f}  {one.verdict}"
        )


def year(costs: list[Cost]) -> None:
    """A ministry's year, where every kind of the mix was measured."""
    by_kind = {one.kind: one for one in costs if one.verdict == "read"}
    if missing := set(MIX) - set(by_kind):
        print(f"\nthe year is not worked out: no figure for {', '.join(sorted(missing))}")
        return
    print(f"\n{REPORTS:,} reports a year ({', '.join(f'{kind} {share:.0%}' for kind, share in MIX.items())}: assumed)")
    hours = {kind: REPORTS * share * by_kind[kind].seconds / 3600 for kind, share in MIX.items()}
    for kind, value in hours.items():
        print(f"  {kind:<6} {value:>10,.0f} core-hours")
    total = sum(hours.values())
    stored = sum(REPORTS * share * by_kind[kind].stored for kind, share in MIX.items()) / 1e9
    print(
        f"  all    {total:>10,.0f} core-hours = {total / CORES:,.1f} hours on {CORES} cores; results {stored:,.0f} GB packed"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = chosen.files or list(samples(Path(folder)))
        costs = []
        for path in files:
            costs.append(cost(path, chosen.rounds))
            print(".", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        show(costs)
        year(costs)


if __name__ == "__main__":
    main()
