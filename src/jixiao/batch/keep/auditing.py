"""审核: a report audited with all that is kept of it: no file is read, and no rule run, without need."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from jixiao import law as laws
from jixiao import pipeline, score
from jixiao.batch.keep import made
from jixiao.batch.keep.columns import Damaged
from jixiao.batch.keep.frames import Frame, key
from jixiao.batch.keep.noting import noting
from jixiao.batch.keep.outcomes import Concluded, pack_outcomes, unpack_outcomes
from jixiao.batch.keep.report import pack as pack_report
from jixiao.batch.keep.report import unpack, unpack_document
from jixiao.batch.keep.states import Since, since
from jixiao.batch.keep.store import Shelf
from jixiao.law import Law
from jixiao.model.audit import Audit
from jixiao.model.deferred import deferred
from jixiao.model.document import Document
from jixiao.model.finding import Outcome, Rule
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.rules.registry import catalogue
from jixiao.rules.run import BROKEN, outcomes

_log = logging.getLogger(__name__)
_UNUSABLE = (Damaged, LookupError, ValueError, TypeError, OverflowError, struct.error, zlib.error)
_SCORING = ""


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit, what is to be added to the store, and whether the report was kept (no file was read for it)."""

    audit: Audit
    new: bytes
    known: bool


@dataclass(frozen=True, slots=True)
class _Keys:
    document: bytes
    understood: bytes
    outcomes: bytes


def audited(
    folder: str,
    digest: str,
    name: str,
    read: Callable[[], Document],
    *,
    form: str = "",
    pack: str = "",
    pictures: bool = True,
) -> Audited:
    """The audit of the file with a digest, called ``name``, from the store in ``folder``.

    ``read`` gives its document; it is called only where nothing kept can be used. What cannot be read is not kept.
    """
    options = (PurePath(name).suffix.lower(), str(pictures))
    keys = _Keys(
        key(digest, "document", *options),
        key(digest, "report", *options, form),
        key(digest, "outcomes", *options, form, pack),
    )
    shelf = _shelf(Path(folder))
    try:
        found = _from_kept(shelf, keys, name, form, pack)
    except _UNUSABLE:
        _log.warning("what is kept of %s is damaged; the file is read again", name)
        found = None
    if found is not None:
        return found
    report = pipeline.understand(read(), form or None)
    if not report.document.readable:
        return Audited(pipeline.audit_report(report, pack=pack or None), b"", known=False)
    audit, concluded = _audit(report, pack, None, None)
    return Audited(audit, _records(keys, report) + _outcomes(keys, concluded), known=False)


@cache
def _shelf(folder: Path) -> Shelf:
    return Shelf(folder)


def _from_kept(shelf: Shelf, keys: _Keys, name: str, form: str, pack: str) -> Audited | None:
    document = shelf.get(keys.document, made.documents())
    if document is None:
        return None
    understood = shelf.get(keys.understood, frozenset({made.understood()}))
    new = b""
    if understood is None:
        report = pipeline.understand(unpack_document(name, document.data), form or None)
        new = _records(keys, report)
    else:
        report = unpack(name, document.data, understood.data)
    before, changed = None, None
    if understood is not None:
        before, changed = _nearest(shelf, keys.outcomes, pipeline.pack_of(report, pack or None))
    audit, concluded = _audit(report, pack, before, changed)
    if concluded is before:
        return Audited(audit, new, known=True)
    if concluded.broken:  # on its own account, or because what is kept cannot be read: the file tells
        return None
    return Audited(audit, new + _outcomes(keys, concluded), known=True)


def _nearest(shelf: Shelf, wanted: bytes, pack: str) -> tuple[Concluded | None, Since | None]:
    """The kept outcomes since which the fewest rules have changed."""
    known = [(since(shelf.folder, one.made, pack), one) for one in shelf.all(wanted)]
    usable = [(changed, one) for changed, one in known if changed is not None]
    if not usable:
        return None, None
    changed, one = min(
        usable, key=lambda pair: (len(pair[0].rules) + pair[0].score * len(catalogue()), len(pair[0].law))
    )
    return unpack_outcomes(one.data), changed


def _audit(report: Report, pack: str, before: Concluded | None, changed: Since | None) -> tuple[Audit, Concluded]:
    """The audit, and what each rule came to; only what may have changed is run again."""
    law = laws.load(pipeline.pack_of(report, pack or None))
    rules = pipeline.rules_at(report.form.path)
    found: dict[str, tuple[Outcome, ...]] = {}
    read: dict[str, frozenset[str]] = {}
    if before is not None:
        found = dict(zip(before.codes, before.found, strict=True))
        read = {reader: frozenset(names) for reader, names in zip(before.readers, before.read, strict=True)}
    stale = _stale(rules, before, changed, read)
    if before is not None and not stale:
        return pipeline.conclude(report, law, _kept_scores(report, law, before), rules, found), before
    if before is None or _SCORING in stale:
        notes: set[str] = set()
        scores = score.score(report, noting(law, notes, scoring=True))
        read[_SCORING] = frozenset(notes)
    else:
        scores = _kept_scores(report, law, before)
    for rule in rules:
        if rule.code in stale:
            notes = set()
            found[rule.code] = outcomes(rule, report, noting(law, notes) if "law" in rule.needs else law, scores)
            read[rule.code] = frozenset(notes)
    return pipeline.conclude(report, law, scores, rules, found), _concluded(rules, found, read, scores)


def _stale(
    rules: tuple[Rule, ...], before: Concluded | None, changed: Since | None, read: dict[str, frozenset[str]]
) -> frozenset[str]:
    """The codes of the rules that may come to something else than before, and "" where the scores may."""
    if before is None or changed is None:
        return frozenset({_SCORING, *(rule.code for rule in rules)})
    touched = {reader for reader, names in read.items() if changed.law & names}
    stale = {rule.code for rule in rules if rule.code in changed.rules or rule.code in touched} | {*before.broken}
    if changed.score or _SCORING in touched:
        stale |= {_SCORING, *(rule.code for rule in rules if "scores" in rule.needs)}
    return frozenset(stale)


def _kept_scores(report: Report, law: Law, before: Concluded) -> Scores:
    """Scores of which the total is known; the sheets are scored when a rule looks at them."""

    def sheets(_name: str) -> object:
        return score.score(report, law).sheets

    return deferred(Scores, sheets, pack=law.pack, pack_hash=law.pack_hash, total=before.total)


def _concluded(
    rules: tuple[Rule, ...], found: dict[str, tuple[Outcome, ...]], read: dict[str, frozenset[str]], scores: Scores
) -> Concluded:
    broken = tuple(rule.code for rule in rules if BROKEN in found.get(rule.code, ()))
    said = [rule.code for rule in rules if found.get(rule.code)]
    readers = [reader for reader in (_SCORING, *(rule.code for rule in rules)) if read.get(reader)]
    return Concluded(
        tuple(said), tuple(found[code] for code in said), tuple(readers), tuple(tuple(sorted(read[one])) for one in readers),
        broken, scores.total,
    )  # fmt: skip


def _records(keys: _Keys, report: Report) -> bytes:
    document, understood = pack_report(report)
    return (
        Frame(keys.document, made.document(report.document.format), document).packed()
        + Frame(keys.understood, made.understood(), understood).packed()
    )


def _outcomes(keys: _Keys, concluded: Concluded) -> bytes:
    return Frame(keys.outcomes, made.state().id, pack_outcomes(concluded)).packed()
