"""In a format of pages a reader is told the page on which to look."""

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from jixiao.writers import write
from jixiao.writers.view import Look

SCHEMA = json.loads(files("jixiao.writers").joinpath("schema/audit-1.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def paged(audit):
    """The same report, every block on a page of its own."""
    document = audit.report.document
    pages = tuple((one.block, 0, one.block + 10) for one in document.blocks)
    return replace(audit, report=replace(audit.report, document=replace(document, pages=pages)))


@pytest.mark.parametrize("kind", ["text", "html", "csv"])
def test_the_page_stands_before_the_place(audit, paged, kind):
    place = audit.findings[0].places[0]
    assert f"第{place.block + 10}页 · " in "".join(write([paged], kind))
    assert f"page {place.block + 10} · " in "".join(write([paged], kind, Look("en", columns=100)))
    assert f"第{place.block + 10}页" not in "".join(write([audit], kind))


def test_the_json_has_the_page_of_every_place(audit, paged):
    data = json.loads("".join(write([paged], "json")))
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)
    places = [place for one in data["files"][0]["findings"] for place in one["places"]]
    assert places
    assert all(place["page"] == place["block"] + 10 for place in places)
    assert '"page"' not in "".join(write([audit], "json"))
