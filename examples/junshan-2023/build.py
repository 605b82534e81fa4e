"""Builds report.docx and report.txt from report.yaml; the same source gives the same bytes.

Usage: python examples/junshan-2023/build.py
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from benchmarks.generator.blocks import Block, PageBreak, Para, Section, Table, cells  # noqa: E402
from benchmarks.generator.text import tabbed  # noqa: E402
from benchmarks.generator.word import word  # noqa: E402


def blocks() -> list[Block]:
    """The report as blocks."""
    source = yaml.safe_load((HERE / "report.yaml").read_text(encoding="utf-8"))
    return [_block(entry) for entry in source["blocks"]]


def built() -> dict[str, bytes]:
    """The files by name."""
    report = blocks()
    return {"report.docx": word(report), "report.txt": tabbed(report).encode()}


def _block(entry: dict[str, Any]) -> Block:
    if "break" in entry:
        return PageBreak() if entry["break"] == "page" else Section(landscape=entry["break"] == "landscape")
    if "table" in entry:
        table = entry["table"]
        return Table([cells(row) for row in table["rows"]], table["widths"], table["header"])
    number = entry.pop("number", "")
    ((style, text),) = entry.items()
    return Para(text, style, number)


if __name__ == "__main__":
    for name, data in built().items():
        (HERE / name).write_bytes(data)
