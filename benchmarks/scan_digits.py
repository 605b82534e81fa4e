"""Figures in tables read off scans, digit by digit at their place, and how long it takes, beside RapidOCR alone on the same pictures.

Usage: python -m benchmarks.scan_digits [--files N] [--pages N] [--rows office issue sheets phone] [--seed N] [--save DIR]
Pages of reports that we wrote are drawn at 150 dots an inch and harmed (benchmarks/scans/harm.py): what their text layer says is the
truth. A cell is held against the cell at its row and column, rows and tables matched so that most agree; a cell without its like has
all its digits wrong. A wrong digit is marked where the figure that was read has a doubt. "silent" figures are what a rule might accuse
of: wrong, and not doubted. Times are of the processor, in turns, both on one thread. ``--save`` writes pictures with wrong cells in red.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pypdfium2
from rapidocr import RapidOCR

from benchmarks.scans.compare import Count, compare, found
from benchmarks.scans.harm import HARMS, Harm, Pixels
from benchmarks.scans.papers import Paper, Scan, papers, scanned, sheets
from jixiao.model.document import Document
from jixiao.readers import read_bytes

DPI = 150


@dataclass(slots=True)
class Row:
    """What one row of the set came to."""

    count: Count = field(default_factory=Count)
    pages: int = 0
    ours: float = 0.0
    theirs: float = 0.0
    wanted: int = 0
    had: int = 0
    had_alone: int = 0
    worst: list[tuple[int, str]] = field(default_factory=list)  # wrong cells by page


def alone(engine: RapidOCR, picture: bytes) -> tuple[list[str], float]:
    """The lines that RapidOCR reads, and the seconds."""
    pixels = _decoded(picture)
    start = time.process_time()
    out = engine(pixels)
    return list(getattr(out, "txts", None) or ()), time.process_time() - start


def _decoded(picture: bytes) -> Pixels:
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise RuntimeError("a picture of our own does not open")
    return pixels


def measured(engine: RapidOCR, how: Harm, these: tuple[Paper, ...], seed: int, save: Path | None) -> Row:
    """All papers harmed in one way, read by both."""
    row, random = Row(), Random(f"{how.name} {seed}")
    for number, paper in enumerate(these):
        scan = scanned(paper, how, random, DPI)
        lines = []
        for picture in scan.pictures:
            more, took = alone(engine, picture)
            lines += more
            row.theirs += took
        start = time.process_time()
        read = read_bytes(scan.data, "scan.pdf", pictures=True)
        row.ours += time.process_time() - start
        row.pages += len(scan.pictures)
        before = len(row.count.wrong)
        compare(paper.truth, read, row.count)
        had, wanted = found(paper.truth, [one.text for one in read.words])
        row.had, row.wanted, row.had_alone = (
            row.had + had,
            row.wanted + wanted,
            row.had_alone + found(paper.truth, lines)[0],
        )
        wrong = row.count.wrong[before:]
        for page in range(1, len(scan.pictures) + 1):
            cells = sum(paper.truth.page_of(cell.place()) == page for cell, _ in wrong)
            row.worst.append((cells, f"{paper.name}, page {page} of them"))
        if save:
            _save(save, f"{how.name}-{number + 1}", paper, scan, read, row.count, before)
    return row


def _save(folder: Path, name: str, paper: Paper, scan: Scan, read: Document, count: Count, before: int) -> None:
    """The scan, each page with the cells that were read wrongly in red, and what was read instead."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.pdf").write_bytes(scan.data)
    wrong = count.wrong[before:]
    lines = [
        f"page {paper.truth.page_of(cell.place())} row {cell.row} column {cell.column}: {cell.text!r} -> {text!r}"
        for cell, text in wrong
    ]
    lines += [f"doubt {one.confidence} {one.place.row},{one.place.column} {one.place.quote!r}" for one in read.doubts]
    lines += [f"note {one.code}: {one.message_en}" for one in read.unread]
    (folder / f"{name}.txt").write_text("\n".join(lines), "utf-8")
    for number, page in enumerate(pypdfium2.PdfDocument(BytesIO(paper.data)), 1):
        pixels = _decoded(scan.pictures[number - 1])
        for cell, _ in wrong:
            if paper.truth.page_of(cell.place()) == number and cell.text.strip():
                _frame(pixels, page, cell.text.split()[0], scan.matrices[number - 1])
        cv2.imwrite(str(folder / f"{name}-{number}.png"), pixels)


