"""A written file reads back as what was composed, word for word, cell for cell, and is understood as the same report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from jixiao import compose, pipeline
from jixiao.model.document import Document, Table
from jixiao.model.manuscript import Manuscript
from jixiao.readers import read_bytes
from jixiao.writers.report import docx, html, pdf, xlsx
from tests.roundtrip.bare import bare, tables, words
from tests.roundtrip.filings import filings

EXAMPLES = settings(max_examples=12, deadline=None)
FEW = settings(max_examples=6, deadline=None)


def as_docx(manuscript: Manuscript) -> Document:
    return read_bytes(docx.write(manuscript), "报告.docx")


def as_page(manuscript: Manuscript) -> Document:
    return read_bytes(html.write(manuscript).encode(), "报告.html")


def as_pdf(manuscript: Manuscript) -> Document:
    return read_bytes(pdf.write(manuscript), "报告.pdf")


def as_book(manuscript: Manuscript) -> Document:
    return read_bytes(xlsx.write(manuscript), "自评表.xlsx")


@EXAMPLES
@given(filings())
def test_a_word_file(filing):
    manuscript = pipeline.compose(filing)
    composed, read = compose.document(manuscript), as_docx(manuscript)
    assert read.unread == ()
    assert words(read) == words(composed)
    assert (read.bound, read.marks) == (composed.bound, ())
    assert bare(pipeline.understand(read)) == bare(pipeline.understand(composed))


@EXAMPLES
@given(filings())
def test_a_page(filing):
    manuscript = pipeline.compose(filing)
    composed, read = compose.document(manuscript), as_page(manuscript)
    assert read.unread == ()
    assert words(read) == words(composed)
    assert bare(pipeline.understand(read)) == bare(pipeline.understand(composed))


@EXAMPLES
@given(filings())
def test_a_workbook_has_every_table(filing):
    """And what is printed with a table: its title above, notes and signatures below, nothing twice."""
    manuscript = pipeline.compose(filing)
    composed, read = compose.document(manuscript), as_book(manuscript)
    assert read.unread == ()
    assert tables(read) == tables(composed)
    texts = {p.text for p in composed.paragraphs}
    assert {p.text for p in read.paragraphs} <= texts
    signed = [p.text for p in composed.paragraphs if p.text.startswith("填表人：")]
    assert [p.text for p in read.paragraphs if p.text.startswith("填表人：")] == signed
    there, wanted = pipeline.understand(read), pipeline.understand(composed)
    assert bare(there.appraisals) == bare(
        [one for one in wanted.appraisals if one.complete]
    )  # no chapters, no sentences
    assert bare(there.base_tables) == bare(wanted.base_tables)
    assert bare(there.signoffs) == bare(wanted.signoffs)
    assert (there.year, bare(there.rubric)) == (wanted.year, bare(wanted.rubric))


@FEW
@given(filings())
def test_the_text_of_a_pdf(filing):
    manuscript = pipeline.compose(filing)
    composed, read = compose.document(manuscript), as_pdf(manuscript)
    assert read.unread == ()
    assert words(read, levels=False) == words(composed, levels=False)
    assert bare(pipeline.understand(read), levels=False) == bare(pipeline.understand(composed), levels=False)


@pytest.mark.parametrize("lost", ["a word", "a row", "a span", "a heading's level", "a paragraph"])
def test_the_comparison_sees_what_is_lost(lost):
    """The tests above are worth what their comparison sees."""
    from tests.roundtrip.filings import YUEYANG, made

    composed = compose.document(pipeline.compose(made(YUEYANG, 2023, 1, 5, 2, 1)))
    blocks = list(composed.blocks)
    table = next(i for i, b in enumerate(blocks) if isinstance(b, Table))
    heading = next(i for i, b in enumerate(blocks) if not isinstance(b, Table) and b.level)
    cells = blocks[table].cells
    wide = next(c for c in cells if c.columns > 1)
    if lost == "a word":
        blocks[table] = Table.of(1, [_with(c, text=c.text[:-1]) if c is wide and c.text else c for c in cells])
    elif lost == "a row":
        blocks[table] = Table.of(1, [c for c in cells if c.row < len(blocks[table].grid)])
    elif lost == "a span":
        blocks[table] = Table.of(1, [_with(c, columns=1) if c is wide else c for c in cells])
    elif lost == "a heading's level":
        blocks[heading] = _with(blocks[heading], level=None)
    else:
        del blocks[heading]
    changed = _with(composed, blocks=tuple(blocks))
    assert words(changed) != words(composed)


def _with(noun, **changes):
    from dataclasses import replace

    return replace(noun, **changes)
