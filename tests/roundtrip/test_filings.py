"""From a written report back to the data: without any loss from its data part, and from the words as far as they are printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.filing.data import to_data
from jixiao.model.filing import Filing
from jixiao.readers import read_bytes
from jixiao.writers.report import docx, html
from tests.roundtrip.filings import YUEYANG, filings

EXAMPLES = settings(max_examples=12, deadline=None)
WITH_TABLE = (YUEYANG, "430000-hunan/department")  # forms whose base table prints every figure


@EXAMPLES
@given(filings())
def test_the_data_part_gives_the_filing_back(filing):
    taken = pipeline.import_report(read_bytes(docx.write(pipeline.compose(filing)), "报告.docx"))
    assert taken.notes == ()
    assert taken.filing == filing


@EXAMPLES
@given(filings(forms=WITH_TABLE))
def test_the_words_of_a_word_file_without_its_data_part(filing):
    manuscript = pipeline.compose(filing)
    read = replace(read_bytes(docx.write(manuscript), "报告.docx"), bound=None)
    through_words(filing, pipeline.import_report(read))


@EXAMPLES
@given(filings(forms=WITH_TABLE))
def test_the_words_of_a_page(filing):
    read = read_bytes(html.write(pipeline.compose(filing)).encode(), "报告.html")
    through_words(filing, pipeline.import_report(read))


@EXAMPLES
@given(filings(forms=("cn/department", "cn/department-2021")))
def test_a_form_without_base_table_prints_the_sheets_at_least(filing):
    """Its chapters tell the sums only, so the figures are asked for again; goals, indicators and funds come back."""
    taken = pipeline.import_report(replace(compose.document(pipeline.compose(filing)), bound=None))
    assert taken.filing is not None
    got, wanted = printed(taken.filing), printed(filing)
    for key in ("form", "unit", "year", "date", "signoff", "department", "projects"):
        assert got.get(key) == wanted.get(key)


def through_words(filing: Filing, taken: Any) -> None:
    """Every field that is printed comes back, and what comes back makes the same report again."""
    assert taken.filing is not None
    assert printed(taken.filing) == printed(filing)
    again, before = (compose.document(pipeline.compose(one)) for one in (taken.filing, filing))
    assert [p.text for p in again.paragraphs] == [p.text for p in before.paragraphs]
    assert [[cell.text for cell in t.cells] for t in again.tables] == [
        [cell.text for cell in t.cells] for t in before.tables
    ]


def printed(filing: Filing) -> dict[str, Any]:
    """What of a filing can be read in its report. Not printed, and so not compared, is exactly this:

    - ``evidence`` of indicators (for the reviewer, not in the sheet);
    - that a figure was a reference: ``{本项目:全年执行数}`` is printed as the figure, so both sides are compared as printed;
    - the order of ``items`` paid from other funds, and the ``concept`` of an item whose label is its own: the row of the
      form is told by where it stands only;
    - a figure of 0 or a missing one where the form has no row for it (net_assets and the like stand in texts alone).
    """
    data = to_data(filing)
    figures = pipeline.compose(filing)
    shown = {line.origin: [] for line in figures.lines if line.origin.startswith("texts.")}
    for line in figures.lines:
        if line.origin in shown:
            shown[line.origin].append(line.text)
    data["texts"] = shown | {"savings": data.get("texts", {}).get("savings")}
    data["figures"].pop("net_assets.final", None)
    data["items"] = sorted(
        ({**item, "concept": None} for item in data.get("items", ())), key=lambda one: str(one["label"])
    )
    cells = {s.origin: s.text for grid in figures.grids for s in grid.slots if s.origin}
    for prefix, sheet in (
        ("department", data.get("department", {})),
        *((f"projects.{n}", one) for n, one in enumerate(data.get("projects", ()), 1)),
    ):
        for n, row in enumerate(sheet.get("indicators", ()), 1):
            row.pop("evidence", None)
            row |= {key: cells.get(f"{prefix}.indicators.{n}.{key}", row.get(key)) for key in ("target", "actual")}
    return data
