"""What it costs to write the package of a 12-page report, as ratios in one run against docxtpl and LibreOffice.

Usage: python -m benchmarks.write_speed [--rounds N] [--batch N] [--packages N]
Claims: Word is written faster than docxtpl renders a template with the same paragraphs and tables, PDF at least ten times as
fast as LibreOffice converts our Word file in a process of its own (a batch in one process, and both cold, are printed beside it),
and a thousand packages leave the memory flat.
Every round has other words and figures, so that nothing is taken from a cache. Rounds are interleaved, medians are compared.
Charts, bound figures and bookmarks are in our files and not in the template: docxtpl has less to do.
"""

from __future__ import annotations

import argparse
import io
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
import pypdfium2
from docx.shared import Mm
from docxtpl import DocxTemplate

from jixiao import pipeline
from jixiao.model.filing import Filing, SheetEntry
from jixiao.model.manuscript import Grid, Line, Manuscript
from jixiao.writers.report import FORMATS

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "junshan-2023" / "filing.yaml"
WARM = ("docx", "xlsx", "pdf", "html", "json")
_SHOWN = (100, 500, 1000)
_COLD = """
import sys
from pathlib import Path
from jixiao import pipeline
from jixiao.writers.report import FORMATS
filing = pipeline.read_filing(sys.argv[1]).filing
Path(sys.argv[2]).write_bytes(FORMATS["pdf"].write(pipeline.compose(filing), filing))
"""


def varied(filing: Filing, n: int) -> Filing:
    """The filing with other words in every paragraph, goal and row, and another name."""
    again = f"第{n}次"

    def sheet(one: SheetEntry) -> SheetEntry:
        goals = tuple(
            replace(goal, expected=goal.expected + again, achieved=goal.achieved + again) for goal in one.goals
        )
        rows = tuple(replace(row, name=row.name + again, note=row.note and row.note + again) for row in one.indicators)
        return replace(one, name=one.name and one.name + again, goals=goals, indicators=rows)

    return replace(
        filing, unit=filing.unit + again, texts={key: text.rstrip() + again for key, text in filing.texts.items()},
        department=sheet(filing.department), projects=tuple(map(sheet, filing.projects)),
    )  # fmt: skip


def template(manuscript: Manuscript) -> bytes:
    """A template for docxtpl: a placeholder a paragraph and a cell, the same tables, widths and merges."""
    made, names = docx.Document(), itertools.count()
    for piece in manuscript.pieces:
        if isinstance(piece, Line):
            made.add_paragraph(hole(next(names)))
        elif isinstance(piece, Grid):
            table = made.add_table(piece.height, len(piece.widths), style="Table Grid")
            rows = [row.cells for row in table.rows]
            for column, width in zip(table.columns, piece.widths, strict=True):
                column.width = Mm(width)
            for slot in piece.slots:
                cell = rows[slot.row - 1][slot.column - 1]
                if slot.rows > 1 or slot.columns > 1:
                    cell = cell.merge(rows[slot.row + slot.rows - 2][slot.column + slot.columns - 2])
                cell.text = hole(next(names))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def hole(number: int) -> str:
    return "{{ v" + str(number) + " }}"


def context(manuscript: Manuscript) -> dict[str, str]:
    """What the placeholders say."""
    texts = itertools.chain.from_iterable(
        [piece.text]
        if isinstance(piece, Line)
        else [slot.text for slot in piece.slots]
        if isinstance(piece, Grid)
        else []
        for piece in manuscript.pieces
    )
    return {f"v{n}": text for n, text in enumerate(texts)}


def rendered(blank: bytes, manuscript: Manuscript) -> bytes:
    """The template filled in."""
    made = DocxTemplate(io.BytesIO(blank))
    made.render(context(manuscript), autoescape=True)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def milliseconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1000


