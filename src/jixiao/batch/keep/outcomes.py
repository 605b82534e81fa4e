"""各规则的结论: what each rule came to on one report, what of the law it had read, and what the report's scores come to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_type_hints

from jixiao.batch.keep.segments import Reader, Writer
from jixiao.model.finding import Finding, NotChecked
from jixiao.model.score import Total

_NAME = "outcomes"


@dataclass(frozen=True)
class Concluded:
    """What is known of one report under one state of the rules.

    ``codes`` and ``found``: the rules that said something, and what. ``readers`` and ``read``: who read of the law ("" the
    scoring), and what. ``broken``: rules that failed; they are run again. ``total``: what its own sheet comes to.
    """

    codes: tuple[str, ...]
    found: tuple[tuple[Finding | NotChecked, ...], ...]
    readers: tuple[str, ...]
    read: tuple[tuple[str, ...], ...]
    broken: tuple[str, ...]
    total: Total | None


def pack_outcomes(concluded: Concluded) -> bytes:
    """The record of it."""
    return Writer().segment(_NAME, {name: (hint, getattr(concluded, name)) for name, hint in _hints().items()})


def unpack_outcomes(record: bytes) -> Concluded:
    """What such a record holds."""
    return Concluded(**Reader((0,) * len(Writer().counts), lambda _segment: None).segment(record, _hints()))


@cache
def _hints() -> dict[str, Any]:
    hints = get_type_hints(Concluded)
    return {field.name: hints[field.name] for field in fields(Concluded)}
