"""审核一份: one report of a batch read, audited and written as its result; runs inside the guarded child."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

from jixiao import pipeline, readers
from jixiao.batch.item import Item
from jixiao.batch.job import Job
from jixiao.batch.result import Json, Result, Verdict
from jixiao.model.audit import Audit
from jixiao.model.document import Document, Unread
from jixiao.model.place import Place
from jixiao.model.together import together
from jixiao.writers.discreet import discreet
from jixiao.writers.encode import audit_json
from jixiao.writers.layout import Layout
from jixiao.writers.view import fingerprints, selected, shown

Held = tuple[tuple[str, str], ...]  # files with their hashes
_log = logging.getLogger(__name__)
_BROKEN = Unread(
    "internal", "审核这份文件时本工具出错，没有结果", "the tool failed on this file; no result", fatal=True
)


class NotKept(Exception):  # noqa: N818 - no mistake: it was never kept, or is of another version
    """Nothing usable is kept of a report whose files are not to be opened."""


def audit_item(item: Item, job: Job) -> Result:
    """The result of a report. It never raises, but for want of memory, which is for the guard to tell."""
    return audit_and_keep(item, job)[0]


def audit_and_keep(item: Item, job: Job, held: Held = ()) -> tuple[Result, bytes]:
    """The result of a report, and what is to be added to the kept ones; ``held`` are its files with their hashes.

    Raises NotKept where nothing else but what is kept may be used.
    """
    try:
        if item.held:
            return _only_from_kept(item, job)
        if job.keep and held and item.unread is None:
            return _from_kept(item, job, held)
        documents = tuple(_documents(item, job))
        audit = pipeline.audit_document(_together(item, documents), pack=job.pack or None, form=job.form or None)
        return _result(item, job, audit, tuple((document.path, document.sha256) for document in documents)), b""
    except (MemoryError, NotKept):
        raise
    except Exception as error:  # noqa: BLE001 - one report costs one result
        _log.exception("auditing %s", item.name)
        return unread_result(item, job, "internal", _BROKEN, type(error).__name__, held), b""


def _only_from_kept(item: Item, job: Job) -> tuple[Result, bytes]:
    """From what is kept with words on pictures, or without where it has none."""
    from jixiao.batch.keep import audited  # noqa: PLC0415 - only where reports are kept

    def read() -> Document:
        raise NotKept

    for pictures in (True, False) if job.pictures else (False,):
        with suppress(NotKept):
            found = audited(
                job.keep, digest_of(item.held), item.name, read, form=job.form, pack=job.pack, pictures=pictures
            )
            return _result(item, job, found.audit, item.held), found.new
    raise NotKept


def _from_kept(item: Item, job: Job, held: Held) -> tuple[Result, bytes]:
    from jixiao.batch.keep import audited  # noqa: PLC0415 - only where reports are kept

    found = audited(
        job.keep, digest_of(held), item.name, lambda: _together(item, tuple(_documents(item, job))),
        form=job.form, pack=job.pack, pictures=job.pictures,
    )  # fmt: skip
    return _result(item, job, found.audit, held), found.new


def digest_of(held: Held) -> str:
    """One hash over the files of a report, of several with their names, which the report shows; of one file its own."""
    if len(held) == 1:
        return held[0][1]
    return sha256("\0".join(f"{name}\0{digest}" for name, digest in held).encode("utf-8", "surrogatepass")).hexdigest()


def unread_result(item: Item, job: Job, verdict: Verdict, note: Unread, reason: str, held: Held = ()) -> Result:
    """The result of a report of which nothing was read; ``held`` are its files with their hashes, where known."""
    digest = held[0][1] if len(held) == 1 else ""
    document = Document(item.name, "", digest, unread=(replace(note, fatal=True),))
    audit = pipeline.audit_document(document, pack=job.pack or None, form=job.form or None)
    return Result(item.name, verdict, _json(audit, job), reason, item.unit, held)


def _documents(item: Item, job: Job) -> Iterator[Document]:
    for name, path in item.files:
        yield replace(readers.read(path, pictures=job.pictures), path=name)


def _together(item: Item, documents: Sequence[Document]) -> Document:
    """What several files say as one report; a report in one file is that file."""
    if item.unread is not None:
        return Document(item.name, "", "", unread=(replace(item.unread, fatal=True),))
    return replace(together(documents), path=item.name)


def _result(item: Item, job: Job, audit: Audit, held: Held) -> Result:
    fatal = next((note.code for note in audit.report.document.unread if note.fatal), "")
    return Result(item.name, "refused" if fatal else "read", _json(audit, job), fatal, item.unit, held)


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
