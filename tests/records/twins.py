"""Reads an indicator's Markdown twin: small tables in, a number out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent / "indicators"
_TITLE = re.compile(r"^# (?P<code>[A-Z]{2}\d{2}) (?P<title>\S.*)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<kind>table \w+|value)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_KEYS = {"period", "numerator", "denominator", "value", "reason"}

Cells = tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Example:
    """Tables as written and the lines of the value block that follows them."""

    name: str
    code: str
    tables: dict[str, Cells]
    columns: dict[str, tuple[str, ...]]
    expected: dict[str, str]

    @property
    def period(self) -> tuple[datetime, datetime]:
        """Half open: ``2023`` is the year, ``2023-05`` the month."""
        year, _, month = self.expected["period"].partition("-")
        begin = datetime(int(year), int(month or 1), 1)  # noqa: DTZ001 -- wall time of Shanghai, as in the tables
        if not month:
            return begin, begin.replace(year=begin.year + 1)
        return begin, begin.replace(year=begin.year + begin.month // 12, month=begin.month % 12 + 1)


@dataclass(frozen=True)
class Twin:
    """An indicator's Markdown page."""

    path: Path
    code: str
    title: str
    examples: tuple[Example, ...]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"


def read(path: Path) -> Twin:
    """A twin as written; a ValueError says what is wrong with its form."""
    text = path.read_text("utf-8")
    where = f"{path.parent.name}/{path.name}"
    title = _TITLE.search(text)
    if title is None:
        raise ValueError(f"{where}: no title of the form “# CS01 标题”")
    examples: list[Example] = []
    tables: dict[str, Cells] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for block in _BLOCK.finditer(text):
        name = f"{path.stem}:{text.count(chr(10), 0, block.start()) + 1}"
        if block["kind"] != "value":
            table = block["kind"].removeprefix("table ")
            columns[table], tables[table] = _table(block["text"], name)
            continue
        if not tables:
            raise ValueError(f"{name}: a value block without a table before it")
        examples.append(Example(name, title["code"], tables, columns, _expected(block["text"], name)))
        tables, columns = {}, {}
    if tables:
        raise ValueError(f"{where}: the last tables have no value block")
    return Twin(path, title["code"], title["title"], tuple(examples))


def _table(text: str, name: str) -> tuple[tuple[str, ...], Cells]:
    lines = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if line.strip()
    ]
    if len(lines) < 2 or any(set(cell) - set(":-") for cell in lines[1]):
        raise ValueError(f"{name}: not a pipe table")
    if any(len(line) != len(lines[0]) for line in lines):
        raise ValueError(f"{name}: rows of different widths")
    return tuple(lines[0]), tuple(dict(zip(lines[0], line, strict=True)) for line in lines[2:])


def _expected(text: str, name: str) -> dict[str, str]:
    said = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in text.splitlines() if line)}
    if not {"period", "value"} <= set(said) <= _KEYS:
        raise ValueError(f"{name}: a value block says period and value, and nothing else than {sorted(_KEYS)}")
    return said


def paths() -> list[Path]:
    """Every twin of every group."""
    return sorted(HERE.glob("*/*.md"))
