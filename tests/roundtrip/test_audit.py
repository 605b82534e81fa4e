"""A written report audits without any finding of arithmetic, and without any error that is not in the data itself."""

from __future__ import annotations

from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.model.audit import Audit
from jixiao.readers import read_bytes
from jixiao.writers.report import docx
from tests.roundtrip.filings import filings

# What the data themselves give reason to ask, though every sum is right: a mobile number in the full edition, little spent
# beside full points, more 三公经费 than planned, a budget that was not used.
PERSONAL = ("PB101",)
ASKED = ("SC131", "SC132", "FG111", "FG112", "FG113", "FG114")


@settings(max_examples=25, deadline=None)
@given(filings(calm=True))
def test_a_moderate_year(filing):
    audit = pipeline.audit_document(compose.document(pipeline.compose(filing)))
    assert arithmetic(audit) == []
    assert errors(audit) == []


@settings(max_examples=25, deadline=None)
@given(filings())
def test_a_year_of_extremes(filing):
    audit = pipeline.audit_document(compose.document(pipeline.compose(filing)))
    assert [told for told in arithmetic(audit) if not told.startswith(ASKED)] == []
    assert errors(audit) == []


@settings(max_examples=4, deadline=None)
@given(filings(calm=True))
def test_from_the_file(filing):
    audit = pipeline.audit_document(read_bytes(docx.write(pipeline.compose(filing)), "报告.docx"))
    assert (arithmetic(audit), errors(audit)) == ([], [])


def arithmetic(audit: Audit) -> list[str]:
    """Findings of 勾稽 and 得分 that are more than a hint."""
    return [say(audit, one) for one in audit.findings if one.code[:2] in ("FG", "SC") and one.severity != "info"]


def errors(audit: Audit) -> list[str]:
    """All errors but personal data."""
    return [say(audit, one) for one in audit.findings if one.severity == "error" and one.code not in PERSONAL]


def say(audit, one) -> str:
    rule = next(rule for rule in audit.rules if rule.code == one.code)
    return f"{one.code} {rule.message(one)} 「{one.places[0].quote if one.places else ''}」"
