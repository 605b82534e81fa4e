"""A report of a chosen size for measuring speed: text and tables repeat with other numbers."""

from __future__ import annotations

import random

from benchmarks.generator import selfeval
from benchmarks.generator.blocks import Block, PageBreak
from benchmarks.generator.case import Case

_FIRST = 6  # LibreOffice shows the report of this number on 12 pages


def large(times: int = 1) -> list[Block]:
    """``times`` × (about 3 pages of text and 9 tables on 9 pages)."""
    blocks: list[Block] = []
    for number in range(_FIRST, _FIRST + times):
        report = _nine_tables(number)
        report.without(
            report.cover[1], next(b for b in report.blocks if isinstance(b, PageBreak))
        )  # no page for the cover alone
        blocks += report.blocks[:-1] if number == _FIRST + times - 1 else report.blocks
    return blocks


def _nine_tables(number: int) -> Case:
    """A self-evaluation with a base table, the department's sheet and seven projects."""
    return selfeval.case(random.Random(number), number, "docx", projects=7, base=True)
