"""JSON Lines: one file of the JSON a line, written as soon as it is audited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from jixiao.model.audit import Audit
from jixiao.writers.encode import SCHEMA, audit_json
from jixiao.writers.view import Look


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """One line a file, each naming the schema."""
    for audit in audits:
        yield json.dumps({"schema": SCHEMA, **audit_json(audit, look.lang)}, ensure_ascii=False) + "\n"
