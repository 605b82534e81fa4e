"""Tables of text PDFs read cell by cell, and how long it takes: our reader beside pdfplumber's tables, on pages whose truth is known.

Usage: python -m benchmarks.pdf_tables [--each N] [--rounds N] [--keep DIR]
A cell is right when it stands in its row and column with its words (blanks aside). Rows are matched so that most cells are right, for
both readers alike: that pdfplumber gives a table over pages in parts, each with its head, is not held against it. Cells that a
reader makes up count as wrong. pdfplumber is run as it comes (``extract_tables()``) and, for a second figure, with columns told by words.
"""

from __future__ import annotations

import argparse
import io
import logging
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from benchmarks.paper.producers import producers
from benchmarks.paper.sheets import Sample, samples
from jixiao.readers import read_bytes

Row = tuple[str, ...]
_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def ours(data: bytes) -> list[Row]:
    """The rows of our tables: each cell's words where it begins."""
    found = []
    for table in read_bytes(data, "a.pdf").tables:
        for number, line in enumerate(table.grid, 1):
            found.append(
                tuple(
                    one.text if one and (one.row, one.column) == (number, at) else "" for at, one in enumerate(line, 1)
                )
            )
    return found


def plumbed(data: bytes, settings: dict[str, str] | None = None) -> list[Row]:
    """The rows of pdfplumber's tables."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [
            tuple(cell or "" for cell in row)
            for page in file.pages for table in page.extract_tables(settings or {}) for row in table
        ]  # fmt: skip


def by_words(data: bytes) -> list[Row]:
    """pdfplumber with columns and rows told by words."""
    return plumbed(data, _TEXT)


def truth(sample: Sample) -> list[Row]:
    """The rows as they were set."""
    if not sample.sheet:
        return []
    rows = [[""] * len(sample.sheet.widths) for _ in range(sample.sheet.height)]
    for one in sample.sheet.spots:
        rows[one.row][one.column] = one.text
    return [tuple(row) for row in rows]


def right(wanted: list[Row], found: list[Row]) -> tuple[int, int]:
    """How many cells with words are right, and of how many (those wanted, and those made up)."""
    wanted, found = [tuple(map(_bare, row)) for row in wanted], [tuple(map(_bare, row)) for row in found]
    best = [0] * (len(found) + 1)
    for row in wanted:
        last, best = best, [0]
        for at, other in enumerate(found):
            same = sum(a == b != "" for a, b in zip(row, other, strict=False))
            best.append(max(last[at] + same, last[at + 1], best[at]))
    repeated = sum(sum(map(bool, row)) for row in found[1:] if wanted and row == wanted[0])
    made = sum(sum(map(bool, row)) for row in found) - repeated
    return best[-1], max(made, sum(sum(map(bool, row)) for row in wanted))


def _bare(text: str) -> str:
    return "".join(text.split())


READERS: dict[str, Callable[[bytes], list[Row]]] = {"jixiao": ours, "pdfplumber": plumbed, "…by words": by_words}


def main() -> int:
    """Prints accuracy by kind and by producer, and the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=3, help="documents of each kind and producer")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="write the PDFs there")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a warning for each character of a font that is named only
    here, missing = producers()
    print(f"producers: {', '.join(here)}; not on this machine: {', '.join(missing) or 'none'}")
    made: list[tuple[str, Sample, bytes]] = []
    for name, make in here.items():
        these = [one for seed in range(options.each) for one in samples(seed)]
        made += [(name, sample, data) for sample, data in zip(these, make(these), strict=True)]
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for number, (name, sample, data) in enumerate(made):
            kind = sample.sheet.kind if sample.sheet else "text"
            (options.keep / f"{name}-{kind}-{number}.pdf").write_bytes(data)
    _accuracy(made)
    _speed([data for _, _, data in made], options.rounds)
    return 0


def _accuracy(made: list[tuple[str, Sample, bytes]]) -> None:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    whole = [0, 0]
    for name, sample, data in made:
        kind = sample.sheet.kind if sample.sheet else "text"
        for reader, read in READERS.items():
            good, of = right(truth(sample), read(data))
            for key in (kind, name, "all"):
                counts[reader, key][0] += good
                counts[reader, key][1] += of
        if sample.sheet:
            tables = read_bytes(data, "a.pdf").tables
            whole[0] += len(tables) == 1 and len(tables[0].grid) == sample.sheet.height
            whole[1] += 1
    print(f"{'cells right':14}" + "".join(f"{reader:>14}" for reader in READERS))
    for key in dict.fromkeys(key for _, key in counts):
        shares = []
        for reader in READERS:
            good, of = counts[reader, key]
            shares.append(f"{good / of:.4f}" if good or (key != "text" and of) else f"{of} made up")
        print(f"{key:14}" + "".join(f"{share:>14}" for share in shares))
    print(f"jixiao: {whole[0]} of {whole[1]} tables are one, with their rows as set (pages joined, heads once)")


def _speed(files: list[bytes], rounds: int) -> None:
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for reader, read in READERS.items():
            begin = time.perf_counter()
            for data in files:
                read(data)
            times[reader].append(time.perf_counter() - begin)
    middle = {reader: statistics.median(taken) for reader, taken in times.items()}
    for reader, taken in middle.items():
        print(f"{reader:14}{taken / len(files) * 1000:8.1f} ms a file   {taken / middle['jixiao']:6.2f} × jixiao")


if __name__ == "__main__":
    sys.exit(main())
