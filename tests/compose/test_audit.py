"""What we write is audited by our own rules: nothing is found that is not in the data."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jixiao import compose, pipeline
from jixiao.model.amount import Amount
from tests.compose.samples import JUNSHAN, SMALL, filing, manuscript
from tests.roundtrip.filings import FORMS, made

IN_THE_DATA = {"PB101"}  # the phone number of the preparer stands in the full edition


def raised(path) -> list[tuple[str, str, str | None]]:
    audit = pipeline.audit_document(compose.document(manuscript(path)), strict=True)
    return [
        (f.code, f.places[0].quote if f.places else "", f.expected)
        for f in audit.findings
        if f.severity != "info" and f.code not in IN_THE_DATA
    ]


@pytest.mark.parametrize("path", [JUNSHAN, *SMALL], ids=lambda path: path.stem)
def test_a_written_report_is_clean(path):
    assert raised(path) == []


def test_the_sample_has_its_100_points():
    scores = pipeline.audit_document(compose.document(manuscript())).scores
    sheets = [one for one in scores.sheets if one.appraisal.complete]
    assert [one.computed for one in sheets] == [Decimal(100)] * 4
    assert [one.stated for one in sheets] == [Decimal(100)] * 4
    assert {one.grade for one in sheets} == {"优"}


@pytest.mark.parametrize("path", [JUNSHAN, *SMALL], ids=lambda path: path.stem)
def test_the_report_is_recognised_as_what_it_is(path):
    report = pipeline.understand(compose.document(manuscript(path)))
    assert report.form.path == filing(path).form.replace("-sheet", "")  # a table alone does not tell the two apart
    assert (
        report.unit.text == filing(path).unit or manuscript(path).lines[0].style != "title"
    )  # without a cover nobody says
    assert report.year == filing(path).year
    assert len(report.projects) == len(filing(path).projects)


@pytest.mark.parametrize("form", FORMS)
def test_no_arithmetic_is_found_in_calm_filings(form):
    for seed in range(4):
        entered = made(form, 2023, 2, 8, 2, seed, calm=True)
        audit = pipeline.audit_document(compose.document(pipeline.compose(entered)), strict=True)
        errors = [
            (f.code, [p.quote for p in f.places])
            for f in audit.findings
            if f.severity == "error" and f.code not in IN_THE_DATA
        ]
        assert errors == [], seed


def test_a_slip_that_was_put_back_in_is_found():
    """公用经费 entered itself and less than its parts: the base table no longer adds up."""
    slip = Amount(Decimal("10.8"), "万元", 1, "10.8万元")
    wrong = replace(filing(), figures=filing().figures | {"public_cost.final": slip})
    audit = pipeline.audit_document(compose.document(pipeline.compose(wrong)))
    assert any(f.severity == "error" and "10.8" in f.places[0].quote for f in audit.findings)
