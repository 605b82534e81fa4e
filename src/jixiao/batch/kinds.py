"""The kinds of results that a batch can write, and what each needs."""

from __future__ import annotations

from importlib.util import find_spec

KINDS = ("jsonl", "parquet", "xlsx", "page")  # each a module of outputs/
_NEEDS = {"parquet": "pyarrow"}  # the package that a kind needs and the base does not bring


def missing(kind: str) -> str:
    """The package without which a kind cannot be written here, or ""; it is looked for, not loaded."""
    needed = _NEEDS.get(kind, "")
    return needed if needed and find_spec(needed) is None else ""
