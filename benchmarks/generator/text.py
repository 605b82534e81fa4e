"""Blocks as plain text: one cell a line behind a tab (as Tika gives a Word file), or pipe tables."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.generator.blocks import Block, PageBreak, Para, Section, Table


def tabbed(blocks: Iterable[Block]) -> str:
    """One cell a line behind a tab, an empty line after each row; cells of several lines go on without a tab."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Para):
            lines += block.printed.split("\n")
        elif isinstance(block, Table):
            for row in block.rows:
                lines += [line for cell in row for line in ("\t" + cell.text).split("\n")]
                lines.append("")
        elif isinstance(block, PageBreak | Section):
            lines.append("")
    return "\n".join(lines) + "\n"


def piped(blocks: Iterable[Block]) -> str:
    """Pipe tables: a continued cell is empty, a spanning cell is followed by empty ones."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Para):
            lines += [*block.printed.split("\n"), ""]
        elif isinstance(block, Table):
            for number, row in enumerate(block.rows):
                flat = [w for cell in row for w in (cell.text.replace("\n", ""), *[""] * (cell.span - 1))]
                lines.append("| " + " | ".join(flat) + " |")
                if number == 0:
                    lines.append("|" + " --- |" * len(flat))
            lines.append("")
    return "\n".join(lines) + "\n"
