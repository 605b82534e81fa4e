"""The sample filing, and files read as the command reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao import pipeline
from jixiao.filing.workbook import write
from tests.house.source import ROOT

SAMPLE = ROOT / "examples/junshan-2023/filing.yaml"
YUEYANG = "430000-hunan/430600-yueyang/department"


@pytest.fixture(scope="session")
def filing():
    return pipeline.read_filing(SAMPLE).filing


@pytest.fixture(scope="session")
def filled(filing):
    """The sample as a workbook."""
    return write(filing.form, filing.year, filing.unit, len(filing.projects), filing)


@pytest.fixture
def read():
    """Reads a text or bytes as a file."""

    def call(data, name="填报.yaml"):
        return pipeline.read_filing_bytes(data.encode() if isinstance(data, str) else data, name)

    return call


@pytest.fixture
def sample_text():
    return Path(SAMPLE).read_text("utf-8")
