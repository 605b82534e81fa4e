"""统计: what a batch comes to, counted as the results pass: verdicts, findings by rule and by unit, scores."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jixiao.batch.result import VERDICTS, Result
from jixiao.model.finding import SEVERITIES

# Lower ends of the bands of scores, in points: ours, so that a chart shows how near to 100 all of them are.
BANDS = (
    (100.0, "100"), (99.0, "99–100"), (98.0, "98–99"), (95.0, "95–98"), (90.0, "90–95"), (80.0, "80–90"), (60.0, "60–80"), (0.0, "60以下"),
)  # fmt: skip

_FIRST = re.compile(r"[，。；（(;]|[,.:] ")


@dataclass(slots=True)
class UnitRow:
    """One unit (单位): its reports, what was found in them, the scores that it states and that come out."""

    name: str
    reports: int = 0
    unread: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    unclear: int = 0
    stated: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    @property
    def mean_stated(self) -> float | None:
        """The mean of the scores that its reports state."""
        return sum(self.stated) / len(self.stated) if self.stated else None

    @property
    def mean_computed(self) -> float | None:
        """The mean of the scores that come out."""
        return sum(self.computed) / len(self.computed) if self.computed else None


@dataclass(slots=True)
class RuleRow:
    """One rule (规则): in how many reports it found how much."""

    code: str
    title: str
    severity: str
    reports: int = 0
    times: int = 0


class Tally:
    """Counts results one by one; memory grows with units and rules, not with reports."""

    def __init__(self) -> None:
        self.reports = 0
        self.verdicts = dict.fromkeys(VERDICTS, 0)
        self.severities = dict.fromkeys(SEVERITIES, 0)
        self.unclear = 0
        self.rules: dict[str, RuleRow] = {}
        self.units: dict[str, UnitRow] = {}
        self.reasons: Counter[str] = Counter()  # why reports were not read, in the first words of their notes
        self.formats: Counter[str] = Counter()
        self.bands: Counter[str] = Counter()  # of the scores stated
        self.differing = 0  # reports whose stated score is not the one that comes out

    def add(self, result: Result) -> None:
        """One more report."""
        audit = result.audit
        self.reports += 1
        self.verdicts[result.verdict] += 1
        unit = self.units.setdefault(unit_of(result), UnitRow(unit_of(result)))
        unit.reports += 1
        if result.verdict != "read":
            unit.unread += 1
            self.reasons[_why(result)] += 1
            return
        self.formats[audit.get("format") or ""] += 1
        self._scores(audit, unit)
        self._findings(audit["findings"], unit)
        unclear = len(audit.get("unclear", ()))
        unit.unclear += unclear
        self.unclear += unclear

    def _scores(self, audit: dict[str, Any], unit: UnitRow) -> None:
        stated, computed = audit["stated_score"], audit["computed_score"]
        if stated is not None:
            unit.stated.append(stated)
            self.bands[band(stated)] += 1
        if computed is not None:
            unit.computed.append(computed)
        self.differing += None not in (stated, computed) and stated != computed

    def _findings(self, findings: list[dict[str, Any]], unit: UnitRow) -> None:
        for one in findings:
            self.severities[one["severity"]] += 1
            unit.counts[one["severity"]] += 1
            row = self.rules.setdefault(one["code"], RuleRow(one["code"], one["title"], one["severity"]))
            row.times += 1
            row.severity = min(
                row.severity, one["severity"], key=SEVERITIES.index
            )  # some rules have findings of several
        for code in {one["code"] for one in findings}:
            self.rules[code].reports += 1

    def commonest(self) -> list[RuleRow]:
        """The rules, first the one that most reports break."""
        return sorted(self.rules.values(), key=lambda row: (-row.reports, -row.times, row.code))

    def worst(self) -> list[UnitRow]:
        """The units, first the one with the most errors."""
        return sorted(self.units.values(), key=lambda row: (*(-row.counts[s] for s in SEVERITIES), row.name))

    def scores(self) -> Iterator[tuple[str, int]]:
        """How many reports state a score of each band, from the highest."""
        return ((name, self.bands[name]) for _, name in BANDS)


def _why(result: Result) -> str:
    """Why a report was not read: what its note says first."""
    note = next((one["message"] for one in result.audit["unread"] if one["fatal"]), result.reason or result.verdict)
    return _FIRST.split(note, maxsplit=1)[0]


def unit_of(result: Result) -> str:
    """The unit of a report: the one it was matched to, else the one that it names itself; "" where neither is known."""
    return result.unit or (result.audit.get("unit") or "").strip()


def band(score: float) -> str:
    """The band in which a score lies."""
    return next((name for least, name in BANDS if score >= least), BANDS[-1][1])
