"""The tables of a batch (tables.yaml): one row a report, one a finding, one a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from jixiao.batch.inputs.units import Turnout
from jixiao.batch.result import Result
from jixiao.batch.tally import Tally, UnitRow, unit_of

Row = dict[str, Any]  # by the names of the columns
SEVERITIES = {"error": "errors", "warning": "warnings", "info": "infos"}  # → column


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (text, int, number, flag), and what it means in Chinese and English."""

    name: str
    type: str
    zh: str
    en: str


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table (reports, findings, units), in order."""
    tables = yaml.safe_load(files(__package__).joinpath("tables.yaml").read_text("utf-8"))
    return tuple(Column(name, **about) for name, about in tables[table].items())


def counts(result: Result) -> dict[str, int]:
    """How many findings of each severity, and how many places that could not be read for sure."""
    found = {**dict.fromkeys(SEVERITIES.values(), 0), "unclear": len(result.audit["unclear"])}
    for finding in result.audit["findings"]:
        found[SEVERITIES[finding["severity"]]] += 1
    return found


def report_row(result: Result) -> Row:
    """The row of a report."""
    audit = result.audit
    same = {
        key: audit[key]
        for key in ("year", "form", "format", "stated_score", "computed_score", "grade", "pack", "pack_hash")
    }
    return {
        **same, **counts(result),
        "name": result.name, "verdict": result.verdict, "reason": result.reason,
        "why": "".join(note["message"] for note in audit["unread"] if note["fatal"]),
        "notes": "".join(note["message"] for note in audit["unread"] if not note["fatal"]),
        "unit": unit_of(result), "stated_unit": audit["unit"] or "",
        "not_checked": len(audit["not_checked"]),
        "files": len(result.files), "sha256": " ".join(digest for _, digest in result.files),
    }  # fmt: skip


def finding_rows(result: Result) -> Iterator[Row]:
    """A row a finding, in reading order; then what could not be read for sure; then what is gone since the baseline."""
    audit = result.audit
    kinds = (("finding", audit["findings"]), ("unclear", audit["unclear"]), ("finding", audit.get("gone", ())))
    numbered = ((kind, one) for kind, found in kinds for one in found)
    for number, (kind, one) in enumerate(numbered, 1):
        place = one["places"][0] if one["places"] else {}
        basis, fix = one.get("basis") or {}, one.get("fix") or {}
        yield {
            "name": result.name, "unit": unit_of(result), "year": audit["year"], "number": number, "kind": kind,
            "state": one.get("state", ""), "code": one["code"], "severity": one.get("severity"), "title": one.get("title"),
            "message": one["message"], "found": one.get("found", one.get("read")), "expected": one["expected"],
            "chapter": one.get("chapter"), "where": one.get("where"), "quote": place.get("quote"),
            "fix": fix.get("text"), "basis": basis.get("citation"), "article": basis.get("article"),
            "verified": basis.get("verified"), "fingerprint": one.get("fingerprint"),
            **{key: place.get(key) for key in ("block", "row", "column", "line", "start", "end")},
        }  # fmt: skip


def unit_rows(tally: Tally, turnout: Turnout | None) -> Iterator[Row]:
    """A row a unit, by name; with a list of units also for those that have sent nothing."""
    lines = {line.unit.name: line for line in turnout.lines()} if turnout else {}
    for name in sorted({*tally.units, *lines}):
        unit, line = tally.units.get(name) or UnitRow(name), lines.get(name)
        state = line.state if line else "strange" if turnout else ""
        yield {**_unit_row(unit), "state": state, "code": line.unit.code if line else ""}


def _unit_row(unit: UnitRow) -> Row:
    return {
        **{column: unit.counts[severity] for severity, column in SEVERITIES.items()},
        "unit": unit.name, "reports": unit.reports, "read": unit.reports - unit.unread, "unread": unit.unread,
        "unclear": unit.unclear, "stated_score": _rounded(unit.mean_stated), "computed_score": _rounded(unit.mean_computed),
    }  # fmt: skip


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
