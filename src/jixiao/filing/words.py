"""Words as people type them (文字的写法): paragraphs, names, dates and indicator values brought into one spelling."""

from __future__ import annotations

import re
from datetime import date

from jixiao.filing.amounts import BLANK, seen
from jixiao.model.words import plain

_BLANKS = " \t\u3000\u00a0"
_GAP = re.compile(r"\n{2,}")
_DATE = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s+00:00:00)?")
_VALUE = re.compile(
    r"(?P<sign>>=|<=|[≥≤<>=])?\s*(?P<number>-?\d{1,3}(?:[，,]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?P<unit>[^\d\s.，,≥≤<>=+]{0,8})"
)
_SIGNS = {">=": "≥", "<=": "≤"}
_NUMBERS = str.maketrans(
    {
        **{chr(ord(c) + 0xFEE0): c for c in "0123456789.+=<>"},
        "％": "%",
        "﹪": "%",
        "≧": "≥",
        "≦": "≤",
        "－": "-",
        "\u3000": " ",
        "\u00a0": " ",
    }
)


def paragraphs(text: str) -> str:
    """The unit's own paragraphs: no indents, one blank line between two."""
    lines = [line.strip(_BLANKS) for line in seen(text).replace("\t", " ").split("\n")]
    return _GAP.sub("\n\n", "\n".join(lines).strip("\n"))


def lines(text: str) -> str:
    """A cell of several lines, none of them empty."""
    return "\n".join(line for line in paragraphs(text).split("\n") if line)


def name(text: str) -> str:
    """One line: line breaks that a narrow cell made are taken out."""
    return "".join(paragraphs(text).split("\n"))


def value(text: str) -> str:
    """A target or an actual value: ``≥ ３０万件`` → ``≥30万件``, ``１００％`` → ``100%``, ``—`` → nothing."""
    words = name(text)
    if words in BLANK:
        return ""
    if "{" in words or "｛" in words:
        return words.translate(str.maketrans("｛｝", "{}"))
    found = _VALUE.fullmatch(plain(words))
    if found:
        sign = _SIGNS.get(found["sign"] or "", found["sign"] or "")
        unit = words[found.start("unit") : found.end("unit")].translate(_NUMBERS)
        return sign + found["number"].replace(",", "").replace("，", "") + unit
    return words.translate(_NUMBERS).strip() if any(char.isdigit() for char in words) else words


def iso_date(text: str) -> str | None:
    """2024年5月30日, 2024/5/30, 2024.5.30 → 2024-05-30; None where it is no date."""
    found = _DATE.fullmatch(plain(seen(text)).strip())
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
