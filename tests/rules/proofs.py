"""Reads the ``records`` block of a twin: one line for each indicator value that the records give.

    CS03 办件按时办结率 = 119÷120 %，2023，办件按时办结率、事项按时办结率

A bare sum is a total (``59.5000 件``), ``—`` no value; the period is a year, or two days (the second not included).
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from jixiao.model.proof import Proof, Source

_LINE = re.compile(
    r"(?P<code>\w+) (?P<title>\S+) = (?:(?P<none>—)|(?P<top>[\d.]+)(?:÷(?P<bottom>[\d.]+))?) (?P<unit>\S+?)，"
    r"(?P<start>[\d-]+)(?:至(?P<end>[\d-]+))?，(?P<names>\S+)"
)


def proofs_in(text: str) -> tuple[Proof, ...]:
    """Every line of a block as a proof."""
    return tuple(_proof(line) for line in text.splitlines() if line.strip())


def _proof(line: str) -> Proof:
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"not a line of records: {line}")
    top, bottom = Decimal(found["top"] or 0), Decimal(found["bottom"] or 0)
    rate = found["unit"] == "%"
    value = top * 100 / bottom if rate and bottom else top / bottom if bottom else top
    start, end = found["start"], found["end"]
    first = _day(start) if end else datetime(int(start), 1, 1)  # noqa: DTZ001 - wall time
    last = _day(end) if end else datetime(int(start) + 1, 1, 1)  # noqa: DTZ001
    return Proof(
        code=found["code"], title=found["title"], unit=found["unit"], measure="rate" if rate else "mean" if bottom else "total",
        value=None if found["none"] else value, reason="没有记录" if found["none"] else "", numerator=top,
        denominator=bottom if rate or bottom else None,
        start=first, end=last, rows=int(bottom or top), sources=(Source("up_pro_accept", "办件.csv", "0" * 64, 120, 0, 0),),
        query="SELECT 1", definition="", cite="自拟口径", verified=False, names=tuple(found["names"].split("、")),
    )  # fmt: skip


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text)
