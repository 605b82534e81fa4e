"""``审核结果.xlsx``: the workbook in which a reviewer filters: a row a report, a row a finding, a row a unit, a row a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from jixiao.batch.outputs import About
from jixiao.batch.outputs.words import GRADES, STATES, VERDICTS, say
from jixiao.batch.result import Result
from jixiao.batch.tally import Tally, UnitRow, unit_of
from jixiao.model.finding import SEVERITIES
from jixiao.writers.paint import MARKS

NAME = "审核结果.xlsx"
REPORTS = 1_000_000  # rows of a sheet: Excel itself ends at 1,048,576
FINDINGS = 200_000  # nobody works through more in Excel; what is more stands in the Parquet files alone. Our own choice
SMALL = 2_000  # reports up to which hints (提示) are listed as well
_CELL = 32_000  # characters: Excel's own limit is 32,767
_OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
_TONES = {"error": ("#A8201A", "#FDE8E6"), "warning": ("#7A4B00", "#FFF0CF"), "info": ("#0B5394", "#E2EEFB")}
_REPORTS = (
    ("unit", 30), ("report", 44), ("evaluated", 8), ("verdict", 10), ("stated", 10), ("computed", 10), ("difference", 8), ("grade", 7),
    ("error", 8), ("warning", 8), ("info", 8), ("unclear", 8), ("form", 34), ("pack", 14), ("format", 8), ("notes", 60), ("sha256", 20),
)  # fmt: skip
_FINDINGS = (
    ("unit", 26), ("report", 36), ("severity", 8), ("code", 9), ("title_column", 24), ("message", 60), ("found", 16), ("expected", 16),
    ("where", 24), ("chapter", 26), ("quote", 34), ("basis", 46), ("verified", 9), ("state", 9), ("opinion", 14), ("remark", 24),
)  # fmt: skip
_UNITS = (
    ("unit", 34), ("reports", 8), ("unread", 10), ("error", 8), ("warning", 8), ("info", 8), ("unclear", 8), ("mean_stated", 14),
    ("mean_computed", 14),
)  # fmt: skip
_RULES = (("code", 10), ("severity", 9), ("title_column", 40), ("in_reports", 12), ("times", 12))


class Output:
    """The workbook; its rows go to the disk as they come."""

    def open(self, folder: Path, about: About) -> None:
        """Begins the sheets of reports and findings."""
        self._lang, self._tally = about.job.lang, Tally()
        self._book = xlsxwriter.Workbook(str(folder / NAME), _OPTIONS)
        self._book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # the same results, the same bytes
        self._formats = _Formats(self._book)
        self._about = self._book.add_worksheet(say("about_sheet", self._lang))
        self._made = about
        self._reports = self._sheet("reports_sheet", _REPORTS)
        self._findings = self._sheet("findings_sheet", _FINDINGS)
        self._left_out = 0

    def add(self, result: Result) -> None:
        """One row of the report, and one of each finding."""
        self._tally.add(result)
        if self._reports.next <= REPORTS:
            self._reports.row(_report(result, self._lang))
        for finding in result.audit["findings"]:
            self._finding([unit_of(result), result.name, *_finding(finding, self._lang)], finding["severity"])
        for one in result.audit.get("unclear", ()):
            self._finding([unit_of(result), result.name, *_unclear(one, self._lang)], "")

    def close(self) -> None:
        """Adds units, rules and the first sheet, and ends the file."""
        units, rules = self._sheet("units_sheet", _UNITS), self._sheet("rules_sheet", _RULES)
        for unit in self._tally.worst():
            units.row(_unit(unit, self._lang))
        for rule in self._tally.commonest():
            rules.row([rule.code, say(rule.severity, self._lang), rule.title, rule.reports, rule.times], rule.severity)
        for sheet in (self._reports, self._findings, units, rules):
            sheet.end()
        self._write_about()
        self._book.close()

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]]) -> _Sheet:
        return _Sheet(self._book, say(name, self._lang), columns, self._formats, self._lang)

    def _finding(self, cells: list[Any], severity: str) -> None:
        if self._findings.next > FINDINGS or (severity == "info" and self._made.reports > SMALL):
            self._left_out += 1
        else:
            self._findings.row(cells, severity)

    def _write_about(self) -> None:
        sheet, tally, lang = self._about, self._tally, self._lang
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 70)
        sheet.write_string(0, 0, say("title", lang), self._formats.title)
        rows = [
            (say("reports", lang), tally.reports), (say("units", lang), len(tally.units)),
            *((VERDICTS[v][lang == "en"], n) for v, n in tally.verdicts.items() if n),
            *((f"{MARKS[s]} {say(s, lang)}", n) for s, n in tally.severities.items()),
            (say("unclear", lang), tally.unclear), (say("differing", lang), tally.differing),
            (say("engine", lang), f"jixiao {self._made.version}（{self._made.made_by[:12]}）"), (say("how", lang), say("how_text", lang)),
        ]  # fmt: skip
        if self._left_out:
            rows.append((say("left_out", lang), say("left_out_text", lang, n=self._left_out)))
        for number, (label, value) in enumerate(rows, 2):
            sheet.write_string(number, 0, label, self._formats.head)
            sheet.write(number, 1, value, self._formats.wrapped)
        self._about.activate()


class _Formats:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 15})
        self.head = book.add_format(
            {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1, "valign": "vcenter", "text_wrap": True}
        )  # fmt: skip
        self.plain = book.add_format({"valign": "top"})
        self.wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self.tones = {
            severity: book.add_format({"font_color": ink, "bg_color": ground, "valign": "top", "bold": True})
            for severity, (ink, ground) in _TONES.items()
        }


class _Sheet:
    """One sheet that is written row by row, with filters over its head."""

    def __init__(
        self, book: xlsxwriter.Workbook, name: str, columns: Sequence[tuple[str, int]], formats: _Formats, lang: str
    ) -> None:
        self._sheet, self._formats, self._names = book.add_worksheet(name), formats, [key for key, _ in columns]
        self._lang, self.next = lang, 1
        for number, (key, wide) in enumerate(columns):
            self._sheet.set_column(number, number, wide)
            self._sheet.write_string(0, number, say(key, lang), formats.head)
        self._sheet.freeze_panes(1, 2 if len(columns) > len(_UNITS) else 1)

    def row(self, cells: Sequence[Any], severity: str = "") -> None:
        """Writes a row; the cell that names a severity has its colour."""
        for column, value in enumerate(cells):
            if value is None or value == "":
                continue
            tone = self._formats.tones.get(severity) if self._names[column] == "severity" else None
            shown = tone or self._formats.plain
            if isinstance(value, str):
                self._sheet.write_string(self.next, column, value[:_CELL], shown)
            else:
                self._sheet.write_number(self.next, column, value, shown)
        self.next += 1

    def end(self) -> None:
        """Filters over every row, and the list of opinions to choose from."""
        last = max(1, self.next - 1)
        self._sheet.autofilter(0, 0, last, len(self._names) - 1)
        if "opinion" in self._names:
            column = self._names.index("opinion")
            choices = say("opinions", self._lang).split("、")
            self._sheet.data_validation(1, column, last, column, {"validate": "list", "source": choices})


def _report(result: Result, lang: str) -> list[Any]:
    audit = result.audit
    stated, computed = audit["stated_score"], audit["computed_score"]
    differs = None if None in (stated, computed) else round(stated - computed, 6)
    counts = [sum(one["severity"] == severity for one in audit["findings"]) for severity in SEVERITIES]
    notes = "；".join(note["message"].rstrip("。") for note in audit["unread"])
    return [
        unit_of(result), result.name, audit["year"], VERDICTS[result.verdict][lang == "en"], stated, computed, differs or None,
        GRADES.get(audit["grade"] or "", ("", ""))[lang == "en"], *counts, len(audit.get("unclear", ())), audit["form"], audit["pack"],
        audit.get("format"), notes, audit["sha256"],
    ]  # fmt: skip


def _finding(finding: dict[str, Any], lang: str) -> Iterator[Any]:
    place = next(iter(finding["places"]), None)
    basis = finding["basis"]
    yield from (say(finding["severity"], lang), finding["code"], finding["title"], finding["message"])
    yield from (finding["found"], finding["expected"], finding.get("where"), finding.get("chapter"))
    yield place["quote"] if place else ""
    yield f"{basis['citation']}{basis['article']}"
    yield "✓" if basis["verified"] else say("unverified", lang)
    yield STATES.get(finding.get("state") or "", ("", ""))[lang == "en"]


def _unclear(one: dict[str, Any], lang: str) -> Iterator[Any]:
    place = next(iter(one["places"]), None)
    yield from (say("unclear", lang), one["code"], "", one["message"], one["read"], "")
    yield from (one.get("where", ""), "", place["quote"] if place else "")


def _unit(unit: UnitRow, lang: str) -> list[Any]:
    means = (None if mean is None else round(mean, 2) for mean in (unit.mean_stated, unit.mean_computed))
    name = unit.name or say("no_unit", lang)
    return [name, unit.reports, unit.unread, *unit.counts.values(), unit.unclear, *means]
