"""What could not be read for sure on a scan is shown with its words and its picture, and accuses nobody."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from jixiao import pipeline
from jixiao.model.document import Doubt
from jixiao.writers import write
from jixiao.writers.view import Look, selected
from tests.writers.test_json import SCHEMA

SAMPLE = Path("examples/junshan-2023/report.txt")
_PNG = b"\x89PNG\r\n\x1a\n-a-picture-"


@pytest.fixture(scope="module")
def plain():
    return pipeline.audit(SAMPLE)


@pytest.fixture(scope="module")
def audit(plain):
    """The sample as if the first words that a finding rests on had been read off a blurred scan."""
    accused = next(one for one in plain.findings if one.severity == "error" and one.places[0].quote)
    doubts = (Doubt(accused.places[0], 0.43, _PNG),)
    return pipeline.audit_document(replace(plain.report.document, doubts=doubts))


def test_the_finding_is_withheld_and_kept(plain, audit):
    withheld = [one.finding for one in audit.unclear]
    assert withheld
    assert all(one in plain.findings and one not in audit.findings for one in withheld)
    assert len(audit.findings) + len(withheld) == len(plain.findings)


def test_text_tells_it_after_the_findings(audit):
    text = "".join(write([audit], "text", Look()))
    assert "看不清" in text
    assert f"看不清 {len(audit.unclear)} 处" in text
    assert "若原件确实如此" in text


def test_english_has_no_chinese_sentence_of_ours(audit):
    text = "".join(write([audit], "text", Look("en")))
    assert "Not readable on the scan" in text
    assert "看不清" not in text


def test_json_lists_it_by_the_schema(audit):
    data = json.loads("".join(write([audit], "json", Look())))
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)
    one = data["files"][0]["unclear"][0]
    assert one["confidence"] == 0.43
    assert one["places"][0]["quote"] == one["read"]
    assert one["code"] not in {f["code"] for f in data["files"][0]["findings"] if f["places"][:1] == one["places"][:1]}


def test_page_shows_the_picture(audit):
    page = "".join(write([audit], "html", Look()))
    assert "data:image/png;base64," in page
    assert "img-src data:" in page


def test_csv_names_it_in_the_column_of_severities(audit):
    rows = "".join(write([audit], "csv", Look())).splitlines()
    assert sum(",看不清," in row for row in rows) == len(audit.unclear)


def test_sarif_asks_for_a_review(audit):
    results = json.loads("".join(write([audit], "sarif", Look())))["runs"][0]["results"]
    assert sum(one.get("kind") == "review" for one in results) == len(audit.unclear)


def test_a_selection_of_rules_selects_these_too(audit):
    code = audit.unclear[0].finding.code
    assert selected(audit, only=[code]).unclear
    assert not selected(audit, skip=[code]).unclear
