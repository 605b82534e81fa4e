"""预审 (Will it come back?): the bureau's own checks on data or on a finished report, before it is handed in."""

from __future__ import annotations

from jixiao import law, pipeline
from jixiao.filing.result import Read
from jixiao.model.audit import Audit
from jixiao.model.document import Document
from jixiao.model.filing import Mistake
from jixiao.model.preview import Asked, Preview
from jixiao.preview.losses import losses
from jixiao.preview.repairs import repairs
from jixiao.preview.spots import OfFiling, OfReport, Spots
from jixiao.score.rubric import marks
from jixiao.writers.discreet import discreet

_PERSONAL = "PB"


def of_filing(found: Read, pack: str | None = None) -> Preview:
    """What the report that this data makes would meet with. ``found.filing`` must be there."""
    if found.filing is None:
        raise ValueError("nothing was read")
    manuscript = pipeline.compose(found.filing)
    audit = discreet(pipeline.audit_manuscript(manuscript, pack=pack))
    return _preview("filing", audit, OfFiling(manuscript, found.places, found.filing.texts), found.mistakes)


def of_document(document: Document, pack: str | None = None, form: str | None = None) -> Preview:
    """What a finished report would meet with."""
    audit = discreet(pipeline.audit_document(document, pack=pack, form=form))
    return _preview("report", audit, OfReport(audit.report), ())


def _preview(source: str, audit: Audit, spots: Spots, mistakes: tuple[Mistake, ...]) -> Preview:
    rubric = marks(audit.report, law.load(audit.scores.pack), audit.findings)
    short = losses(audit.scores, spots)
    counted = {id(finding) for mark in rubric if mark.lost for finding in mark.findings}
    public = [f for f in audit.findings if source == "filing" and f.code.startswith(_PERSONAL)]
    left = [f for f in audit.findings if id(f) not in counted and f not in public]
    asked = tuple(Asked(f, tuple(dict.fromkeys(s for p in f.places[:1] for s in spots(p)))) for f in left)
    return Preview(source, audit, rubric, short, repairs(rubric, short, audit, spots), asked, len(public), mistakes)
