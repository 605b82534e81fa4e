"""JSON: all audits in one object, as schema/audit-1.schema.json describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from jixiao.model.audit import Audit
from jixiao.writers.encode import SCHEMA, audit_json
from jixiao.writers.view import Look


def write(audits: Iterable[Audit], look: Look) -> Iterator[str]:
    """The object in pieces. The same audits give the same bytes."""
    files = [audit_json(audit, look.lang) for audit in audits]
    yield json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=2) + "\n"
