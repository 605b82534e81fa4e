"""Old Word formats read cell by cell: .docx files are turned into .doc, .rtf and .odt by LibreOffice and read again.

Usage: python -m benchmarks.doc_cells [--count N] [--keep DIR]
A cell is right when it stands at its row and column with its spans and its words; cells that are made up count as wrong. Columns at
which no cell begins are left out before, for a .doc does not hold them. Blanks at the end of a line do not count (LibreOffice drops
some). The truth is our reading of the .docx. Time is one reading in this process, beside LibreOffice turning the same files into
.docx, all of them in one run of it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generator.report import case
from benchmarks.generator.word import word
from jixiao.model.document import Document, Table
from jixiao.readers import read
from tests.readers.doc.merged import MERGED

LEAST = 0.995  # of the cells of a .doc
KINDS = {"doc": "doc", "rtf": "rtf", "odt": "odt"}
_HERE = Path(__file__).resolve().parents[1]
_SEED = _HERE.parent / "shared" / "seeds" / "formats" / "report.docx"
_PAGE = re.compile(r"[\s—–-]*\d+[\s—–-]*")  # LibreOffice writes how many pages there are where a .docx has the number
Spot = tuple[int, int, int, int, int, str]


def spots(document: Document) -> Counter[Spot]:
    """Every cell of a document: table, row, column, spans, words."""
    return Counter(spot for number, table in enumerate(document.tables, 1) for spot in _spots(number, table))


def _spots(number: int, table: Table) -> Iterator[Spot]:
    begins = sorted({cell.column for cell in table.cells})
    line = {column: at for at, column in enumerate(begins, 1)}
    for cell in table.cells:
        across = sum(cell.column <= column < cell.column + cell.columns for column in begins)
        yield number, cell.row, line[cell.column], cell.rows, across, _words(cell.text)


def _words(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))


def paragraphs(document: Document) -> Counter[tuple[str, str, int | None]]:
    """Every paragraph outside tables: part, words with their automatic number, outline level."""
    return Counter(
        (one.part, _words(one.text), one.level) for one in document.paragraphs if not _PAGE.fullmatch(one.text)
    )


def converted(files: list[Path], kind: str, folder: Path, profile: Path) -> float:
    """Seconds that LibreOffice takes a file."""
    begin = time.perf_counter()
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    return (time.perf_counter() - begin) / len(files)


def originals(folder: Path, count: int) -> list[Path]:
    """The Word files to begin with: the seed, our own example, merged and nested tables, and generated reports."""
    folder.mkdir(parents=True)
    made = {"example": (_HERE / "examples" / "junshan-2023" / "report.docx").read_bytes(), "merged": MERGED}
    if _SEED.exists():
        made["seed"] = _SEED.read_bytes()
    made |= {f"generated-{seed}": word(case(seed).blocks) for seed in range(count)}
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    return sorted(folder.iterdir())


def compared(files: list[Path], kind: str, folder: Path) -> tuple[str, float, list[str]]:
    """A line of the table, the share of cells that are right, and what differs."""
    cells = right = words = same = 0
    took: list[float] = []
    differing: list[str] = []
    for file in files:
        truth, begin = read(file), time.perf_counter()
        found = read(folder / f"{file.stem}.{kind}")
        took.append(time.perf_counter() - begin)
        old, new = spots(truth), spots(found)
        cells += max(old.total(), new.total())
        right += (old & new).total()
        words += paragraphs(truth).total()
        same += (paragraphs(truth) & paragraphs(found)).total()
        differing += [f"{file.stem}.{kind}: not found {spot}" for spot in list(old - new)[:3]]
        differing += [f"{file.stem}.{kind}: not there {spot}" for spot in list(new - old)[:3]]
    share, kept = right / max(cells, 1), same / max(words, 1)
    line = f"| .{kind} | {right:,} of {cells:,} | {share:.4f} | {same:,} of {words:,} | {kept:.4f} | {statistics.median(took) * 1000:.0f} |"
    return line, share, differing


def main() -> int:
    """Print the table; 1 where .doc falls below 0.995."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    asked.add_argument("--count", type=int, default=20, help="generated reports")
    asked.add_argument("--keep", type=Path, help="leave the files here")
    options = asked.parse_args()
    if shutil.which("soffice") is None:
        print("not measured: LibreOffice (soffice) is not here")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        files, profile = originals(folder / "docx", options.count), Path(temporary) / "profile"
        lines: list[str] = []
        differing: list[str] = []
        shares: dict[str, float] = {}
        for kind, written in KINDS.items():
            converted(files, written, folder / kind, profile)
            line, shares[kind], other = compared(files, kind, folder / kind)
            lines.append(line)
            differing += other
        back = converted([folder / "doc" / f"{one.stem}.doc" for one in files], "docx", folder / "back", profile)
    print("| format | cells right | share | paragraphs right | share | ms a file |\n|---|---|---|---|---|---|")
    print(*lines, sep="\n")
    print(f"LibreOffice reads the .doc files in {back * 1000:.0f} ms a file.")
    print(*differing[:20], sep="\n")
    return int(shares["doc"] < LEAST)


if __name__ == "__main__":
    sys.exit(main())
