"""The packs that the tests of the scoring use."""

from __future__ import annotations

import pytest

from jixiao import law


@pytest.fixture(scope="session")
def national():
    return law.load("CN-2020")


@pytest.fixture(scope="session")
def hubei():
    return law.load("HB")


@pytest.fixture(scope="session")
def stepped():
    return law.load("CN-2021")
