"""What the composed sentences say is what the audit understands of them: the same amounts, shares and changes, and no slip."""

from __future__ import annotations

from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.model.figure import Figure
from tests.roundtrip.filings import filings

ABOUT_WORDS_AND_SUMS = ("FG", "TX", "SC")
ASKED_OF_THE_DATA = {
    "FG109", "FG110", "FG111", "FG112", "FG113", "FG114", "FG404", "FG503", "TX111", "TX112", "TX114", "TX115",
    "SC131", "SC132", "SC133", "SC135", "SC136", "SC139", "SC141",
}  # fmt: skip


def told(manuscript):
    """The figures that sentences worked out for themselves, by the kind of statement."""
    figures = manuscript.figures
    for line in manuscript.lines:
        for run in line.runs:
            kind = run.id.partition(".")[0] if isinstance(run, Figure) else ""
            if kind in {"share", "rate", "growth", "difference"}:
                yield kind, run, tuple(figures[name] for name in run.formula.arguments)


def words(fact):
    """A figure as a number; in the cell of a table its unit stands elsewhere."""
    return None if fact is None else f"{fact.amount.number.normalize():f}"


def understood(report):
    """Every relation that the audit read, as (kind, what was stated, the figures that it was held against)."""
    relations = report.relations
    found = {("share", words(s.stated), words(s.part), words(s.whole)) for s in relations.shares}
    found |= {("rate", words(c.rate), words(c.actual), words(c.base)) for c in relations.completions}
    for change in relations.changes:
        pair = sorted(filter(None, (words(change.current), words(change.base))))
        found.add(("difference", words(change.difference), *pair))
        found.add(("growth", words(change.rate), words(change.difference), words(change.base)))
    return found


def expected(kind, stated, arguments):
    pair = [f"{figure.value.normalize():f}" for figure in arguments]
    return (kind, f"{stated.value.normalize():f}", *(sorted(pair) if kind == "difference" else pair))


@settings(max_examples=25, deadline=None)
@given(filing=filings())
def test_every_rate_share_and_change_is_read_back_with_its_figures(filing):
    manuscript = pipeline.compose(filing)
    read = understood(pipeline.understand(compose.document(manuscript), filing.form))
    missing = [expected(*one) for one in told(manuscript) if expected(*one) not in read]
    assert not missing


@settings(max_examples=25, deadline=None)
@given(filing=filings())
def test_no_figure_and_no_wording_of_ours_is_found_wrong(filing):
    audit = pipeline.audit_document(compose.document(pipeline.compose(filing)), form=filing.form, strict=True)
    slips = [f for f in audit.findings if f.code.startswith(ABOUT_WORDS_AND_SUMS) and f.code not in ASKED_OF_THE_DATA]
    assert not [(f.code, audit.rule(f.code).message(f), [p.quote for p in f.places]) for f in slips]