def converted(folder: Path, reports: list[Manuscript], filing: Filing) -> float:
    """Milliseconds that LibreOffice takes for each of our Word files, all in one process."""
    shutil.rmtree(folder / "in", ignore_errors=True)
    (folder / "in").mkdir()
    for n, report in enumerate(reports):
        (folder / "in" / f"{n}.docx").write_bytes(FORMATS["docx"].write(report, filing))
    command = [
        "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
        str(folder / "pdf"), *map(str, sorted((folder / "in").iterdir())),
    ]  # fmt: skip
    took = milliseconds(lambda: subprocess.run(command, capture_output=True, check=True))
    if len(list((folder / "pdf").iterdir())) < len(reports):
        raise RuntimeError("LibreOffice did not convert every file")
    return took / len(reports)


def measured(filing: Filing, rounds: int, batch: int, folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each way, in turns, every round with a report of its own."""
    reports = (pipeline.compose(varied(filing, n)) for n in itertools.count())
    times: dict[str, list[float]] = {}
    blank = template(pipeline.compose(varied(filing, 0)))
    office = shutil.which("soffice") is not None

    def add(name: str, took: float) -> None:
        times.setdefault(name, []).append(took)

    for number in range(rounds + 1):  # the first round loads fonts and modules
        report = next(reports)
        if number == 1:
            times.clear()
        for name in WARM:
            add(name, milliseconds(partial(FORMATS[name].write, report, filing)))
        add("docxtpl", milliseconds(partial(rendered, blank, report)))
        add("compose", milliseconds(partial(pipeline.compose, varied(filing, -number))))
        if office and number < batch:
            add("LibreOffice, a process a file", converted(folder, [report], filing))
            add("LibreOffice, a batch", converted(folder, [next(reports) for _ in range(8)], filing))
            add("pdf, a process a file", milliseconds(partial(_process, folder)))
    return times


def _process(folder: Path) -> None:
    command = [sys.executable, "-c", _COLD, str(SAMPLE), str(folder / "cold.pdf")]
    subprocess.run(command, check=True)


def memory() -> float:
    """Megabytes that the process holds now."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) / 1024


def packages(filing: Filing, count: int) -> Iterator[str]:
    """Writes so many packages, each with words of its own, and tells the memory on the way."""
    start = time.perf_counter()
    for n in range(1, count + 1):
        one = varied(filing, n)
        report = pipeline.compose(one)
        for name in WARM:
            FORMATS[name].write(report, one)
        if n in _SHOWN or n == count:
            each = (time.perf_counter() - start) / n * 1000
            yield f"{n:5} packages {memory():8.1f} MiB held   {each:6.0f} ms a package"


def report(rounds: int, batch: int, count: int) -> Iterator[str]:
    """The lines of the table."""
    filing = pipeline.read_filing(SAMPLE).filing
    if filing is None:
        raise RuntimeError("the sample cannot be read")
    pages = len(pypdfium2.PdfDocument(FORMATS["pdf"].write(pipeline.compose(filing), filing)))
    yield f"the sample report, {pages} pages; median of {rounds} interleaved rounds, every one with other words"
    yield ""
    with tempfile.TemporaryDirectory() as folder:
        times = measured(filing, rounds, batch, Path(folder))
    found = {name: statistics.median(values) for name, values in times.items()}
    yield from (f"{name:30} {ms:9.1f} ms" for name, ms in found.items())
    yield ""
    yield f"{'docxtpl ÷ docx':40} {found['docxtpl'] / found['docx']:8.1f}"
    if "LibreOffice, a batch" in found:
        yield f"{'LibreOffice ÷ pdf, both cold':40} {found['LibreOffice, a process a file'] / found['pdf, a process a file']:8.1f}"
        yield f"{'LibreOffice, a batch of 8 ÷ pdf':40} {found['LibreOffice, a batch'] / found['pdf']:8.1f}"
        yield f"{'LibreOffice, a process a file ÷ pdf':40} {found['LibreOffice, a process a file'] / found['pdf']:8.1f}"
    else:
        yield "no LibreOffice (soffice) at hand or none wanted: PDF is not compared"
    yield ""
    yield from packages(filing, count)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--batch", type=int, default=5, help="rounds in which LibreOffice takes part")
    parser.add_argument("--packages", type=int, default=1000)
    options = parser.parse_args()
    for line in report(options.rounds, options.batch, options.packages):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
