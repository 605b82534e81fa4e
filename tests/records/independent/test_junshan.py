"""The sample's records give the figures of its report, as examples/junshan-2023/README.md says."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.records import direct
from tests.records.independent import database, sample

SCALE = 0.01
START, END = datetime(2023, 1, 1), datetime(2024, 1, 1)  # noqa: DTZ001


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """How many the generator was asked for, and the database of what it wrote."""
    records, books = sample.generator()
    folder = tmp_path_factory.mktemp("junshan")
    records.make(folder, SCALE)
    counts = {name: books.share(getattr(books, name), SCALE) for name in ("ORDERS", "LETTERS", "DOCUMENTS", "REVIEWS")}
    odd = {name: books.share(getattr(records, name), SCALE) for name in ("CASES", "LATE", "MISSING")}
    with database.load([sample.world(folder)]) as connection:
        yield counts | odd, connection


def found(drawn, code):
    return direct.worth(drawn[1], code, START, END)


@pytest.mark.parametrize(
    ("code", "of"),
    [("CS01", "CASES"), ("HL01", "ORDERS"), ("HL09", "LETTERS"), ("DS01", "DOCUMENTS"), ("RV03", "REVIEWS")],
)
def test_as_many_are_counted_as_were_drawn_whatever_the_dirt(drawn, code, of):
    assert found(drawn, code).numerator == drawn[0][of]


def test_cases_and_documents_are_added_up(drawn):
    assert found(drawn, "CS14").numerator == drawn[0]["CASES"] + drawn[0]["DOCUMENTS"]


@pytest.mark.parametrize(("code", "short"), [("CS02", "MISSING"), ("CS03", "LATE")])
def test_a_rate_of_100_that_was_typed_is_not_borne_out(drawn, code, short):
    rate = found(drawn, code)
    assert rate.denominator - rate.numerator == drawn[0][short]
    assert rate.text != "100.00%"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("RV01", "98.00%"),
        ("SU04", "98.00%"),
        ("CE02", "100.00%"),
        ("CE03", "80个"),
        ("HL02", "100.00%"),
        ("IT02", "186项"),
        ("NW01", "189个"),
        ("NW02", "100.00%"),
        ("NW04", "0.00%"),
        ("NW06", "—"),  # nothing to repair
        ("NW08", "100.00%"),
        ("PJ01", "2个"),
        ("PJ02", "100.00%"),
        ("SV01", "420件"),
        ("MN03", "1107.5万元"),
        ("MN04", "1179.7万元"),
        ("MN12", "0.97万元"),
        ("MN17", "16.8万元"),
        ("MN18", "13.8万元"),
        ("MN19", "1万元"),
        ("MN20", "2万元"),
    ],
)
def test_figures_that_the_report_typed_are_borne_out(drawn, code, text):
    assert found(drawn, code).text == text
