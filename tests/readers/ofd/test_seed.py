"""The seed report as OFD: the words, the tables and the findings are those of the Word file."""

from __future__ import annotations

import pytest

from jixiao import pipeline
from jixiao.model.document import Document
from jixiao.readers import read, read_bytes
from tests.readers.building import SEEDS
from tests.readers.ofd import building
from tests.readers.ofd.copying import sheets

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not at hand (../shared/seeds)")
WORD = SEEDS / "formats" / "report.docx"


def squeezed(text: str) -> str:
    return "".join(text.split())


def words(found: Document) -> tuple[list[list[str]], list[str]]:
    """The words of tables and paragraphs, but for the line of the preparer, which differs between the seeds."""
    tables = [[squeezed(one.text) for one in table.cells if squeezed(one.text)] for table in found.tables]
    return tables, [squeezed(one.text) for one in found.paragraphs if "填表人" not in one.text]


def findings(found: Document) -> list[tuple[str, str, str, str]]:
    audit = pipeline.audit_document(found)
    return sorted(
        (one.code, squeezed(one.places[0].quote if one.places else ""), one.expected or "", one.found or "")
        for one in audit.findings
    )


@pytest.fixture(scope="module")
def seed():
    return read(WORD), sheets(SEEDS / "formats" / "report.pdf")


@pytest.mark.parametrize("producer", [building.grouped, building.single, building.in_points])
def test_the_seed_as_ofd_is_the_same_report(seed, producer):
    word, pages = seed
    found = read_bytes(building.produced(pages, producer), "报告.ofd")
    assert words(found) == words(word)
    assert findings(found) == findings(word)
