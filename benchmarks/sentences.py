"""Every row of ../shared/sentences.md, alone in a text file and inside a clean report: ✗ found, ✓ silent, ? at most info.

Usage: python -m benchmarks.sentences [--verbose]
Exit code 1 when a row is not as it should be.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.generator.clean import sentence_report
from jixiao import pipeline
from jixiao.model.finding import Finding
from jixiao.rules.registry import catalogue

SOURCE = Path(__file__).resolve().parents[2] / "shared" / "sentences.md"
_ROW = re.compile(r"^\| ([✗✓?]) \| (.*?) \| (.*?) \|$")
_NUMBER = re.compile(r"\d[\d,]*\.?\d*")
_REMARK = re.compile(r"（(2023年度报告|2024年度预算说明|2023)）")
_TITLES = {
    "2023年度报告": "2023年度部门决算情况说明\n",
    "2024年度预算说明": "2024年度部门预算说明\n",
    "2023": "2023年度部门决算情况说明\n",
}
_CONTEXT = {"of 846.2 (": "全年支出合计846.2万元，", "医疗卫生与计划生育": "2023年卫生健康支出85.2万元。"}
_BESIDE = re.compile(r" (?:beside .*|in one form, .*)$")


@dataclass(frozen=True)
class Row:
    """One row: the sign, the words, and why."""

    sign: str
    text: str
    why: str

    @property
    def sentence(self) -> str:
        """The words as a report has them: without remarks to the reader of the list, with what they refer to."""
        words = _REMARK.sub("", _BESIDE.sub("", self.text)).replace("，……", "，").replace("……", "，").strip()
        return next((before for part, before in _CONTEXT.items() if part in self.text + self.why), "") + words

    @property
    def title(self) -> str:
        """The title that the remark asks for, or none."""
        match = _REMARK.search(self.text)
        return _TITLES.get(match.group(1), "") if match else ""

    @property
    def places(self) -> tuple[str, ...]:
        """Where the row is tried: what only another kind of document or a report of nothing else can say, alone."""
        return ("alone",) if self.title.startswith("2024") or self.text.startswith("存在问题") else ("alone", "inside")

    @property
    def year(self) -> int:
        """The year that the report is about; 2023 unless the row says otherwise."""
        return 2024 if "2024" in self.title else 2023


def rows(path: Path = SOURCE) -> list[Row]:
    """The rows of the list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Row(*match.groups()) for line in lines if (match := _ROW.match(line))]


def loud(text: str) -> tuple[Finding, ...]:
    """Errors and warnings on a text."""
    audit = pipeline.audit_bytes(text.encode(), "sentence.txt")
    return tuple(f for f in audit.findings if f.severity in ("error", "warning"))


def said(finding: Finding) -> str:
    """All that a finding tells the user."""
    words = [catalogue()[finding.code].message(finding), finding.expected, finding.found]
    return " ".join(str(w) for w in [*words, *(p.quote for p in finding.places)] if w)


@cache
def _background(year: int) -> frozenset[tuple[str, str]]:
    return frozenset(_keys(loud(sentence_report("", year))))


def _keys(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(f.code, f.places[0].quote if f.places else "") for f in findings]


def alone(row: Row) -> list[Finding]:
    """Findings on the sentence alone."""
    return list(loud(row.title + row.sentence + "\n"))


def inside(row: Row) -> list[Finding]:
    """Findings that the sentence adds to a clean report."""
    found = loud(sentence_report(row.sentence, row.year))
    return [f for f, key in zip(found, _keys(found), strict=True) if key not in _background(row.year)]


def verdict(row: Row, found: list[Finding]) -> str:
    """Empty when the row is as it should be, else what is wrong."""
    if row.sign != "✗":
        return "false alarm: " + "; ".join(f"{f.code} {said(f)[:50]}" for f in found) if found else ""
    if not found:
        return "missed"
    value = _value(row)
    if value and not any(value in said(f).replace(",", "") for f in found):
        return f"found, but not the value {value}: " + "; ".join(f"{f.code} {said(f)[:50]}" for f in found)
    return ""


def _value(row: Row) -> str:
    """The right value that the third column begins with, if it does."""
    match = _NUMBER.search(row.why.split(":")[-1] if row.why.startswith("unit:") else row.why[:12])
    return match.group().rstrip(".") if match and "money only" not in row.why else ""


def main() -> int:
    """Print a table of the rows that are not as they should be, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="print the rows that are right as well")
    options = parser.parse_args()
    if not SOURCE.exists():
        print(f"not checked: {SOURCE} is not here")
        return 0
    bad = 0
    for row in rows():
        for where in row.places:
            found = alone(row) if where == "alone" else inside(row)
            wrong = verdict(row, found)
            bad += bool(wrong)
            if wrong or options.verbose:
                print(f"{row.sign} {where:6} {row.text[:60]} — {row.why[:40]}\n    {wrong or [f.code for f in found]}")
    total = sum(len(row.places) for row in rows())
    print(f"{total - bad} of {total} as they should be")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
