"""The audits of whole documents are what they were."""

import pytest

from tests.golden.golden import CASES, HERE, lines


@pytest.mark.parametrize("name", CASES)
def test_the_audit_is_what_it_was(name):
    kept = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    assert lines(CASES[name]) == kept, "run python -m tests.golden.golden and read the difference"
