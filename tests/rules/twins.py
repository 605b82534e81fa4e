"""Reads a rule's Markdown twin: its code, and its examples with what each must give."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.model.finding import Finding

HERE = Path(__file__).parent
_TITLE = re.compile(r"^# (?P<code>[A-Z]{2}\d{3}) (?P<title>\S.*)$", re.MULTILINE)
_BLOCK = re.compile(
    r"^## (?P<heading>[^\n]+)$|^```(?P<kind>report|findings|records)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_EXPECTED = re.compile(r"(?P<code>[A-Z]{2}\d{3}) (?P<severity>\w+) 「(?P<quote>.*?)」(?: → (?P<expected>.*))?$")


@dataclass(frozen=True)
class Expected:
    """One line of a findings block; ``expected`` is None where the line does not say it."""

    code: str
    severity: str
    quote: str
    expected: str | None

    def fits(self, found: Finding) -> bool:
        """Whether a finding is the one that this line asks for."""
        return (self.code, self.severity, self.quote) == (found.code, found.severity, quote(found)) and (
            self.expected is None or self.expected == found.expected
        )


@dataclass(frozen=True)
class Example:
    """One report block of a twin; ``expected`` is empty for a good example."""

    name: str
    code: str
    text: str
    expected: tuple[Expected, ...]
    records: str = ""


@dataclass(frozen=True)
class Twin:
    """A rule's Markdown page."""

    path: Path
    code: str
    title: str
    examples: tuple[Example, ...]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"


def quote(found: Finding) -> str:
    """The words of a finding's first place on one line, as a findings block writes them."""
    return " ".join(found.places[0].quote.split()) if found.places else ""


def line(found: Finding) -> str:
    """A finding as a line of a findings block, ready to be pasted."""
    return f"{found.code} {found.severity} 「{quote(found)}」" + (f" → {found.expected}" if found.expected else "")


def expected_in(text: str, where: str) -> tuple[Expected, ...]:
    """The lines of a findings block."""
    lines = [one.strip() for one in text.splitlines() if one.strip()]
    if not lines:
        raise ValueError(f"{where}: an empty findings block")
    found = []
    for one in lines:
        match = _EXPECTED.fullmatch(one)
        if match is None:
            raise ValueError(f"{where}: not a line of findings: {one}")
        found.append(Expected(**match.groupdict()))
    return tuple(found)


def read(path: Path) -> Twin:
    """A twin as written; a ValueError says what is wrong with its form."""
    text = path.read_text("utf-8")
    where = f"{path.parent.name}/{path.name}"
    title = _TITLE.search(text)
    if title is None:
        raise ValueError(f"{where}: no title of the form “# TX101 标题”")
    examples: list[Example] = []
    heading = ""
    for block in _BLOCK.finditer(text):
        if block["heading"]:
            heading = block["heading"].strip()
        elif block["kind"] == "report":
            number = text.count("\n", 0, block.start()) + 1
            examples.append(Example(f"{path.stem}:{number}", title["code"], block["text"], ()))
        elif block["kind"] == "records":
            if not examples or examples[-1].expected or examples[-1].records:
                raise ValueError(f"{where}: a records block without a report block before it")
            examples.append(replace(examples.pop(), records=block["text"]))
        else:
            if not examples or examples[-1].expected:
                raise ValueError(f"{where}: a findings block without a report block before it")
            last = examples.pop()
            if heading != "错例":
                raise ValueError(f"{last.name}: findings are expected under “## 错例”, not under “## {heading}”")
            examples.append(replace(last, expected=expected_in(block["text"], last.name)))
    return Twin(path, title["code"], title["title"], tuple(examples))


def paths() -> list[Path]:
    """Every twin of every family."""
    return sorted(HERE.glob("*/*.md"))
