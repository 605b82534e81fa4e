"""审核一份: one report of a batch read, audited and written as its result; runs inside the guarded child."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from jixiao import pipeline, readers
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.result import Json, Result, Verdict
from jixiao.model.audit import Audit
from jixiao.model.document import Document, Unread
from jixiao.model.place import Place
from jixiao.writers.discreet import discreet
from jixiao.writers.encode import audit_json
from jixiao.writers.layout import Layout
from jixiao.writers.view import fingerprints, selected, shown

_log = logging.getLogger(__name__)
_BROKEN = Unread(
    "internal", "审核这份文件时本工具出错，没有结果", "the tool failed on this file; no result", fatal=True
)


def audit_item(item: Item, job: Job) -> Result:
    """The result of a report. It never raises, but for want of memory, which is for the guard to tell."""
    documents: tuple[Document, ...] = ()
    try:
        documents = tuple(_document(name, path, job) for name, path in item.files)
        return _result(item, job, _together(item, documents), documents)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one report costs one result
        _log.exception("auditing %s", item.name)
        return unread_result(item, job, "internal", _BROKEN, type(error).__name__, _held(documents))


def unread_result(
    item: Item, job: Job, verdict: Verdict, note: Unread, reason: str, held: Sequence[tuple[str, str]] = ()
) -> Result:
    """The result of a report of which nothing was read; ``held`` are its files with their hashes, where known."""
    digest = held[0][1] if len(held) == 1 else ""
    document = Document(item.name, "", digest, unread=(replace(note, fatal=True),))
    audit = pipeline.audit_document(document, pack=job.pack or None, form=job.form or None)
    return Result(item.name, verdict, _json(audit, job), reason, item.unit, tuple(held))


def _document(name: str, path: str, job: Job) -> Document:
    return replace(readers.read(path, pictures=job.pictures), path=name)


def _together(item: Item, documents: tuple[Document, ...]) -> Document:
    """What several files say as one report; a report in one file is that file."""
    if item.unread is not None:
        return Document(item.name, "", "", unread=(replace(item.unread, fatal=True),))
    if len(documents) == 1:
        return replace(documents[0], path=item.name)
    raise NotImplementedError("several files")


def _held(documents: Sequence[Document]) -> tuple[tuple[str, str], ...]:
    return tuple((document.path, document.sha256) for document in documents)


def _result(item: Item, job: Job, document: Document, files: Sequence[Document]) -> Result:
    audit = pipeline.audit_document(document, pack=job.pack or None, form=job.form or None)
    fatal = next((note.code for note in document.unread if note.fatal), "")
    return Result(item.name, "refused" if fatal else "read", _json(audit, job), fatal, item.unit, _held(files))


def _json(audit: Audit, job: Job) -> Json:
    """The audit as its JSON, personal data covered, with what lists of many reports need besides.

    ``format`` and ``pack_hash``: by what it was read and judged; ``where`` and ``chapter`` of a finding: its first place
    in a reader's words, for whoever has the list but not the file; ``fingerprint``: the same in a later run.
    """
    covered = discreet(selected(audit, job.only, job.skip))
    layout = Layout(covered.report, job.lang)
    data = audit_json(covered, job.lang)
    prints = fingerprints(shown(covered, job.lang))
    for finding, fingerprint, written in zip(covered.findings, prints, data["findings"], strict=True):
        written.update(_spoken(layout, finding.places), fingerprint=fingerprint)
    for unclear, written in zip(covered.unclear, data["unclear"], strict=True):
        written.update(_spoken(layout, [doubt.place for doubt in unclear.doubts]))
    return {**data, "format": audit.report.document.format, "pack_hash": audit.scores.pack_hash}


def _spoken(layout: Layout, places: Sequence[Place]) -> Json:
    place = places[0] if places else None
    return {"where": layout.where(place) if place else "", "chapter": layout.chapter(place).title}
