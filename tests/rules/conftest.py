"""What the tests of the rules share: one text audited by the whole catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jixiao.pipeline import audit_bytes
from tests.rules.proofs import proofs_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.model.audit import Audit


@pytest.fixture(scope="session")
def audit_text() -> Callable[..., Audit]:
    """Audits a text as a .txt file; a rule that raises fails the test."""

    def audit_text(text: str, records: str = "") -> Audit:
        return audit_bytes(text.encode(), "example.txt", proofs=lambda _year: proofs_in(records), strict=True)

    return audit_text
