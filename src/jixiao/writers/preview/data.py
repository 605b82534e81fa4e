"""A preview as JSON, version jixiao.preview/1 (schema/preview-1.schema.json)."""

from __future__ import annotations

from typing import Any

from jixiao.model.mark import Mark, Words
from jixiao.model.preview import Loss, Preview, Repair, Spot
from jixiao.writers.view import number

SCHEMA = "jixiao.preview/1"
Json = dict[str, Any]


def preview_json(preview: Preview, name: str, lang: str = "zh") -> Json:
    """Everything that the terminal shows, as data."""
    audit = preview.audit
    return {
        "schema": SCHEMA,
        "path": name,
        "source": preview.source,
        "form": audit.report.form.path,
        "pack": audit.scores.pack,
        "pack_hash": audit.scores.pack_hash,
        "unit": audit.report.unit.text if audit.report.unit else None,
        "year": audit.report.year,
        "rubric": {
            "seen": number(preview.seen), "low": number(preview.low), "high": number(preview.high),
            "remains": number(round(preview.remains, 1)), "items": [_mark(mark, lang) for mark in preview.marks],
        },
        "sheets": [
            {"name": s.appraisal.name.text if s.appraisal.name else None, "kind": s.appraisal.kind, "stated": number(s.stated),
             "computed": number(s.computed), "grade": s.grade or None}
            for s in audit.scores.sheets if s.appraisal.complete
        ],
        "losses": [_loss(loss, lang) for loss in preview.losses],
        "repairs": [_repair(repair, lang) for repair in preview.repairs],
        "asked": [
            {"code": a.finding.code, "severity": a.finding.severity, "message": audit.rule(a.finding.code).message(a.finding, lang),
             "where": [_spot(spot, lang) for spot in a.spots]}
            for a in preview.asked
        ],
        "mistakes": [
            {"address": m.address, "where": m.where, "rule": m.rule, "message": _said((m.message, m.message_en), lang)}
            for m in preview.mistakes
        ],
        "personal": preview.masked,
    }  # fmt: skip


def _mark(mark: Mark, lang: str) -> Json:
    return {
        "id": mark.id, "block": mark.block, "item": _said(mark.item, lang), "most": number(mark.most), "low": number(mark.low),
        "high": number(mark.high), "by": mark.by, "estimated": mark.estimated, "why": _said(mark.why, lang),
        "rules": sorted({finding.code for finding in mark.findings}), "basis": mark.cite,
    }  # fmt: skip


def _loss(loss: Loss, lang: str) -> Json:
    return {
        "sheet": loss.sheet, "item": loss.item, "weight": number(loss.weight), "points": number(loss.points),
        "due": number(loss.due), "kind": loss.kind, "where": [_spot(spot, lang) for spot in loss.spots],
    }  # fmt: skip


def _repair(repair: Repair, lang: str) -> Json:
    return {
        "what": _said(repair.what, lang), "gain": number(round(repair.gain, 2)), "cost": repair.cost, "counted": repair.counted,
        "of": repair.of, "estimated": repair.estimated, "where": [_spot(spot, lang) for spot in repair.spots],
    }  # fmt: skip


def _spot(spot: Spot, lang: str) -> Json:
    return {"address": spot.address or None, "where": _said(spot.where, lang)}


def _said(words: Words, lang: str) -> str:
    return words[lang == "en"]
