"""期间: a year, a month, a quarter or half a year as the user writes it, and the half open span that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from jixiao.cli.problem import Problem

_FIRST, _LAST = 1990, 2100
_MONTHS = 12
_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:年(?:度)?|-)?(?:(?P<month>\d{1,2})月?|[Qq](?P<quarter>[1-4])|[Hh](?P<half>[12]))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Period:
    """From its first moment to the first one after it."""

    text: str
    start: datetime
    end: datetime


def period(text: str) -> Period:
    """2023, 2023-05, 2023-Q1, 2023-H1, also 2023年5月; a plain sentence for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found or not _FIRST <= int(found["year"]) <= _LAST:
        raise _nonsense(text)
    year = int(found["year"])
    first, many = _months(found)
    if not 1 <= first <= _MONTHS:
        raise _nonsense(text)
    return Period(_named(year, first, many), _month(year, first), _month(year, first + many))


def _months(found: re.Match[str]) -> tuple[int, int]:
    """The first month and how many there are."""
    if found["month"]:
        return int(found["month"]), 1
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, 6
    return 1, _MONTHS


def _named(year: int, first: int, many: int) -> str:
    names = {
        _MONTHS: f"{year}",
        6: f"{year}-H{first // 6 + 1}",
        3: f"{year}-Q{first // 3 + 1}",
        1: f"{year}-{first:02}",
    }
    return names[many]


def _month(year: int, month: int) -> datetime:
    years, month = divmod(month - 1, _MONTHS)
    return datetime(year + years, month + 1, 1)  # noqa: DTZ001 - wall time, as the systems keep it


def _nonsense(text: str) -> Problem:
    return Problem(
        f"看不懂期间“{text}”。年写 2023，月写 2023-05，季度写 2023-Q1，半年写 2023-H1。",
        f"“{text}” is no period: write a year 2023, a month 2023-05, a quarter 2023-Q1, half a year 2023-H1.",
    )
