"""A whole random report without a fault: a self-evaluation or the statement of a year's accounts."""

from __future__ import annotations

import random

from benchmarks.generator import accounts, selfeval
from benchmarks.generator.case import Case
from benchmarks.generator.text import piped, tabbed
from benchmarks.generator.web import web
from benchmarks.generator.word import word

FORMATS = ("docx", "txt", "txt", "html", "md")


def case(seed: int) -> Case:
    """The report of a seed; the same seed gives the same report."""
    rng = random.Random(seed)
    layout = rng.choice(FORMATS)
    return accounts.case(rng, seed, layout) if seed % 5 in (1, 3) else selfeval.case(rng, seed, layout)


def file_of(report: Case) -> tuple[bytes, str]:
    """The report as a file: bytes and name."""
    if report.format == "docx":
        return word(report.blocks), "report.docx"
    if report.format == "html":
        return web(report.blocks, f"{report.unit}{report.year}年度报告", report.unit).encode(), "report.html"
    if report.format == "md":
        return piped(report.blocks).encode(), "report.txt"
    return tabbed(report.blocks).encode(), "report.txt"
