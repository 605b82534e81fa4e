"""What our own extraction makes of the report: the filing's tables, cell for cell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.compose.references import References
from jixiao.forms import all_forms, base_lines, load
from jixiao.model.appraisal import Appraisal
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing, SheetEntry
from jixiao.model.manuscript import Manuscript
from jixiao.model.report import Report
from jixiao.model.words import squeezed
from tests.compose.samples import JUNSHAN, SMALL, filing, manuscript
from tests.roundtrip.filings import filings

STAGES = ("initial", "adjusted", "executed")


def understood(made: Manuscript, entered: Filing) -> Report:
    return pipeline.understand(compose.document(made), entered.form)


def same_sheet(read: Appraisal, entry: SheetEntry, prefix: str, made: Manuscript, entered: Filing) -> None:
    references = References(entered, made.figures)

    def words(text: str) -> str:
        return squeezed("".join(run.words if isinstance(run, Figure) else run for run in references.runs(text, prefix)))

    order = {
        (one.kind, part): n
        for n, (one, part) in enumerate((c, p) for c in load(entered.form).classes for p, _ in c.parts)
    }
    rows = sorted(enumerate(entry.indicators, 1), key=lambda row: order[row[1].kind1, row[1].kind2])
    assert [one.name.text for one in read.indicators] == [squeezed(one.name) for _, one in rows]
    for got, (n, one) in zip(read.indicators, rows, strict=True):
        assert (got.kind1, got.kind2) == (one.kind1, one.kind2)
        assert (squeezed(got.target.text), squeezed(got.actual.text)) == (words(one.target), words(one.actual))
        assert got.weight.amount.number == one.weight
        assert got.score.text == made.figures[f"{prefix}.indicators.{n}.score"].text
        assert squeezed(got.note.text) in (squeezed(one.note), "无偏差" if not one.note else None)
    assert [(squeezed(g.expected.text), squeezed(g.achieved.text)) for g in read.goals] == [
        (words(g.expected), words(g.achieved)) for g in entry.goals
    ]  # fmt: skip
    assert read.total_weight.text == made.figures[f"{prefix}.weight"].text
    assert read.total_score.text == made.figures[f"{prefix}.score"].text


def same_money(read: Appraisal, money: str, made: Manuscript) -> None:
    for stage in STAGES:
        entry = getattr(read.fund, stage)
        assert entry is None or entry.text == made.figures[f"{money}.{stage}"].text
    assert read.fund.executed is not None


def same(made: Manuscript, entered: Filing) -> None:
    report = understood(made, entered)
    form = load(entered.form)
    if form.kind == "department":
        same_sheet(report.department, entered.department, "department", made, entered)
        same_money(report.department, "year_funds", made)
        assert report.department.name.text == entered.unit
    projects = [one for one in report.projects if one.complete]
    assert [one.name.text for one in projects] == [one.name for one in entered.projects]
    for n, (read, entry) in enumerate(zip(projects, entered.projects, strict=True), 1):
        same_sheet(read, entry, f"projects.{n}", made, entered)
        same_money(read, f"projects.{n}.funds.total", made)
        assert (read.supervisor.text, read.implementer.text) == (entry.supervisor, entry.implementer)
    facts = {(fact.concept, fact.context.year, fact.context.stage): fact.amount.number
             for table in report.base_tables for row in table.rows for fact in row.columns if fact is not None}  # fmt: skip
    for line in base_lines(form):
        for column in line.columns:
            year, stage = entered.year - (column == "last"), {"last": "final"}.get(column, column)
            figure = made.figures.get(f"{line.concept}.{column}".rstrip("."))
            if line.concept and figure is not None and figure.value is not None:
                assert facts[line.concept, year, stage] == figure.value, figure


@pytest.mark.parametrize("path", [JUNSHAN, *SMALL], ids=lambda path: path.stem)
def test_the_samples_are_understood_back(path):
    same(manuscript(path), filing(path))


@settings(max_examples=25)
@given(filings(forms=all_forms()))
def test_any_filing_is_understood_back(entered):
    same(pipeline.compose(entered), entered)


def test_the_cover_the_list_and_the_sign_off_are_understood():
    report = understood(manuscript(), filing())
    assert [entry.text for entry in report.cover] == [filing().unit, "2024年5月30日"]
    assert [entry.text for entry in report.attachments] == list(load(filing().form).attachments)
    assert {sign.preparer.text for sign in report.signoffs} == {"李示例"}
    assert {sign.head.text for sign in report.signoffs} == {"王示例"}
    assert len(report.signoffs) == 5
    assert [section.kind for section in report.sections if section.level == 1] == list(load(filing().form).required)
    assert sum(row.most.amount.number for row in report.rubric.rows) == 100
