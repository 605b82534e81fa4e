"""The sample filing and the report that it makes."""

import pytest

from jixiao import pipeline
from tests.house.source import ROOT


@pytest.fixture(scope="session")
def junshan():
    found = pipeline.read_filing(ROOT / "examples" / "junshan-2023" / "filing.yaml")
    assert found.ok
    return found.filing


@pytest.fixture(scope="session")
def report(junshan):
    return pipeline.compose(junshan)
