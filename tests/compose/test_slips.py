"""With the slips of the original report put back in, exactly those are found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from jixiao import compose, pipeline
from jixiao.model.amount import Amount
from jixiao.model.document import Document, Paragraph, Table, cell, paragraph
from jixiao.model.filing import Filing, GoalEntry, Signature
from tests.compose.samples import filing


def found(document: Document) -> Counter[tuple[str, str]]:
    """What is found that is an error or must be explained, by code and the words it is about."""
    audit = pipeline.audit_document(document, strict=True)
    return Counter(
        (f.code, "".join(f.places[0].quote.split()) if f.places else "") for f in audit.findings if f.severity != "info"
    )


def written(entered: Filing) -> Document:
    return compose.document(pipeline.compose(entered))


def news(document: Document) -> set[tuple[str, str]]:
    """What is found beyond the clean report."""
    return set(found(document) - found(written(filing())))


def patched(old: str, new: str, block: str) -> Document:
    """The clean report with words replaced by hand, as in Word.

    In the first paragraph that holds ``block``, or in the last such cell of the row in which a cell says so (|总分).
    """
    document = written(filing())
    blocks = []
    done = False
    for one in document.blocks:
        if isinstance(one, Paragraph) and not done and block in one.text and old in one.text:
            one, done = paragraph(one.block, one.text.replace(old, new), level=one.level), True  # noqa: PLW2901
        elif isinstance(one, Table) and not done and block.startswith("|") and (row := _row(one, block[1:])):
            at = max(n for n, c in enumerate(one.cells) if c.row == row and c.text == old)
            cells = list(one.cells)
            was = cells[at]
            cells[at] = cell(was.block, was.row, was.column, new, rows=was.rows, columns=was.columns)
            one, done = Table.of(one.block, cells), True  # noqa: PLW2901
        blocks.append(one)
    assert done
    return replace(document, blocks=tuple(blocks))


def _row(table: Table, words: str) -> int:
    return next((c.row for c in table.cells if c.text == words), 0)


def department(**parts: object) -> Filing:
    return replace(filing(), department=replace(filing().department, **parts))


def indicator(number: int, **parts: object) -> Filing:
    rows = list(filing().department.indicators)
    rows[number - 1] = replace(rows[number - 1], **parts)
    return department(indicators=tuple(rows))


def project(number: int, **parts: object) -> Filing:
    sheets = list(filing().projects)
    sheets[number - 1] = replace(sheets[number - 1], **parts)
    return replace(filing(), projects=tuple(sheets))


def project_indicator(number: int, row: int, **parts: object) -> Filing:
    rows = list(filing().projects[number - 1].indicators)
    rows[row - 1] = replace(rows[row - 1], **parts)
    return project(number, indicators=tuple(rows))


GOAL = filing().department.goals[0].expected
FOURTEEN = Amount(Decimal(14), "人", 0, "14人")

ENTERED = {
    "S03 far above its target, no reason": (indicator(1, note=""), {("SC136", "59.49万件")}),
    "S04 far above its target, no reason": (indicator(2, note=""), {("SC136", "0.9万件")}),
    "S04 two units in one row": (indicator(2, target="≥5千件"), {("IX106", "0.9万件")}),
    "S05 far above its target, no reason": (project_indicator(2, 1, note=""), {("SC136", "59.49万件")}),
    "S06 S07 S08 a met cost target docked": (
        indicator(9, points=Decimal("9.4"), note="预算减少"),
        {("SC123", "9.4"), ("SC138", "预算减少"), ("SC112", "99.4")},
    ),
    "S10 the goal copied": (department(goals=(GoalEntry(GOAL, GOAL),)), {("TX110", GOAL)}),
    "S13 a project without its sheet": (replace(filing(), projects=filing().projects[:2]), {("FG404", "885.83")}),
    "S15 over the establishment": (
        replace(filing(), figures=filing().figures | {"establishment": FOURTEEN}), {("FG112", "36")},
    ),
    "S17 the bureau of finance as supervisor": (project(1, supervisor="岳阳市君山区财政局"), {("ST112", "岳阳市君山区财政局")}),
    "S19 a method as target": (project_indicator(1, 7, target="定性"), {("IX101", "定性")}),
    "S20 no date": (replace(filing(), date=""), {("ST109", "年月日")}),
    "S21 nobody signs": (replace(filing(), signoff=Signature()), {("ST110", "填表人：")}),
}  # fmt: skip
TYPED = {
    "S01 元 for 万元": (("实际支出1107.5万元", "实际支出1107.5元", "年初预算1179.7"), {("FG501", "1107.5元")}),
    "S02 a share": (("79.98%", "85.21%", "从支出结构看"), {("FG203", "85.21%")}),
    "S07 the total": (("100", "99.4", "|总分"), {("SC111", "99.4")}),
}  # fmt: skip


@pytest.mark.parametrize("name", ENTERED)
def test_a_slip_in_the_data_is_found_and_nothing_else(name):
    entered, expected = ENTERED[name]
    assert news(written(entered)) == expected


@pytest.mark.parametrize("name", TYPED)
def test_a_slip_typed_into_the_report_is_found_and_nothing_else(name):
    patch, expected = TYPED[name]
    assert news(patched(*patch)) == expected
