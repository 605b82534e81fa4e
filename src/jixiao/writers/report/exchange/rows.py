"""行: the values of each table's rows, by the names that tables.yaml gives them. Money in 元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao import forms
from jixiao.model.figure import Figure
from jixiao.model.filing import STAGES, Filing, SheetEntry
from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.workings import factor

Value = str | Decimal | None
Row = dict[str, Value]
_FUNDS = {
    "department": {"year_funds": "年度资金总额"},
    "project": {"total": "年度资金总额", "fiscal": "当年财政拨款", "carried": "上年结转资金", "other": "其他资金"},
}
_KEPT = "2"  # not deleted
_YUAN = "元"
_REPORT = "部门整体支出绩效自评报告"


class Rows:
    """The rows of one filing and of the report that was composed of it; ``files``: the package's, as (folder, name)."""

    def __init__(self, filing: Filing, manuscript: Manuscript, files: tuple[tuple[str, str], ...]) -> None:
        self._filing, self._manuscript, self._files = filing, manuscript, files
        form = forms.load(filing.form)
        self._department = form.kind == "department"
        self._division = form.division.ljust(9, "0") if form.division else ""
        self._labels = {one.kind: (one.label, dict(one.parts)) for one in form.classes}
        self._printed = {slot.origin: slot.text for grid in manuscript.grids for slot in grid.slots if slot.origin}

    def of(self, kind: str) -> list[Row]:
        """The rows of one kind: sheets, goals, indicators, funds, files."""
        if kind == "files":
            return list(self._of_files())
        makers = {"sheets": self._sheet, "goals": self._goals, "indicators": self._indicators, "funds": self._funds}
        return [{**self._common(p, s), **row} for p, s in self._sheets() for row in makers[kind](p, s)]

    def _sheets(self) -> Iterator[tuple[str, SheetEntry]]:
        if self._department:
            yield "department", self._filing.department
        yield from ((f"projects.{n}", one) for n, one in enumerate(self._filing.projects, 1))

    def _common(self, prefix: str, sheet: SheetEntry) -> Row:
        return {
            "year": str(self._filing.year),
            "division": self._division,
            "unit": self._filing.unit,
            "supervisor": sheet.supervisor,
            "project": sheet.name,
            "kept": _KEPT,
            "time": self._filing.date.replace("-", "").ljust(17, "0") if self._filing.date else "",
            "kind": "dept" if prefix == "department" else "project",
            "eval_id": self._id(prefix),
        }

    def _sheet(self, prefix: str, sheet: SheetEntry) -> Iterator[Row]:
        notes = [f"{one.name}：{one.note}" for one in sheet.indicators if one.note]
        lines = (line for line in self._manuscript.lines if line.section == "use_of_results" and line.style == "body")
        results = "\n".join(line.text for line in lines)
        yield {"deviations": "\n".join(notes), "use_of_results": results, "score": self._number(f"{prefix}.score")}

    def _goals(self, prefix: str, sheet: SheetEntry) -> Iterator[Row]:
        for n, goal in enumerate(sheet.goals, 1):
            at = f"{prefix}.goals.{n}"
            printed = (self._printed.get(f"{at}.{part}") for part in ("expected", "achieved"))
            expected, achieved = (
                text or given for text, given in zip(printed, (goal.expected, goal.achieved), strict=True)
            )
            yield {"goal_id": self._id(at), "expected": expected, "achieved": achieved}

    def _indicators(self, prefix: str, sheet: SheetEntry) -> Iterator[Row]:
        for n, one in enumerate(sheet.indicators, 1):
            at = f"{prefix}.indicators.{n}"
            label, parts = self._labels.get(one.kind1, ("", {}))
            yield {
                "indicator_id": self._id(at), "level1": label, "level2": parts.get(one.kind2, ""), "name": one.name,
                "target": self._printed.get(f"{at}.target") or one.target, "weight": self._number(f"{at}.weight"),
                "actual": self._printed.get(f"{at}.actual") or one.actual, "score": self._number(f"{at}.score"),
                "note": self._printed.get(f"{at}.note") or one.note,
            }  # fmt: skip

    def _funds(self, prefix: str, _sheet: SheetEntry) -> Iterator[Row]:
        for n, (fund, label) in enumerate(_FUNDS["department" if prefix == "department" else "project"].items()):
            at = fund if prefix == "department" else f"{prefix}.funds.{fund}"
            money = {stage: self._yuan(f"{at}.{stage}") for stage in STAGES}
            if n and not any(value is not None for value in money.values()):
                continue
            row: Row = {"fund_id": self._id(f"{prefix}.funds.{n}"), "fund": label, **money}
            initial, adjusted = money["initial"], money["adjusted"]
            row["adjustment"] = adjusted - initial if adjusted is not None and initial is not None else None
            if not n:
                row |= {part: self._number(f"{prefix}.execution.{part}") for part in ("rate", "score")}
            yield row

    def _of_files(self) -> Iterator[Row]:
        prefix, sheet = next(self._sheets(), ("department", SheetEntry()))
        for n, (folder, name) in enumerate(self._files, 1):
            row: Row = {"file_id": self._id(f"files.{n}"), "file": name, "path": f"{folder}/{name}", "report": _REPORT}
            yield {**self._common(prefix, sheet), **row}

    def _id(self, at: str) -> str:
        return f"{self._filing.year}.{at}"

    def _figure(self, identity: str) -> Figure | None:
        return self._manuscript.figures.get(identity)

    def _number(self, identity: str) -> Decimal | None:
        found = self._figure(identity)
        return found.value if found else None

    def _yuan(self, identity: str) -> Decimal | None:
        found = self._figure(identity)
        return None if found is None or found.value is None else found.value * factor(found.unit, _YUAN)
