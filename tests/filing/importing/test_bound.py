"""What was changed in Word comes back: figures that are entered; of figures that are worked out the user is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao import compose, pipeline
from jixiao.filing.importing import filing_in
from jixiao.model.document import Bound
from tests.roundtrip.filings import YUEYANG, made

FILING = made(YUEYANG, 2023, 2, 6, 2, 11)
DOCUMENT = compose.document(pipeline.compose(FILING))


def changed(**figures: str):
    assert DOCUMENT.bound is not None
    held = DOCUMENT.bound.figures | {name.replace("__", "."): text for name, text in figures.items()}
    return pipeline.import_report(replace(DOCUMENT, bound=replace(DOCUMENT.bound, figures=held)))


def test_nothing_changed():
    found = pipeline.import_report(DOCUMENT)
    assert (found.filing, found.notes) == (FILING, ())


@pytest.mark.parametrize(
    "name", ["staff_cost.final", "items.1.budget", "projects.1.funds.fiscal.adjusted", "year_funds.initial"]
)
def test_an_entered_figure_changed_in_word_is_taken(name):
    found = changed(**{name: "77.7"})
    assert found.notes[0].code == "changed_word"
    assert pipeline.compose(found.filing).figures[name].text == "77.7"


def test_a_figure_that_is_worked_out_is_not_taken_and_told():
    found = changed(project_expenditure__final="1")
    assert found.filing == FILING
    assert found.notes[0].code == "changed_sum"
    assert "项目支出" in found.notes[0].message


def test_a_figure_that_is_no_number_any_more_is_told():
    found = changed(staff_cost__final="大约五十")
    assert "wrong" in [one.code for one in found.notes]
    assert "staff_cost.final" not in found.filing.figures


def test_words_typed_in_word_are_told():
    from jixiao.model.document import Table, paragraph

    blocks = list(DOCUMENT.blocks)
    at = next(i for i, b in enumerate(blocks) if not isinstance(b, Table) and "股室" in b.text)
    blocks[at] = paragraph(blocks[at].block, "本单位另设信息中心。")
    found = pipeline.import_report(replace(DOCUMENT, blocks=tuple(blocks)))
    assert [(one.code, "信息中心" in one.message) for one in found.notes] == [("changed_text", True)]


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "[]",
        "null",
        '{"form": "x"}',
        '{"form": "cn/department"}',
        "[" * 9999,
        '{"unit": {"a": 1}, "year": "x"}',
    ],
)
def test_a_data_part_that_is_none(data):
    """Then the words are read."""
    assert filing_in(Bound(data, {})) is None
    found = pipeline.import_report(replace(DOCUMENT, bound=Bound(data, {})))
    assert found.filing.unit == FILING.unit
