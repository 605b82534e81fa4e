"""What a user would pick instead, on the same files: how long it takes, and how many of the known findings it could even see.

Usage: python -m benchmarks.rivals [--rounds N] [--python markitdown=PATH/bin/python] [--python docling=PATH/bin/python] [FILE …]

None of these tools judges anything; each turns a file into text. A finding counts as *visible* when every figure that it
rests on stands in that text, for a figure of a table on one line with the label of its row: the most that any script
over the text could find. Files: by default all copies of the real report in ../shared/seeds/formats, else the bundled
sample. The findings (errors and warnings) are those of the Word file. Tools that are not here are named as missing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from jixiao import pipeline
from jixiao.model.audit import Audit
from jixiao.model.place import Place

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds" / "formats"
SAMPLE = ROOT / "examples" / "junshan-2023" / "report.docx"
SECONDS = 600  # after that a tool is given up

# What each runs in an interpreter of its own: `text(path)` gives the text of a file.
PROGRAMS = {
    "markitdown": """
from markitdown import MarkItDown
converter = MarkItDown()
def text(path): return converter.convert(path).text_content
""",
    "docling": """
from docling.document_converter import DocumentConverter
converter = DocumentConverter()
def text(path): return converter.convert(path).document.export_to_markdown()
""",
    "python-docx + script": """
import docx
def text(path):
    report = docx.Document(path)
    lines = [p.text for p in report.paragraphs]
    for table in report.tables:
        for row in table.rows:
            lines.append(" | ".join(cell.text.replace("\\n", " ") for cell in row.cells))
    return "\\n".join(lines)
""",
    "pandoc + script": """
import subprocess
def text(path): return subprocess.run(["pandoc", "--to=html", "--wrap=none", path], capture_output=True, check=True).stdout.decode()
""",
    "pdfplumber + script": """
import pdfplumber
def text(path):
    lines = []
    with pdfplumber.open(path) as report:
        for page in report.pages:
            lines.append(page.extract_text())
            for table in page.extract_tables():
                lines += [" | ".join((cell or "").replace("\\n", "") for cell in row) for row in table]
    return "\\n".join(lines)
""",
}
READS = {
    "markitdown": {".docx", ".pdf", ".html"},
    "docling": {".docx", ".pdf", ".html"},
    "python-docx + script": {".docx"},
    "pandoc + script": {".docx", ".html"},
    "pdfplumber + script": {".pdf"},
}
_TIMED = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
started = time.perf_counter()
{program}
found, seconds = text(sys.argv[1]), []
first = time.perf_counter() - started
for _ in range(int(sys.argv[2])):
    at = time.perf_counter()
    found = text(sys.argv[1])
    seconds.append(time.perf_counter() - at)
print(json.dumps({{"text": found, "seconds": seconds, "first": first}}))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One tool on one file: seconds from process start, seconds a file once it runs, and what it could see."""

    first: float
    each: float
    seen: int
    said: str


def main() -> None:
    """Print one table a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", action="append", default=[], metavar="TOOL=PATH")
    chosen = parser.parse_args()
    pythons = dict(one.split("=", 1) for one in chosen.python)
    files = chosen.files or sorted(SEEDS.glob("report*")) or [SAMPLE]
    known = pipeline.audit(next((one for one in files if one.suffix == ".docx"), SAMPLE))
    wanted = [f for f in known.findings if f.severity != "info" and f.places]
    print(f"known findings (errors and warnings of the Word file): {len(wanted)}\n")
    for file in files:
        print(f"{file.name} ({file.stat().st_size / 1024:.0f} KiB)")
        print(f"  {'':<22} {'first file':>10} {'each more':>10} {'÷ jixiao':>9} {'visible':>9}  judges")
        base = ours(file, chosen.rounds, known)
        show("jixiao audit", base, base, len(wanted), "yes")
        for tool in PROGRAMS:
            row = theirs(tool, pythons.get(tool, sys.executable), file, chosen.rounds, known)
            if isinstance(row, str):
                print(f"  {tool:<22} {row}")
            else:
                show(tool, row, base, len(wanted), "no")
        print()


def show(name: str, row: Row, base: Row, most: int, judges: str) -> None:
    print(
        f"  {name:<22} {row.first:9.2f}s {row.each * 1000:7.0f} ms {row.each / base.each:8.1f}x "
        f"{row.seen:>4} of {most:<2} {judges} {row.said}"
    )


def ours(file: Path, rounds: int, known: Audit) -> Row:
    """A full audit: reading, understanding, recomputing, all rules; what counts is what it found, not what it could."""
    command = [sys.executable, "-m", "jixiao.cli", "audit", str(file), "--format", "json", "--fail-on", "never"]
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    first = time.perf_counter() - start
    pipeline.audit(file)
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        audit = pipeline.audit(file)
        seconds.append(time.perf_counter() - start)
    same = {(f.code, squeezed(f.expected or "")) for f in audit.findings}
    wanted = [f for f in known.findings if f.severity != "info" and f.places]
    found = sum((f.code, squeezed(f.expected or "")) in same for f in wanted)
    withheld = f"({len(audit.unclear)} more withheld as not readable)" if audit.unclear else ""
    return Row(first, statistics.median(seconds), found, withheld)


def theirs(tool: str, python: str, file: Path, rounds: int, known: Audit) -> Row | str:
    """A tool on a file; a sentence where it is not here or cannot."""
    if file.suffix not in READS[tool]:
        return "does not read this format"
    if tool.startswith("pandoc") and not shutil.which("pandoc"):
        return "not here"
    command = [python, "-c", _TIMED.format(program=PROGRAMS[tool]), str(file), str(rounds)]
    start = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"gave nothing in {SECONDS} s"
    if done.returncode:
        return (
            "not here"
            if "ModuleNotFoundError" in done.stderr
            else f"failed: {done.stderr.strip().splitlines()[-1][:80]}"
        )
    result = json.loads(done.stdout.splitlines()[-1])
    first = time.perf_counter() - start - sum(result["seconds"])
    return Row(first, statistics.median(result["seconds"]), visible(result["text"], known), "")


def visible(text: str, known: Audit) -> int:
    """How many findings rest only on words that stand in the text, figures of a table beside the label of their row."""
    lines = [squeezed(line) for line in text.replace("</tr>", "\n").replace("<tr", "\n<tr").splitlines()]
    if "<tr" in text:  # pandoc's rows are several lines of HTML
        lines += [squeezed(row) for row in text.split("<tr")]
    whole = squeezed(text)
    wanted = [f for f in known.findings if f.severity != "info" and f.places]
    return sum(all(shows(place, known, lines, whole) for place in f.places) for f in wanted)


def shows(place: Place, known: Audit, lines: list[str], whole: str) -> bool:
    words = squeezed(place.quote)
    if place.row is None:
        return words in whole
    table = next(t for t in known.report.document.tables if t.block == place.block)
    label = next((squeezed(cell.text) for cell in table.row(place.row) if squeezed(cell.text)), "")
    return any(words in line and label in line for line in lines)


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\\", "")


if __name__ == "__main__":
    main()
