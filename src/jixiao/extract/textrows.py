"""Text rows (文本行): rows of a 自评表 that came as lines of text with blanks between the cells, as a PDF gives them.

Only what can be read with certainty: 「数量指标 培训人次 ≥500人次 520人次 10 10」. Lines that leave a doubt are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.extract.lines import field_at
from jixiao.extract.quantities import single
from jixiao.extract.targets import amount_of, target
from jixiao.forms.vocabulary import bare, kind_of, role
from jixiao.model.appraisal import Appraisal, Field, FundLine, Indicator
from jixiao.model.document import Paragraph

_TOKEN = re.compile(r"\S+")
_SIGNED = re.compile(r"[≥≤<>=]")
_GLUED = re.compile(r"(?P<label>[一-鿿：（）]{2,14}?)\s*(?P<a>\d+\.\d{1,4})(?P<b>(?P=a))(?P<rate>100(?:\.0+)?%)")
_PLAIN = re.compile(r"\d{1,3}(?:\.\d+)?")
_STAGES = ("initial", "adjusted", "executed")
_HUNDRED = 100
_Token = tuple[str, int, int]


@dataclass
class _Reading:
    """What the lines of one run of text rows have said so far."""

    indicators: list[Indicator] = field(default_factory=list)
    funds: list[FundLine] = field(default_factory=list)
    money: list[str] = field(default_factory=list)  # roles of the money block's head line
    level1: Field | None = None
    level2: Field | None = None
    first: Paragraph | None = None


def textrow_appraisals(paragraphs: Sequence[Paragraph], kind: str, known: frozenset[str]) -> Iterator[Appraisal]:
    """The rows found in the paragraphs as one 自评表 that is not complete; ``known`` names stand in a table already."""
    reading = _Reading()
    for item in paragraphs:
        for start, end in _text_lines(item.plain):
            tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(item.plain, start, end)]
            if not 2 <= len(tokens) <= 16:  # noqa: PLR2004
                _glued(reading, item, start, end)
                continue
            before = len(reading.indicators) + len(reading.funds)
            if not _head(reading, tokens) and not _fund(reading, item, tokens):
                _row(reading, item, tokens, known)
            if len(reading.indicators) + len(reading.funds) > before:
                reading.first = reading.first or item
    if reading.first is not None:
        yield Appraisal(
            kind or "project", None, reading.first.place(), reading.first.block, funds=tuple(reading.funds),
            indicators=tuple(reading.indicators), complete=False,
        )  # fmt: skip


def _text_lines(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in plain.split("\n"):
        if (part.strip() and any(ch.isdigit() for ch in part)) or "数" in part:
            yield start, start + len(part)
        start += len(part) + 1


def _head(reading: _Reading, tokens: Sequence[_Token]) -> bool:
    """Remember the head line of the money block."""
    roles = [role("money", text) for text, _, _ in tokens]
    if len(roles) >= 3 and all(roles) and len(set(roles)) == len(roles):  # noqa: PLR2004
        reading.money = roles
        return True
    return False


def _fund(reading: _Reading, item: Paragraph, tokens: Sequence[_Token]) -> bool:
    text, start, end = tokens[0]
    fund = role("funds", bare(text))
    if not fund or any(single(t) is None for t, _, _ in tokens[1:]):
        return False
    values = [field_at(item, a, b) for _, a, b in tokens[1:]]
    if len(values) == len(reading.money):
        roles = reading.money
    elif len(values) == len(_STAGES) and reading.money[: len(_STAGES)] == list(_STAGES):
        roles = list(_STAGES)
    elif len(values) == 6 and values[4].text.endswith("%") and fund == "total":  # noqa: PLR2004
        roles = [*_STAGES, "weight", "rate", "score"]
    else:
        return False
    reading.funds.append(FundLine(fund, field_at(item, start, end), **dict(zip(roles, values, strict=True))))
    return True


def _glued(reading: _Reading, item: Paragraph, start: int, end: int) -> None:
    """「年度资金总额194.9194.9100%」: the same figure twice and 100 % leave one reading only."""
    match = _GLUED.search(item.plain, start, end)
    if match and (fund := role("funds", bare(match["label"]))):
        adjusted, executed, rate = (field_at(item, *match.span(name)) for name in ("a", "b", "rate"))
        reading.funds.append(FundLine(fund, field_at(item, *match.span("label")), adjusted=adjusted, executed=executed, rate=rate))
        reading.first = reading.first or item


def _row(reading: _Reading, item: Paragraph, tokens: Sequence[_Token], known: frozenset[str]) -> None:
    at = 0
    level1, level2 = reading.level1, reading.level2
    while at < len(tokens) and (kind := _level(tokens[at][0])):
        entry = field_at(item, tokens[at][1], tokens[at][2])
        level1, level2 = (entry, None) if kind == "level1" else (level1, entry)
        at += 1
    values = _values(tokens, at)
    if not at or values is None:
        return
    names, wanted, done, weight, score = values
    name = field_at(item, names[0][1], names[-1][2])
    entries = [field_at(item, a, b) for _, a, b in (wanted, done, weight, score)]
    reading.level1, reading.level2 = level1, level2
    if name.text in known:
        return
    words2, words1 = level2.text if level2 else "", level1.text if level1 else ""
    second = kind_of("kinds2", words2)
    first = kind_of("kinds1", words1) or {"quantity": "output", "quality": "output", "timeliness": "output"}.get(second, "")
    actual = entries[1] if entries[1].amount else Field(entries[1].text, entries[1].place, amount_of(entries[1].text, ""))
    reading.indicators.append(
        Indicator(name, entries[0], actual, target(entries[0].text), level1, level2, entries[2], entries[3], None, first, second)
    )


def _level(text: str) -> str:
    """level1 or level2 where a token is the name of a level and nothing else."""
    if "指标" not in text or len(text) > 12:  # noqa: PLR2004
        return ""
    if kind_of("kinds2", text) and not text.startswith(("产出", "效益", "满意度", "成本")):
        return "level2"
    return "level1" if text.startswith(("产出", "效益", "满意度", "成本")) else ""


def _values(tokens: Sequence[_Token], at: int) -> tuple[Sequence[_Token], _Token, _Token, _Token, _Token] | None:
    """Name, target, actual, weight and score where their order is certain."""
    rest = tokens[at:]
    if len(rest) < 5:  # noqa: PLR2004
        return None
    if _points(rest[-1]) and _points(rest[-2]):
        names, wanted, done, weight, score = rest[:-4], rest[-4], rest[-3], rest[-2], rest[-1]
    elif _points(rest[-1]) and _points(rest[-4]):
        names, weight, wanted, done, score = rest[:-4], rest[-4], rest[-3], rest[-2], rest[-1]
    else:
        return None
    sure = _SIGNED.search(wanted[0]) or _alike(wanted[0], done[0])
    named = names and not any(ch.isdigit() or ch in "≥≤" for token in names for ch in token[0]) and len(names) <= 3  # noqa: PLR2004
    lower = float(score[0]) <= float(weight[0])
    return (names, wanted, done, weight, score) if sure and named and lower else None


def _points(token: _Token) -> bool:
    return bool(_PLAIN.fullmatch(token[0])) and float(token[0]) <= _HUNDRED


def _alike(wanted: str, done: str) -> bool:
    """Both numbers with the same printed unit."""
    one, two = single(wanted), single(done)
    return one is not None and two is not None and bool(one.unit) and one.unit == two.unit
