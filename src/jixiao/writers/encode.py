"""The JSON of an audit, version jixiao.audit/1 (schema/audit-1.schema.json): the one module that knows it."""

from __future__ import annotations

from typing import Any

from jixiao.model.audit import Audit
from jixiao.model.document import Document, Unread
from jixiao.model.law import Citation
from jixiao.model.place import Place
from jixiao.model.proof import Proof
from jixiao.writers.unclear import Unsure, unsure
from jixiao.writers.view import Shown, number, shown

SCHEMA = "jixiao.audit/1"
Json = dict[str, Any]


def audit_json(audit: Audit, lang: str = "zh") -> Json:
    """One file of the ``files`` list."""
    report, total = audit.report, audit.scores.total
    return {
        "path": report.document.path,
        "sha256": report.document.sha256,
        "form": report.form.path,
        "pack": audit.scores.pack,
        "unit": report.unit.text if report.unit else None,
        "year": report.year,
        "stated_score": number(total.stated) if total else None,
        "computed_score": number(total.computed) if total else None,
        "grade": (total.grade or None) if total else None,
        "findings": [finding_json(item, report.document) for item in shown(audit, lang)],
        "not_checked": [
            {"rule": u.code, "reason": u.why.reason_en if lang == "en" else u.why.reason} for u in audit.not_checked
        ],
        "unclear": [unsure_json(one, report.document) for one in unsure(audit, lang)],
        "unread": [unread_json(note, lang) for note in report.document.unread],
        **({"proofs": [proof_json(proof) for proof in audit.proofs]} if audit.proofs else {}),
    }


def proof_json(proof: Proof) -> Json:
    """What the records gave for an indicator, with everything that it was computed from; figures as printed."""
    return {
        "code": proof.code,
        "title": proof.title,
        "value": None if proof.value is None else proof.text,
        "reason": proof.reason,
        "numerator": str(proof.numerator),
        "denominator": None if proof.measure == "total" else str(proof.denominator),
        "start": proof.start.isoformat(),
        "end": proof.end.isoformat(),
        "rows": proof.rows,
        "sources": [{"table": one.table, "name": one.name, "sha256": one.sha256} for one in proof.sources],
        "definition": proof.definition,
        "basis": proof.cite,
        "verified": proof.verified,
        "query": proof.query,
    }


def finding_json(item: Shown, document: Document) -> Json:
    """One finding with its words, places, basis and fix."""
    finding = item.finding
    fix = finding.fix
    return {
        "code": finding.code,
        "severity": finding.severity,
        "title": item.title,
        "message": item.message,
        "expected": finding.expected,
        "found": finding.found,
        "places": [place_json(place, document) for place in finding.places],
        "basis": basis_json(item.basis),
        "fix": {"place": place_json(fix.place, document), "text": fix.text} if fix else None,
    }


def unsure_json(one: Unsure, document: Document) -> Json:
    """What could not be read for sure: the rule that it would concern, the words as read, where."""
    return {
        "code": one.item.finding.code,
        "message": one.sentence,
        "read": one.read,
        "expected": one.item.finding.expected,
        "misread": one.misread,
        "confidence": round(one.confidence, 3),
        "places": [place_json(doubt.place, document) for doubt in one.doubts],
    }


def place_json(place: Place, document: Document | None = None) -> Json:
    """A place as the schema has it; what does not apply is null.

    Of a document, the file is said where it has several, and the page where its format has any.
    """
    file, page = (document.file_of(place.block), document.page_of(place)) if document else ("", None)
    return {
        **({"file": file} if file else {}),
        **({} if page is None else {"page": page}),
        "part": place.part,
        "block": place.block,
        "row": place.row,
        "column": place.column,
        "line": place.line,
        "end_line": place.end_line,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
    }


def basis_json(citation: Citation) -> Json:
    """A citation: the document, the article, and whether its text was read by us."""
    return {
        "citation": citation.document,
        "article": citation.article,
        "verified": citation.verified,
    }


def unread_json(note: Unread, lang: str) -> Json:
    """A reading note."""
    return {"code": note.code, "message": note.message_en if lang == "en" else note.message, "fatal": note.fatal}
