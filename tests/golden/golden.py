"""Writes and reads golden audits. ``python -m tests.golden.golden`` writes them anew: read the difference before committing it."""

from __future__ import annotations

from pathlib import Path

from jixiao import pipeline
from jixiao.rules.registry import catalogue

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
CASES = {
    "junshan-2023-txt": ROOT / "examples/junshan-2023/report.txt",
    "junshan-2023-docx": ROOT / "examples/junshan-2023/report.docx",
}


def lines(path: Path) -> list[str]:
    """An audit as lines: the score, each finding with its place and its Chinese sentence, what was not checked."""
    audit = pipeline.audit(path, strict=True)
    sheet = audit.scores.department
    rules = catalogue()
    found = [
        f"score {sheet.stated if sheet else None} recomputed {sheet.computed if sheet else None} pack {audit.scores.pack}"
    ]
    for one in audit.findings:
        place = one.places[0]
        where = f"{place.block}" + (f":{place.row}:{place.column}" if place.row else "")
        found.append(f"{one.code} {one.severity} {where} {rules[one.code].message(one)}")
    return found + [f"not checked {left.code} {left.why.reason}" for left in audit.not_checked]


if __name__ == "__main__":
    for name, report in CASES.items():
        (HERE / f"{name}.txt").write_text("\n".join(lines(report)) + "\n", "utf-8")
