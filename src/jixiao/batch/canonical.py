"""JSON whose bytes depend on nothing but its contents."""

from __future__ import annotations

import json


def canonical(value: object) -> bytes:
    """Keys in order, no blanks, no escapes: the same value is the same bytes on every machine."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")
