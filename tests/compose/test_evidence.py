"""数据来源与计算依据: values out of records in a written report, bound to them or held against them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jixiao import pipeline
from jixiao.compose.evidence import TITLE, code_in
from jixiao.model.filing import Filing
from tests.compose.samples import filing
from tests.rules.proofs import proofs_in

CLOSED = "CS02 办件办结率 = 199981÷200000 %，2023，大厅办件办结率"
LATE = "CS03 办件按时办结率 = 119÷120 %，2023，办件按时办结率"
NONE = "CS04 办件量 = — 件，2023，办件量"
QUALITY = 3  # 大厅办件办结率 in the sample


def entered(actual: str) -> Filing:
    rows = list(filing().department.indicators)
    rows[QUALITY] = replace(rows[QUALITY], actual=actual)
    return replace(filing(), department=replace(filing().department, indicators=tuple(rows)))


def test_a_report_without_records_has_no_table_of_sources():
    assert all(grid.id != "evidence" for grid in pipeline.compose(filing()).grids)


def test_only_indicators_of_the_filing_are_shown_with_sums_files_and_span():
    used = pipeline.evidence_of(filing(), proofs_in(f"{CLOSED}\n{LATE}\n{NONE}"))
    made = pipeline.compose(filing(), proofs=used)
    table = made.grids[-1]
    assert table.title == TITLE
    assert [slot.text for slot in table.slots if slot.row > 1][:6] == [
        "办件办结率", "99.99%", "199981", "200000", "2023-01-01\n至2023-12-31", "办件.csv（00000000）",
    ]  # fmt: skip
    assert table.height == 2
    assert made.figures["records.CS02"].value == used[0].value


def test_the_table_is_understood_as_nothing_else():
    used = pipeline.evidence_of(filing(), proofs_in(CLOSED))
    plain, made = (pipeline.audit_manuscript(pipeline.compose(filing(), proofs=proofs)) for proofs in ((), used))
    assert [(f.code, f.found) for f in made.findings] == [(f.code, f.found) for f in plain.findings]
    assert made.report.facts == plain.report.facts


def test_a_bound_value_is_that_of_the_records():
    proofs = proofs_in(LATE)
    taken, mistakes = pipeline.bind(entered("记录：CS03"), proofs)
    assert not mistakes
    assert taken.department.indicators[QUALITY].actual == "99.17%"
    assert [proof.code for proof in pipeline.evidence_of(entered("记录:CS03"), proofs)] == ["CS03"]


@pytest.mark.parametrize(("records", "why"), [("", "没有用 --records"), (NONE.replace("CS04", "CS03"), "没有记录")])
def test_a_bound_value_that_the_records_do_not_give_is_a_mistake(records, why):
    taken, [mistake] = pipeline.bind(entered("记录:CS03"), proofs_in(records))
    assert taken == entered("记录:CS03")
    assert mistake.address == "department.indicators.4.actual"
    assert why in mistake.message


def test_a_typed_value_against_the_records_is_found_in_the_composed_report():
    proofs = proofs_in(CLOSED.replace("199981", "198000"))
    audit = pipeline.audit_manuscript(pipeline.compose(filing(), proofs=proofs), proofs=lambda _year: proofs)
    assert [(f.found, f.expected) for f in audit.findings if f.code == "IX129"] == [("100%", "99.00%")]


@pytest.mark.parametrize("typed", ["100%", "记录", "记录:CS03 左右", "见记录:CS03", "记录:三"])
def test_words_that_are_no_binding(typed):
    assert code_in(typed) == ""
