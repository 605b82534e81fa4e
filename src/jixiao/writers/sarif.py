"""SARIF 2.1.0, for whatever gathers findings of checkers (code review tools, editors)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from jixiao import __version__
from jixiao.model.audit import Audit
from jixiao.model.finding import Rule
from jixiao.model.law import Citation
from jixiao.model.place import Place
from jixiao.writers.layout import Layout
from jixiao.writers.unclear import unsure
from jixiao.writers.view import Look, fingerprints, shown

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
Json = dict[str, Any]


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """One run over all files, with every rule of the catalogue described."""
    done = list(audits)
    rules = {rule.code: rule for audit in done for rule in audit.rules}
    citations = {cite: citation for audit in done for cite, citation in audit.citations.items()}
    order = {code: index for index, code in enumerate(sorted(rules))}
    run = {
        "tool": {"driver": _driver([rules[code] for code in order], citations, look.lang)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(audit) for audit in done],
        "results": [result for n, audit in enumerate(done) for result in _results(audit, n, order, look.lang)],
        "invocations": [_invocation(done, look.lang)],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _driver(rules: list[Rule], citations: dict[str, Citation], lang: str) -> Json:
    return {
        "name": "jixiao",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en" if lang == "en" else "zh-CN",
        "rules": [_rule(rule, citations[rule.cite], lang) for rule in rules],
    }


def _rule(rule: Rule, citation: Citation, lang: str) -> Json:
    title = rule.title_en if lang == "en" else rule.title
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("_")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": rule.doc or title},
        "help": {"text": f"{rule.doc or title}\n\n{citation}"},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"family": rule.family, "citation": str(citation), "verified": citation.verified},
    }


def _artifact(audit: Audit) -> Json:
    document = audit.report.document
    entry: Json = {"location": {"uri": _uri(document.path)}}
    if document.sha256:
        entry["hashes"] = {"sha-256": document.sha256}
    return entry


def _invocation(done: list[Audit], lang: str) -> Json:
    notes = []
    for index, audit in enumerate(done):
        where = [{"physicalLocation": {"artifactLocation": {"uri": _uri(audit.report.document.path), "index": index}}}]
        for note in audit.report.document.unread:
            text = note.message_en if lang == "en" else note.message
            level = "error" if note.fatal else "warning"
            notes.append(
                {"descriptor": {"id": note.code}, "level": level, "message": {"text": text}, "locations": where}
            )
        for unchecked in audit.not_checked:
            text = unchecked.why.reason_en if lang == "en" else unchecked.why.reason
            notes.append(
                {"descriptor": {"id": "not-checked"}, "associatedRule": {"id": unchecked.code}, "level": "note",
                 "message": {"text": text}, "locations": where}
            )  # fmt: skip
    readable = all(audit.report.document.readable for audit in done)
    return {"executionSuccessful": readable, "toolExecutionNotifications": notes}


def _results(audit: Audit, index: int, order: dict[str, int], lang: str) -> Iterator[Json]:
    layout, items = Layout(audit.report, lang), shown(audit, lang)
    for item, print_ in zip(items, fingerprints(items), strict=True):
        result: Json = {
            "ruleId": item.finding.code,
            "ruleIndex": order[item.finding.code],
            "level": _LEVEL[item.finding.severity],
            "message": {"text": item.message},
            "locations": [_location(audit, place, index, layout) for place in item.finding.places[:1]],
            "partialFingerprints": {"jixiaoFinding/v1": print_},
            "properties": {"expected": item.finding.expected, "found": item.finding.found},
        }
        further = [_location(audit, place, index, layout) for place in item.finding.places[1:]]
        if further:
            result["relatedLocations"] = [{"id": n, **place} for n, place in enumerate(further, 1)]
        yield result
    for one in unsure(audit, lang):
        yield {
            "ruleId": one.item.finding.code,
            "ruleIndex": order[one.item.finding.code],
            "kind": "review",  # a person must look: SARIF's own word for it
            "level": "none",
            "message": {"text": one.sentence},
            "locations": [_location(audit, one.place, index, layout)],
            "properties": {"confidence": round(one.confidence, 3), "misread": one.misread},
        }


def _location(audit: Audit, place: Place, index: int, layout: Layout) -> Json:
    document = audit.report.document
    file = document.file_of(place.block)  # one of several has no place among the artifacts, which are whole reports
    artifact: Json = {"uri": _uri(file)} if file else {"uri": _uri(document.path), "index": index}
    physical: Json = {"artifactLocation": artifact}
    if place.line:
        physical["region"] = {"startLine": place.line, "endLine": max(place.line, place.end_line or 0),
                              "snippet": {"text": place.quote}}  # fmt: skip
    logical = {"fullyQualifiedName": _address(place), "name": layout.where(place), "kind": "element"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _address(place: Place) -> str:
    cell = f"/row/{place.row}/column/{place.column}" if place.row is not None else ""
    return f"{place.part}/block/{place.block}{cell}/{place.start}-{place.end}"


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix())
