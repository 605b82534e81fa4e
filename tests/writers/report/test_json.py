import json
from importlib.resources import files

import jsonschema
from hypothesis import given, settings

from jixiao import pipeline
from jixiao.compose.public import public
from jixiao.filing.data import from_data
from jixiao.writers.report.json import write
from tests.roundtrip.filings import filings
from tests.writers.report.sample import manuscript

SCHEMA = json.loads(files("jixiao.writers").joinpath("schema/manuscript-1.schema.json").read_text(encoding="utf-8"))


def valid(data):
    body = json.loads(data)
    jsonschema.validate(body, SCHEMA, cls=jsonschema.Draft202012Validator)
    return body


def test_the_json_is_as_the_schema_says(report):
    body = valid(write(report))
    assert (body["year"], body["unit"], body["edition"]) == (2023, "岳阳市君山区行政审批服务局", "full")
    assert len(body["figures"]) == len(report.figures)


@settings(max_examples=10, deadline=None)
@given(filings())
def test_any_report_fits_the_schema_and_gives_its_filing_back(filing):
    assert from_data(valid(write(pipeline.compose(filing)))["filing"])[0] == filing


def test_a_figure_carries_its_formula_and_every_cell_its_figures():
    body = valid(write(manuscript()))
    figures = {one["id"]: one for one in body["figures"]}
    total = figures["basic_expenditure.final"]
    assert (total["value"], total["text"], total["unit"]) == (221.67, "221.67", "万元")
    assert total["formula"] == {"operation": "sum", "arguments": ["staff_cost.final", "public_cost.final"]}
    assert figures["staff"]["formula"] is None
    assert figures["department.indicators.1.target"]["value"] is None
    cell = next(cell for cell in body["tables"][0]["cells"] if "staff_rate" in cell["figures"])
    assert (cell["row"], cell["column"], cell["text"]) == (2, 4, "100")


def test_the_public_edition_holds_no_filing_and_nobody(report, junshan):
    made = write(public(report, junshan)[0])
    assert valid(made)["filing"] is None
    assert "13900000000" not in made.decode()
    assert "李示例" not in made.decode()


def test_the_same_report_gives_the_same_bytes(report):
    assert write(report) == write(report)
