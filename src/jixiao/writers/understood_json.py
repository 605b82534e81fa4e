"""The understood report as JSON, jixiao.report/1 (schema/report-1.schema.json)."""

from __future__ import annotations

from typing import Any

from jixiao.model.appraisal import Appraisal, Field
from jixiao.model.fact import Fact
from jixiao.model.report import Report
from jixiao.writers.discreet import discreet_report
from jixiao.writers.encode import place_json, unread_json
from jixiao.writers.labels import concept_label
from jixiao.writers.relations import told
from jixiao.writers.view import number

Json = dict[str, Any]
_FUND_FIELDS = ("initial", "adjusted", "executed", "weight", "rate", "score", "sole")
_INDICATOR_FIELDS = ("level1", "level2", "name", "target", "actual", "weight", "score", "note")


def report_json(report: Report, lang: str = "zh") -> Json:
    """One report with every figure and its place."""
    report = discreet_report(report)
    return {
        "path": report.document.path,
        "sha256": report.document.sha256,
        "form": {
            "path": report.form.path,
            "kind": report.form.kind,
            "pack": report.form.pack,
            "reason": report.form.reason,
        },
        "unit": report.unit.text if report.unit else None,
        "year": report.year,
        "sections": [
            {"kind": s.kind, "number": s.number, "title": s.title, "level": s.level, "place": place_json(s.place)}
            for s in report.sections
        ],
        "facts": [_fact(fact, lang) for fact in sorted(report.facts, key=lambda fact: fact.place.order)],
        "appraisals": [_appraisal(sheet) for sheet in report.appraisals],
        "relations": [
            {
                "kind": r.kind,
                "sentence": r.sentence,
                "place": place_json(r.place),
                "figures": [place_json(p) for p in r.figures],
            }
            for r in told(report.relations, lang)
        ],
        "attachments": [item.text for item in report.attachments],
        "leftover": [place_json(place) for place in report.leftover],
        "unread": [unread_json(note, lang) for note in report.document.unread],
    }


def _fact(fact: Fact, lang: str) -> Json:
    amount, context = fact.amount, fact.context
    return {
        "concept": fact.concept,
        "label": concept_label(fact.concept, lang) or fact.label,
        "year": context.year,
        "stage": context.stage,
        "fund": context.fund,
        "scope": context.scope,
        "text": amount.text,
        "number": number(amount.number),
        "unit": amount.unit,
        "decimals": amount.decimals,
        "place": place_json(fact.place),
    }


def _appraisal(sheet: Appraisal) -> Json:
    return {
        "kind": sheet.kind,
        "name": _field(sheet.name),
        "supervisor": _field(sheet.supervisor),
        "implementer": _field(sheet.implementer),
        "place": place_json(sheet.place),
        "funds": [
            {"fund": line.fund, "label": line.label.text, **{name: _field(getattr(line, name)) for name in _FUND_FIELDS}}
            for line in sheet.funds
        ],
        "goals": [{"expected": _field(g.expected), "achieved": _field(g.achieved)} for g in sheet.goals],
        "indicators": [
            {"kind": row.kind1, "kind2": row.kind2, **{name: _field(getattr(row, name)) for name in _INDICATOR_FIELDS}}
            for row in sheet.indicators
        ],
        "total_weight": _field(sheet.total_weight),
        "total_score": _field(sheet.total_score),
        "complete": sheet.complete,
    }  # fmt: skip


def _field(field: Field | None) -> Json | None:
    return {"text": field.text, "place": place_json(field.place)} if field else None
