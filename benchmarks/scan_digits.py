"""Figures in tables read off scans, digit by digit, and how long it takes: our reader beside RapidOCR alone on the same pages.

Usage: python -m benchmarks.scan_digits [--each N] [--pages N] [--keep DIR] [--misread]
The pages are made (their truth is known): at 150 dots an inch, laid in crooked, noisy, two seals on each, JPEG 60. A digit is right when
it stands in the run of figures of its table where it was set; digits that the reader makes up or loses count as wrong. A wrong
digit is marked when the cell in which it stands, or was to stand, has a doubt. Both readers run on one thread.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rapidocr import RapidOCR

from benchmarks.paper.producers import by_typst
from benchmarks.paper.sheets import Sample, samples
from benchmarks.paper.worn import as_scan, drawn, worn
from jixiao.model.document import Document
from jixiao.readers import read_bytes

_FIGURE = re.compile(r"[\d.,%]*\d[\d.,%]*")


@dataclass(slots=True)
class Count:
    """What was counted so far."""

    digits: int = 0
    right: int = 0
    wrong: int = 0
    marked: int = 0
    figures: int = 0
    doubted: int = 0  # figures that are right, doubted all the same
    misread: list[str] = field(default_factory=list)


def main() -> int:
    """Prints accuracy, doubts and times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=3, help="documents of each kind of table")
    parser.add_argument("--pages", type=int, default=8, help="pages on which the time is taken")
    parser.add_argument("--keep", type=Path, help="write the scans there")
    parser.add_argument("--misread", action="store_true", help="print what was read wrongly")
    options = parser.parse_args()
    these = [one for seed in range(options.each) for one in samples(seed) if one.sheet]
    made = [
        (sample, [worn(page, number * 100 + at) for at, page in enumerate(drawn(data))])
        for number, (sample, data) in enumerate(zip(these, by_typst(these), strict=True))
    ]
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for number, (_, pages) in enumerate(made):
            (options.keep / f"{number}.pdf").write_bytes(as_scan(pages))
    count = Count()
    for sample, pages in made:
        _compare(sample, read_bytes(as_scan(pages), "a.pdf"), count)
    _print(count, sum(len(pages) for _, pages in made), misread=options.misread)
    _speed([page for _, pages in made for page in pages][: options.pages])
    return 0


def _compare(sample: Sample, read: Document, count: Count) -> None:
    assert sample.sheet  # noqa: S101 - only such were chosen
    spots = sorted(sample.sheet.spots, key=lambda one: (one.row, one.column))
    truth = [(figure, False) for one in spots for figure in _FIGURE.findall(one.text)]
    doubted = {(one.place.block, one.place.row, one.place.column) for one in read.doubts}
    ours = [
        (figure, (cell.block, cell.row, cell.column) in doubted)
        for table in read.tables for cell in table.cells for figure in _FIGURE.findall(cell.plain)
    ]  # fmt: skip
    a, b = [one for one, _ in truth], [one for one, _ in ours]
    count.figures += len(a)
    count.digits += sum(map(_digits, a))
    for what, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what == "equal":
            count.right += sum(map(_digits, a[i:j]))
            count.doubted += sum(is_doubted for _, is_doubted in ours[k:m])
            continue
        was, now = " ".join(a[i:j]), " ".join(b[k:m])
        same = sum(
            _digits(was[n.a : n.a + n.size]) for n in SequenceMatcher(None, was, now, False).get_matching_blocks()
        )
        wrong = max(_digits(was), _digits(now)) - same
        count.right += same - max(0, _digits(now) - _digits(was))
        count.wrong += max(wrong, 1)
        marked = any(is_doubted for _, is_doubted in ours[k:m])
        count.marked += marked * max(wrong, 1)
        count.misread.append(f"{sample.sheet.kind}: {was} → {now}{' (doubted)' if marked else ''}")


def _digits(text: str) -> int:
    return sum(char.isdecimal() for char in text)


def _print(count: Count, pages: int, *, misread: bool) -> None:
    print(f"{pages} pages, {count.figures} figures in tables, {count.digits} digits")
    print(f"digits right             {count.right / count.digits:.4f}")
    print(f"wrong digits (or points) {count.wrong}, marked doubtful {count.marked}")
    print(f"right figures doubted    {count.doubted} ({count.doubted / count.figures:.4f})")
    for line in count.misread if misread else ():
        print(" ", line)


def _speed(pages: list[Any]) -> None:
    options = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    alone = RapidOCR(params={**options, "Global.log_level": "error"})
    files = [as_scan([page]) for page in pages]
    alone(pages[0])
    read_bytes(files[0], "a.pdf")
    ours = theirs = 0.0
    for page, file in zip(pages, files, strict=True):  # in turn, so that other work of the machine slows both
        begin = time.process_time()
        alone(page)
        middle = time.process_time()
        read_bytes(file, "a.pdf")
        theirs, ours = theirs + middle - begin, ours + time.process_time() - middle
    print(f"seconds a page (processor): jixiao {ours / len(pages):.2f}, RapidOCR alone {theirs / len(pages):.2f}")
    print(f"ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    sys.exit(main())
