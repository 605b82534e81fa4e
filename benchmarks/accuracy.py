"""Recall and precision by planting one fault at a time into clean synthetic reports.

Usage: python -m benchmarks.accuracy [--reports N] [--kinds WORD …] [--seed S] [--verbose] [--write SEED KIND DIR]
A fault is found when a rule that answers for its kind points at a planted spot (with the right value, where there is one).
A new error or warning whose rule cannot answer for the planted fault is false. Exit code 1 below 0.98.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults import KINDS, Kind, Planted
from benchmarks.generator.blocks import Cell, Para, Table
from benchmarks.generator.case import Case
from benchmarks.generator.report import case, file_of
from jixiao import pipeline
from jixiao.model.audit import Audit
from jixiao.model.document import Paragraph
from jixiao.model.finding import Finding
from jixiao.model.place import Place
from jixiao.rules.registry import catalogue

LEAST = 0.98


@dataclass
class Tally:
    """Counts of one kind, and what to look at."""

    planted: int = 0
    found: int = 0
    false: int = 0
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found + self.false else 1.0


def audited(report: Case) -> Audit:
    """The report as a file, audited."""
    return pipeline.audit_bytes(*file_of(report))


def loud(findings: tuple[Finding, ...]) -> list[Finding]:
    """Errors and warnings."""
    return [f for f in findings if f.severity != "info"]


def key(finding: Finding) -> tuple[str, str]:
    """What makes a finding the same on base and mutant."""
    return finding.code, "".join(finding.places[0].quote.split()) if finding.places else ""


def identity(finding: Finding) -> tuple[str, str]:
    """The same with all that it says: a finding that says something new is new."""
    return finding.code, said(finding) + "".join(p.quote for p in finding.places)


def squeezed(text: str) -> str:
    """Without blanks."""
    return "".join(text.split())


def spot_words(report: Case, planted: Planted) -> list[tuple[str, frozenset[str]]]:
    """Each spot as the words of its paragraph, or of the cells of its row."""
    rows = [row for block in report.blocks if isinstance(block, Table) for row in block.rows]
    out: list[tuple[str, frozenset[str]]] = []
    for spot in planted.spots:
        if isinstance(spot, Para):
            out.append((squeezed(spot.printed), frozenset()))
        elif isinstance(spot, Cell):
            out += [
                ("", frozenset(squeezed(c.text) for c in row if c.text.strip()))
                for row in rows
                if any(c is spot for c in row)
            ]
    return out


def stands_at(audit: Audit, place: Place, spot: tuple[str, frozenset[str]]) -> bool:
    """Whether a place lies in the paragraph or the row of a spot."""
    block = next((b for b in audit.report.document.blocks if b.block == place.block), None)
    if block is None:
        return False
    if isinstance(block, Paragraph):
        mine = squeezed(block.text)
        return bool(spot[0]) and (mine == spot[0] or spot[0] in mine or (mine in spot[0] and len(mine) > 5))
    if not spot[1] or place.row is None:
        return False
    here = {squeezed(c.text) for number in _lines(block, place) for c in block.row(number)}
    return spot[1] <= here or spot[1] <= {w.replace("\n", "") for w in here}


def _lines(block: object, place: Place) -> range:
    cell = block.at(place.row, place.column)  # type: ignore[attr-defined]
    return range(place.row or 1, (place.row or 1) + (cell.rows if cell else 1))


def bare(words: str) -> str:
    """Without the commas between thousands, of either width."""
    return words.replace(",", "").replace("，", "")


def said(finding: Finding) -> str:
    """All the words of a finding."""
    return " ".join(
        map(str, (catalogue()[finding.code].message(finding), finding.expected, finding.fix and finding.fix.text))
    )


def finds(
    audit: Audit, finding: Finding, kind: Kind, spots: list[tuple[str, frozenset[str]]], planted: Planted
) -> bool:
    """Whether a finding is the planted fault, rightly corrected."""
    if finding.code not in kind.codes:
        return False
    if spots and not any(stands_at(audit, place, spot) for place in finding.places for spot in spots):
        return False
    return not planted.expected or any(value in bare(said(finding)) for value in map(bare, planted.expected))


def plant(seed: int, kind: Kind) -> tuple[Case, Planted] | None:
    """A fresh report with the fault, or nothing where it has no place in it."""
    report = deepcopy(case(seed))
    planted = kind.plant(report, random.Random(seed * 1009 + len(kind.name)))
    return (report, planted) if planted else None


def run(seeds: range, kinds: list[Kind]) -> tuple[dict[str, Tally], Counter[str], int]:
    """Tallies by kind, false alarms on the clean reports by code, and the number of clean reports without any."""
    tallies = {kind.name: Tally() for kind in kinds}
    noise: Counter[str] = Counter()
    quiet = 0
    for seed in seeds:
        base = audited(case(seed))
        before = Counter(key(f) for f in base.findings), Counter(identity(f) for f in base.findings)
        alarms = [f.code for f in loud(base.findings)]
        noise.update(alarms)
        quiet += not alarms
        for kind in kinds:
            made = plant(seed, kind)
            if made:
                _count(tallies[kind.name], seed, kind, *made, before)
    return tallies, noise, quiet


def _count(
    tally: Tally,
    seed: int,
    kind: Kind,
    report: Case,
    planted: Planted,
    before: tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]],
) -> None:
    audit = audited(report)
    fresh, new = _beyond(audit.findings, key, before[0]), _beyond(audit.findings, identity, before[1])
    spots = spot_words(report, planted)
    tally.planted += 1
    hit = any(finds(audit, f, kind, spots, planted) for f in new)
    tally.found += hit
    where = f"seed {seed} {report.kind} {report.format}"
    if not hit:
        tally.misses.append(
            f"{where}: {[s.printed if isinstance(s, Para) else s.text for s in planted.spots][:3]} right {planted.expected}"
            f" got {[(f.code, said(f)[:50]) for f in new][:4]}"
        )
    wrong = [f for f in loud(tuple(fresh)) if f.code not in kind.codes + kind.also]
    tally.false += len(wrong)
    tally.alarms += [f"{where}: {f.code} {said(f)[:80]}" for f in wrong]


def _beyond(
    findings: tuple[Finding, ...], by: Callable[[Finding], tuple[str, str]], known: Counter[tuple[str, str]]
) -> list[Finding]:
    """The findings that are not among the known ones."""
    left, out = Counter(known), []
    for finding in findings:
        if left[by(finding)] > 0:
            left[by(finding)] -= 1
        else:
            out.append(finding)
    return out


def main() -> int:
    """Run, print the table, and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--kinds", nargs="*", help="only kinds whose name contains one of these words")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--verbose", action="store_true", help="print every miss and every false alarm")
    parser.add_argument(
        "--write",
        nargs=3,
        metavar=("SEED", "KIND", "DIR"),
        help="write the report with that fault ('' for none) and stop",
    )
    options = parser.parse_args()
    if options.write:
        return _write(*options.write)
    kinds = [k for k in KINDS.values() if not options.kinds or any(w in k.name for w in options.kinds)]
    tallies, noise, quiet = run(range(options.seed, options.seed + options.reports), kinds)
    print(f"{'kind':36} {'planted':>7} {'found':>6} {'recall':>7} {'precision':>9}")
    for name, t in tallies.items():
        print(f"{name:36} {t.planted:7} {t.found:6} {t.recall:7.3f} {t.precision:9.3f}")
        if options.verbose:
            print("".join(f"    miss  {m}\n" for m in t.misses) + "".join(f"    false {a}\n" for a in t.alarms), end="")
    planted, found, false = (sum(getattr(t, n) for t in tallies.values()) for n in ("planted", "found", "false"))
    below = [n for n, t in tallies.items() if t.planted and (t.recall < LEAST or t.precision < LEAST)]
    print(f"clean reports without an error or warning: {quiet} of {options.reports}; alarms {dict(noise)}")
    print(
        f"{len(kinds)} kinds, {planted} planted, recall {found / max(1, planted):.3f}, "
        f"precision {found / max(1, found + false):.3f}, kinds below {LEAST}: {len(below)}"
    )
    return int(bool(below) or bool(noise))


def _write(seed: str, name: str, folder: str) -> int:
    made = plant(int(seed), KINDS[name]) if name else (case(int(seed)), Planted())
    if not made:
        print("this fault has no place in that report")
        return 1
    data, file = file_of(made[0])
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / file).write_bytes(data)
    print(Path(folder) / file, [s.printed if isinstance(s, Para) else s.text for s in made[1].spots], made[1].expected)
    return 0


if __name__ == "__main__":
    sys.exit(main())
