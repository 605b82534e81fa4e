"""流程: the verbs over the parts that do them: read, understand, score and audit a report; read, compose and write a filing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import localcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao import extract, forms, law, readers
from jixiao import score as scoring
from jixiao.model.audit import Audit
from jixiao.model.report import FormMatch, Report
from jixiao.model.score import Scores
from jixiao.readers.limits import FILE_BYTES
from jixiao.rules.doubtful import parted
from jixiao.rules.registry import catalogue
from jixiao.rules.run import gathered, outcomes
from jixiao.score.sheet import sheet as score_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jixiao.filing.importing import Taken
    from jixiao.filing.result import Read
    from jixiao.law import Law
    from jixiao.model.document import Document
    from jixiao.model.filing import Filing, Mistake
    from jixiao.model.finding import Rule
    from jixiao.model.manuscript import Manuscript
    from jixiao.model.proof import Proof
    from jixiao.rules.run import Outcomes
    from jixiao.writers.report.package import Package, Tell

    Ask = Callable[[int], tuple[Proof, ...]]  # the indicator values that the records give for a year

_DIGITS = 100  # sums of any amounts are exact
_UNREADABLE = FormMatch("", "", "", "文件没有读出内容，未判断格式")


def read(path: Path | str) -> Document:
    """The document of a file (读取). A damaged or foreign file gives a document whose ``unread`` says so."""
    return readers.read(path)


def understand(document: Document | Path | str, form: str | None = None) -> Report:
    """The report that a document holds (理解), by the form that fits it or by the one that is named."""
    if isinstance(document, Path | str):
        document = read(document)
    if not document.readable:
        return Report(document, _UNREADABLE)
    return extract.understand(document, form)


def score(report: Report, pack: str | None = None) -> Scores:
    """Every 自评表 of a report recomputed (评分), under the pack of its form or under the one that is named."""
    return scoring.score(report, law.load(pack_of(report, pack)))


def audit(path: Path | str, *, pack: str | None = None, form: str | None = None, strict: bool = False) -> Audit:
    """A file audited (审核): read, understood, recomputed, and held against every rule.

    ``pack`` and ``form`` replace what the report itself gives away; ``strict`` lets a defect of a rule through
    as its exception (for tests) instead of listing that rule as not checked.
    """
    return audit_document(read(path), pack=pack, form=form, strict=strict)


def audit_bytes(
    data: bytes,
    name: str,
    *,
    pack: str | None = None,
    form: str | None = None,
    proofs: Ask | None = None,
    strict: bool = False,
) -> Audit:
    """The same for bytes at hand; ``name`` is a file name, whose ending helps to tell the format."""
    return audit_document(readers.read_bytes(data, name), pack=pack, form=form, proofs=proofs, strict=strict)


def audit_document(
    document: Document,
    *,
    pack: str | None = None,
    form: str | None = None,
    proofs: Ask | None = None,
    strict: bool = False,
) -> Audit:
    """The same for a document that was read before. One that could not be read has no findings, only its notes."""
    return audit_report(understand(document, form), pack=pack, proofs=proofs, strict=strict)


def audit_report(report: Report, *, pack: str | None = None, proofs: Ask | None = None, strict: bool = False) -> Audit:
    """The same for a report that was understood before: recomputed and held against every rule, no file is read.

    ``proofs`` gives the values of the indicators in the records for a year (业务记录).
    """
    document = report.document
    chosen = law.load(pack_of(report, pack))
    rules = rules_at(report.form.path)
    if not document.readable:
        return Audit(report, Scores(chosen.pack, chosen.pack_hash, ()), (), (), rules, chosen.citations)
    scores = scoring.score(report, chosen)
    known = proofs(report.year) if proofs is not None and report.year is not None else ()
    found = {rule.code: outcomes(rule, report, chosen, scores, proofs=known, strict=strict) for rule in rules}
    return replace(conclude(report, chosen, scores, rules, found), proofs=known)


@cache
def rules_at(form: str) -> tuple[Rule, ...]:
    """Every rule as it stands under a form."""
    return tuple(rule.at(form) for rule in catalogue().values())


def conclude(report: Report, chosen: Law, scores: Scores, rules: tuple[Rule, ...], found: Outcomes) -> Audit:
    """The audit of a report of which it is known what each rule came to."""
    findings, unchecked = gathered(found, rules)
    findings, unclear = parted(findings, report.document.doubts)
    return Audit(report, scores, findings, unchecked, rules, chosen.citations, unclear)


def records(folder: Path) -> Ask:
    """What the records of a store give for a year (业务记录); raises ValueError with a sentence where it cannot be opened."""
    from jixiao.records import engine  # noqa: PLC0415 - few audits need records
    from jixiao.records.store import open_store  # noqa: PLC0415

    store = open_store(folder)
    return lambda year: tuple(engine.compute(store, datetime(year, 1, 1), datetime(year + 1, 1, 1)))  # noqa: DTZ001 - wall time


def bind(filing: Filing, proofs: Sequence[Proof]) -> tuple[Filing, tuple[Mistake, ...]]:
    """The filing with the values that it takes from the records (「记录:CS03」), and what these do not give."""
    from jixiao.compose import evidence  # noqa: PLC0415 - audits need no filings

    return evidence.bound(filing, proofs)


def evidence_of(filing: Filing, proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    """The values of the records that belong to indicators of the filing (before ``bind``)."""
    from jixiao.compose import evidence  # noqa: PLC0415 - audits need no filings

    return evidence.used(filing, proofs)


def compose(filing: Filing, *, proofs: Sequence[Proof] = (), draft: bool = False) -> Manuscript:
    """The report that a filing makes (成文): figures, points by the audit's own code, sentences, tables and charts.

    ``proofs``: the values out of records that its table 数据来源与计算依据 shows.
    """
    from jixiao import compose as composing  # noqa: PLC0415 - audits need neither
    from jixiao.filing.data import canonical  # noqa: PLC0415

    form = forms.load(filing.form)
    with localcontext(prec=_DIGITS):
        figures = composing.figures(filing, form, scores_of(filing))
        return composing.manuscript(filing, form, figures, canonical(filing), proofs=proofs, draft=draft)


def audit_manuscript(manuscript: Manuscript, *, pack: str | None = None, proofs: Ask | None = None) -> Audit:
    """A composed report audited as if it were read from a file (成文审核)."""
    from jixiao import compose as composing  # noqa: PLC0415 - audits of files need no composing

    return audit_document(composing.document(manuscript), pack=pack, form=manuscript.properties["form"], proofs=proofs)


def write(
    filing: Filing,
    manuscript: Manuscript,
    formats: Iterable[str] = (),
    editions: Iterable[str] = (),
    *,
    tell: Tell | None = None,
) -> Package:
    """The files of the report that was composed of a filing (成套写出): everything in both editions where nothing is named.

    ``tell`` hears the path of each file before it is made. An edition or a file that cannot be made is left out, and the
    package says why; what could be made is in it all the same.
    """
    from jixiao.compose.public import NotPublic, public  # noqa: PLC0415 - audits write no reports
    from jixiao.writers.report.package import Making, chosen  # noqa: PLC0415
    from jixiao.writers.report.refused import NotWritten  # noqa: PLC0415

    formats, editions = chosen(formats, editions)
    pack = law.load(forms.load(filing.form).pack)
    making = Making(filing, (pack.pack, pack.pack_hash), formats, tell or (lambda _path: None))
    masked = None
    if "full" in editions:
        making.edition(manuscript)
    if "public" in editions:
        try:
            open_edition, masked = public(manuscript, filing)
        except NotPublic as error:
            making.left_out.append(("公开版/", NotWritten(error.message, error.message_en)))
        else:
            making.edition(open_edition)
    return making.done(manuscript, masked)


def scores_of(filing: Filing) -> Scores:
    """Every 自评表 of a filing scored as the audit would score the printed one (评分)."""
    from jixiao import compose as composing  # noqa: PLC0415 - audits need no filings

    form = forms.load(filing.form)
    chosen = law.load(form.pack)
    with localcontext(prec=_DIGITS):
        entered = composing.figures(filing, form)
        sheets = tuple(score_sheet(one, chosen) for one in composing.appraisals(filing, form, entered))
    return Scores(chosen.pack, chosen.pack_hash, sheets)


def check(filing: Filing) -> tuple[Mistake, ...]:
    """What in a filing cannot be printed as it was entered: references to figures that do not exist."""
    from jixiao import compose as composing  # noqa: PLC0415 - audits need no filings

    form = forms.load(filing.form)
    with localcontext(prec=_DIGITS):
        return composing.check(filing, form, composing.figures(filing, form))


def read_filing(path: Path | str) -> Read:
    """The filing in a workbook, a YAML or a JSON file (读取填报数据), with every mistake in it at once."""
    from jixiao.filing.result import refused  # noqa: PLC0415 - audits need no filings

    path = Path(path)
    try:
        if path.stat().st_size > FILE_BYTES:
            return refused("file_large", path.name, limit=str(FILE_BYTES >> 20))
        data = path.read_bytes()
    except FileNotFoundError:
        return refused("file_missing", str(path))
    except (OSError, ValueError) as error:
        return refused("file_closed", str(path), why=getattr(error, "strerror", None) or str(error))
    return read_filing_bytes(data, path.name)


def read_filing_bytes(data: bytes, name: str) -> Read:
    """The same for bytes at hand; ``name`` is how the user knows them."""
    from jixiao.filing.reading import read as read_data  # noqa: PLC0415 - audits need no filings

    found = read_data(data, name, parts_of)
    if found.filing is None or found.filing.form not in forms.all_forms():
        return found
    more = (replace(one, where=found.places.get(one.address, one.where)) for one in check(found.filing))
    return replace(found, mistakes=(*found.mistakes, *more))


def import_report(report: Report | Document | Path | str, form: str | None = None) -> Taken:
    """The filing that a report holds (带入): from its data part where we wrote it, else from what its words state."""
    from jixiao.filing import importing  # noqa: PLC0415 - audits need no filings

    if not isinstance(report, Report):
        report = understand(report, form)
    document = report.document
    if not document.readable:
        return importing.Taken(None, (), report)
    if document.bound is not None and (carried := importing.filing_in(document.bound)) is not None:
        filing, notes = importing.with_changes(carried, document.bound, compose(carried).figures)
        return importing.Taken(filing, (*notes, *importing.edited(document, _document_of(filing))), report)
    imported = importing.filing_of(report)
    manuscript = compose(imported.filing)
    composed: dict[str, tuple[str, ...]] = {}
    for line in manuscript.lines:
        if line.style == "body" and not line.origin:
            composed[line.section] = (*composed.get(line.section, ()), line.text)
    filing, notes = importing.with_words(imported, report, composed)
    executed = manuscript.figures.get("year_funds.executed")
    return importing.Taken(filing, (*notes, *importing.compared(report, scores_of(filing), executed)), report)


def _document_of(filing: Filing) -> Document:
    from jixiao import compose as composing  # noqa: PLC0415 - audits need no filings

    return composing.document(compose(filing))


def new_workbook(
    form: str,
    year: int,
    unit: str,
    projects: int | None = None,
    filing: Filing | None = None,
    *,
    as_last_year: bool = False,
) -> bytes:
    """The workbook to fill in (填报工作簿), empty or filled; ``as_last_year``: with what carries over from ``filing``."""
    from jixiao.filing.carry import carried  # noqa: PLC0415 - audits need no filings
    from jixiao.filing.workbook import write  # noqa: PLC0415

    last = filing if as_last_year else None
    filled = carried(last, form, year, unit) if last else filing
    if filled is not None:
        filled = replace(filled, form=form, year=year, unit=unit)
    return write(form, year, unit, 1 if projects is None else projects, filled, last)


def mark_workbook(data: bytes, found: Read) -> bytes:
    """A copy of a workbook that was read, with every mistake in its cell (标出错误)."""
    from jixiao.filing.workbook import mark  # noqa: PLC0415 - audits need no filings

    parts = parts_of(data)
    if isinstance(parts, str):
        raise TypeError("a workbook that was refused is not marked")
    return mark(parts, found.mistakes)


def parts_of(data: bytes) -> dict[str, bytes] | str:
    """The parts of a zip package, inflated under the limits of the readers; or the code for which it is refused."""
    from jixiao.readers.common.zipped import Package, Refused  # noqa: PLC0415 - only where there is one

    try:
        package = Package(data)
        parts = {name: package.part(name) for name in sorted(package.names) if not name.endswith("/")}
    except Refused as refused:
        return refused.code
    return "zip_damaged" if package.damaged else parts


def pack_of(report: Report, pack: str | None = None) -> str:
    """The rule pack for a report: the one that is named, else that of its form, else the national one."""
    return pack or report.form.pack or law.DEFAULT


def annotate(audit: Audit, data: bytes, lang: str = "zh", file: str = "") -> bytes:
    """A copy of the audited .docx (``data``) with every finding as a Word comment on its words (批注).

    Of a report in several files, ``file`` is the name of the one that ``data`` is; what is found in the others is said at
    its beginning. Raises ValueError with a plain sentence where the file is no .docx that can be written to.
    """
    from jixiao.readers.common.zipped import Refused  # noqa: PLC0415
    from jixiao.readers.docx.file import pieces  # noqa: PLC0415 - lxml only where Word files are at hand
    from jixiao.writers.docx import annotate as with_comments  # noqa: PLC0415
    from jixiao.writers.docx.package import Package  # noqa: PLC0415

    package = Package.of(data)
    name = package.body()
    xml = package.read(name)
    if xml is None:
        raise ValueError("文件中没有正文")
    styles, numbering = (package.read(package.related(name, kind) or "") or b"" for kind in ("styles", "numbering"))
    try:
        root, held = pieces(xml, styles, numbering)
    except Refused as refused:
        raise ValueError("文件的正文已损坏，不能写入批注") from refused
    before = next((first - 1 for first, part in audit.report.document.files if part == file), 0)
    held = {(block + before, row, column): words for (block, row, column), words in held.items()}
    return with_comments(audit, package, name, root, held, lang)