def _frame(pixels: Pixels, page: pypdfium2.PdfPage, words: str, matrix: Pixels) -> None:
    """A red frame around the first place where these words stand (a cell's words are broken into lines: their beginning)."""
    text = page.get_textpage()
    hit = next((one for size in (len(words), 6, 3) if (one := text.search(words[:size]).get_next())), None)
    if hit is None:
        return
    left, bottom, right, top = text.get_charbox(hit[0])
    right = max(right, text.get_charbox(hit[0] + hit[1] - 1)[2])
    scale, high = DPI / 72, page.get_height()
    corners = [(left, high - top), (right, high - top), (right, high - bottom), (left, high - bottom)]
    ends = cv2.perspectiveTransform(np.array([corners], np.float32) * scale, matrix)
    cv2.polylines(pixels, [ends.astype(np.int32)], isClosed=True, color=(0, 0, 255), thickness=2)


def report(how: Harm, row: Row) -> list[str]:
    """The lines of one row."""
    c = row.count

    def share(part: int, of: int) -> str:
        return f"{part / of:.4f}" if of else "-"

    lines = [
        f"{how.name}: {how.about}",
        f"  {row.pages} pages, {c.cells} cells of {c.tables} tables, {c.unmatched} of these without their like",
        f"  digits / figures                     {c.digits} / {c.figures}",
        f"  digit accuracy, at their place       {share(c.digits - c.off, c.digits)}   ({c.off} off, {c.marked} of them marked doubtful)",
        f"  cells at their place                 {share(c.placed, c.cells)}",
        f"  figures wrong or lost / silent       {c.lost} / {c.silent} of {c.figures}",
        f"  doubts / on what is right            {c.doubts} / {c.needless}   ({c.needless / row.pages:.1f} a page)",
        f"  Han right, cells / paragraphs        {share(c.han - c.han_off, c.han)} / {share(c.prose - c.prose_off, c.prose)}",
        f"  figures anywhere, ours / alone       {share(row.had, row.wanted)} / {share(row.had_alone, row.wanted)}",
        f"  seconds a page, ours / alone         {row.ours / row.pages:.2f} / {row.theirs / row.pages:.2f}",
        f"  ratio                                {row.ours / row.theirs:.2f}",
    ]
    worst = [f"{cells} wrong cells: {name}" for cells, name in sorted(row.worst, reverse=True)[:3] if cells]
    return lines + [f"  {line}" for line in worst]


def main() -> int:
    """Print a table for each row of the set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2, help="reports of each row")
    parser.add_argument("--pages", type=int, default=3, help="pages of each report")
    parser.add_argument("--rows", nargs="+", choices=[one.name for one in HARMS], default=[one.name for one in HARMS])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, help="write scans, pages with wrong cells in red, and what was read there")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    cv2.setNumThreads(1)
    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    engine = RapidOCR(params={**threads, "Global.log_level": "critical"})
    first = scanned(papers(1, 1, 0)[0], HARMS[0], Random(0), DPI)  # the first page loads the models of both
    alone(engine, first.pictures[0])
    read_bytes(first.data, "scan.pdf", pictures=True)
    for how in HARMS:
        if how.name in options.rows:
            these = sheets(options.seed) if how.name == "sheets" else papers(options.files, options.pages, options.seed)
            print(*report(how, measured(engine, how, these, options.seed, options.save)), "", sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
