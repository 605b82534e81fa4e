"""A report of a chosen size for measuring speed: text and tables repeat with other numbers."""

from __future__ import annotations

import random

from benchmarks.generator import selfeval
from benchmarks.generator.blocks import Block, PageBreak
from benchmarks.generator.case import Case


def large(times: int = 1) -> list[Block]:
    """``times`` × (about 3 pages of text and 9 tables on 9 pages)."""
    blocks: list[Block] = []
    for number in range(times):
        report = _nine_tables(number)
        report.without(next(b for b in report.blocks if isinstance(b, PageBreak)))  # the cover stands on the first page of text
        blocks += report.blocks
    return blocks


def _nine_tables(number: int) -> Case:
    """A self-evaluation with a base table, the department's sheet and seven projects."""
    return selfeval.case(random.Random(number), number, "docx", projects=7, base=True)  # noqa: S311 - reproducible
