"""Filing of a report (报告 → 填报数据): what an understood report states, each figure once; contradictions are told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from jixiao.filing import words
from jixiao.filing.importing import prose
from jixiao.filing.importing.entries import name_of
from jixiao.filing.importing.items import items_of
from jixiao.filing.importing.notes import Note, note
from jixiao.filing.importing.sheet import sheet_of
from jixiao.filing.importing.table import entered
from jixiao.forms import Form, load
from jixiao.model.appraisal import Appraisal, SignOff
from jixiao.model.document import Paragraph
from jixiao.model.filing import Filing, SheetEntry, Signature
from jixiao.model.report import Report
from jixiao.model.words import squeezed

_USUAL = {"department": "cn/department", "project": "cn/project"}
_SAVINGS = "厉行节约"
_LABEL = 12  # characters of a label


@dataclass(frozen=True)
class Imported:
    """A filing taken from a report, with all paragraphs that may be the unit's own, and what could not be taken."""

    filing: Filing
    notes: tuple[Note, ...]
    paragraphs: dict[str, list[Paragraph]]


@dataclass(frozen=True)
class Taken:
    """带入结果: the filing, None where the file could not be read, what to look at, and the report as it was understood."""

    filing: Filing | None
    notes: tuple[Note, ...]
    report: Report


def filing_of(report: Report) -> Imported:
    """The filing of a report; ``texts`` only as far as no chapter is composed of figures (see ``with_words``)."""
    notes: list[Note] = []
    form = _form(report, notes)
    signatures = _Signatures(report)
    items = items_of(report, form)
    unit, year = name_of(report.unit), report.year or 0
    if not unit:
        notes.append(note("no_unit", "unit"))
    if any("*" in name_of(field) for sign in report.signoffs for field in (sign.preparer, sign.phone, sign.head)):
        notes.append(note("masked", "signoff"))
    if not year:
        notes.append(note("no_year", "year"))
    department = report.department
    projects = tuple(one for one in report.projects if one.complete or one.funds or one.name)  # no sentence of the text
    filing = Filing(
        form.path, unit, year, _date(report), entered(report, form, items, notes), items,
        prose.reasons_of(report) | _savings(report),
        sheet_of(department, "department", signatures.of(department), notes) if department else SheetEntry(),
        tuple(sheet_of(one, f"projects.{n}", signatures.of(one), notes) for n, one in enumerate(projects, 1)),
        signatures.usual,
    )  # fmt: skip
    notes += [note("ledger", text=prose.short(table.title)) for table in report.ledgers if table.title]
    return Imported(filing, tuple(notes), prose.paragraphs_of(report, form, notes))


def with_words(imported: Imported, report: Report, composed: prose.Composed) -> tuple[Filing, tuple[Note, ...]]:
    """The filing with the unit's own paragraphs: those that ``composed`` (by section) does not make of its figures."""
    notes = list(imported.notes)
    texts = prose.own_words(imported.paragraphs, report, composed, notes)
    return replace(imported.filing, texts=dict(imported.filing.texts) | texts), tuple(notes)


def _form(report: Report, notes: list[Note]) -> Form:
    if report.form.path:
        return load(report.form.path)
    kind = "project" if report.projects and report.department is None else "department"
    notes.append(note("no_form", "form", form=_USUAL[kind]))
    return load(_USUAL[kind])


def _date(report: Report) -> str:
    return next((found for field in report.cover if (found := words.iso_date(field.text))), "")


def _savings(report: Report) -> dict[str, str]:
    """厉行节约保障措施: the one row of the base table that is words."""
    for table in report.document.tables:
        for cell in table.cells:
            if squeezed(cell.text).startswith(_SAVINGS) and len(squeezed(cell.text)) <= _LABEL:
                beside = table.at(cell.row, cell.column + cell.columns)
                if beside is not None and (text := words.lines(beside.text)):
                    return {"savings": text}
    return {}


class _Signatures:
    """Who signed what: the usual one is the filing's, a sheet has its own where it differs."""

    def __init__(self, report: Report) -> None:
        signed = [(sign.place.block, _signature(sign)) for sign in report.signoffs]
        counted = Counter(one for _, one in signed if one != Signature())
        self.usual = counted.most_common(1)[0][0] if counted else Signature()
        self._signed = signed
        self._blocks = sorted(
            [one.block for one in report.appraisals] + [table.table.block for table in report.base_tables]
        )

    def of(self, appraisal: Appraisal) -> Signature | None:
        """The sheet's own signature, None where it is the usual one."""
        end = next((block for block in self._blocks if block > appraisal.block), 1 << 60)
        found = next((one for block, one in self._signed if appraisal.block <= block < end), None)
        return None if found is None or found in (self.usual, Signature()) else found


def _signature(sign: SignOff) -> Signature:
    preparer, phone, head = (
        "" if "*" in text else text for text in map(name_of, (sign.preparer, sign.phone, sign.head))
    )
    return Signature(preparer, phone, head, words.iso_date(sign.date.text) or "" if sign.date else "")
