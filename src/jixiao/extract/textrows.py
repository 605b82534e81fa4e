"""Text rows (文本行): rows of a 自评表 that came as lines of text with blanks between the cells, as a PDF gives them.

Only what can be read with certainty: 「数量指标 培训人次 ≥500人次 520人次 10 10」. Lines that leave a doubt are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.extract.funds import unit_in
from jixiao.extract.lines import field_at, one_number
from jixiao.forms.vocabulary import bare, kind_of, role, totals
from jixiao.model.appraisal import Appraisal, Field, FundLine, Indicator
from jixiao.model.document import Paragraph
from jixiao.model.place import Place
from jixiao.model.targets import amount_of, target

_TOKEN = re.compile(r"\S+")
_SIGNED = re.compile(r"[≥≤<>=]")
_GLUED = re.compile(r"(?P<label>[一-鿿：（）]{2,14}?)\s*(?P<a>\d+\.\d{1,4})(?P<b>(?P=a))(?P<rate>100(?:\.0+)?%)")
_SOLE = re.compile(
    r"(?P<label>[一-鿿（）]{4,16})：\s*(?P<value>\d[\d，,]*(?:\.\d+)?(?:[万亿]?元)?)(?=\s*(?:$|[一-鿿]))"
)
_PLAIN = re.compile(r"\d{1,3}(?:\.\d+)?")
_TITLE = re.compile(r"^(?:20\d\d年?度?)?[^，。]{0,30}自评表(?:（[^）]*）)?$")
_STAGES = ("initial", "adjusted", "executed")
_IMPLIED = {"quantity": "output", "quality": "output", "timeliness": "output"}
_FIRST_LEVEL = ("产出", "效益", "满意度")
_HUNDRED = 100
_MOST_TOKENS = 16
_Token = tuple[str, int, int]


@dataclass
class _Reading:
    """What the lines of one 自评表 have said so far."""

    kind: str
    place: Place | None = None
    inside: bool = False  # a title or a head line was seen: rows without the names of their levels count, too
    unit: str = ""
    indicators: list[Indicator] = field(default_factory=list)
    funds: list[FundLine] = field(default_factory=list)
    money: list[str] = field(default_factory=list)  # roles of the money block's head line
    totals: tuple[Field | None, Field | None] = (None, None)
    level1: Field | None = None
    level2: Field | None = None
    ended: bool = False  # the total row was read

    def appraisal(self) -> Appraisal | None:
        """The 自评表 as far as it was read, never complete."""
        if self.place is None or not (self.indicators or self.funds):
            return None
        return Appraisal(
            self.kind, None, self.place, self.place.block, funds=tuple(self.funds), indicators=tuple(self.indicators),
            total_weight=self.totals[0], total_score=self.totals[1], complete=False,
        )  # fmt: skip


def textrow_appraisals(paragraphs: Sequence[Paragraph], kind: str, known: frozenset[str]) -> Iterator[Appraisal]:
    """The rows found in the paragraphs, one 自评表 for each title; ``known`` indicators stand in a table already."""
    reading = _Reading(kind)
    for item in paragraphs:
        for start, end in _text_lines(item.plain):
            squeezed = "".join(item.plain[start:end].split())
            if _TITLE.match(squeezed):
                if done := reading.appraisal():
                    yield done
                named = (
                    "project"
                    if "项目" in squeezed and "整体" not in squeezed
                    else "department"
                    if "整体" in squeezed
                    else kind
                )
                reading = _Reading(named, inside=True)
                continue
            before = len(reading.indicators) + len(reading.funds)
            _line(reading, item, start, end, known)
            if len(reading.indicators) + len(reading.funds) > before:
                reading.place = reading.place or item.place(start, end)
    if done := reading.appraisal():
        yield done


def _text_lines(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in plain.split("\n"):
        if (" " in part.strip() or "自评表" in part or "：" in part) and len(part) <= 120:  # noqa: PLR2004 - longer ones are sentences
            yield start, start + len(part)
        start += len(part) + 1


def _line(reading: _Reading, item: Paragraph, start: int, end: int, known: frozenset[str]) -> None:
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(item.plain, start, end)]
    if len(tokens) > _MOST_TOKENS or reading.ended:
        return
    if any("元）" in text for text, _, _ in tokens):
        reading.unit = unit_in(*(text for text, _, _ in tokens if "元）" in text)) or reading.unit
    if len(tokens) < 2:  # noqa: PLR2004
        _glued(reading, item, start, end)
    elif not (_head(reading, tokens) or _fund(reading, item, tokens) or _total(reading, item, tokens)):
        _row(reading, item, tokens, known)
    if reading.inside and not reading.indicators:
        _soles(reading, item, start, end)


def _head(reading: _Reading, tokens: Sequence[_Token]) -> bool:
    """Remember the head line of the money block; that of the indicators only tells that rows follow."""
    roles = [role("money", text) for text, _, _ in tokens]
    while roles and not roles[0]:
        roles = roles[1:]
    if len(roles) >= 3 and all(roles) and len(set(roles)) == len(roles):  # noqa: PLR2004
        reading.money, reading.inside = roles, True
        return True
    if sum(bool(role("columns", text)) for text, _, _ in tokens) >= 4:  # noqa: PLR2004
        reading.inside = True
        return True
    return False


def _fund(reading: _Reading, item: Paragraph, tokens: Sequence[_Token]) -> bool:
    text, start, end = tokens[0]
    fund = role("funds", bare(text))
    if not fund or any(one_number(t) is None for t, _, _ in tokens[1:]):
        return False
    count = len(tokens) - 1
    if count == len(reading.money):
        roles = reading.money
    elif count == len(_STAGES) and reading.money[: len(_STAGES)] == list(_STAGES):
        roles = list(_STAGES)
    elif count == 6 and tokens[5][0].endswith("%") and fund == "total":  # noqa: PLR2004
        roles = [*_STAGES, "weight", "rate", "score"]
    else:
        return False
    values = {
        name: field_at(item, a, b, reading.unit if name in _STAGES else "%" if name == "rate" else "")
        for name, (_, a, b) in zip(roles, tokens[1:], strict=True)
    }
    reading.funds.append(FundLine(fund, field_at(item, start, end), **values))
    return True


def _total(reading: _Reading, item: Paragraph, tokens: Sequence[_Token]) -> bool:
    """「总分 100 99.4」 after indicators."""
    if not reading.indicators or bare(tokens[0][0]) not in totals():
        return False
    entries = [field_at(item, a, b) for _, a, b in tokens[1:]]
    if len(entries) == 2 and all(entry.amount is not None for entry in entries):  # noqa: PLR2004
        reading.totals = (entries[0], entries[1])
    reading.ended = True
    return True


def _soles(reading: _Reading, item: Paragraph, start: int, end: int) -> None:
    """「一般公共预算：954.17」 before the indicators."""
    for match in _SOLE.finditer(item.plain, start, end):
        if fund := role("funds", bare(match["label"])):
            value = field_at(item, *match.span("value"), reading.unit)
            reading.funds.append(FundLine(fund, field_at(item, *match.span("label")), sole=value))


def _glued(reading: _Reading, item: Paragraph, start: int, end: int) -> None:
    """「年度资金总额194.9194.9100%」: the same figure twice and 100 % leave one reading only."""
    match = _GLUED.search(item.plain, start, end)
    if match and (fund := role("funds", bare(match["label"]))):
        adjusted, executed = (field_at(item, *match.span(name), reading.unit) for name in ("a", "b"))
        reading.funds.append(
            FundLine(
                fund,
                field_at(item, *match.span("label")),
                adjusted=adjusted,
                executed=executed,
                rate=field_at(item, *match.span("rate")),
            )
        )


def _row(reading: _Reading, item: Paragraph, tokens: Sequence[_Token], known: frozenset[str]) -> None:
    at = 0
    level1, level2 = reading.level1, reading.level2
    while at < len(tokens) and (kind := _level(tokens[at][0])):
        entry = field_at(item, tokens[at][1], tokens[at][2])
        level1, level2 = (entry, None) if kind == "level1" else (level1, entry)
        at += 1
    if not at:  # the names of merged cells stand anywhere in a PDF: without one on the line the level is not known
        level1 = level2 = None
    values = _values(tokens, at)
    if values is None or not (at or reading.inside):
        return
    names, wanted, done, weight, score, note = values
    name = field_at(item, names[0][1], names[-1][2])
    goal, actual, points, given = (field_at(item, a, b) for _, a, b in (wanted, done, weight, score))
    if at:
        reading.level1, reading.level2 = level1, level2
    if name.text in known:
        return
    second = kind_of("kinds2", level2.text if level2 else "")
    first = kind_of("kinds1", level1.text if level1 else "") or _IMPLIED.get(second, "")
    if actual.amount is None:
        actual = Field(actual.text, actual.place, amount_of(actual.text, ""))
    remark = field_at(item, note[1], note[2]) if note else None
    reading.indicators.append(
        Indicator(name, goal, actual, target(goal.text), level1, level2, points, given, remark, first, second)
    )


def _level(text: str) -> str:
    """level1 or level2 where a token is the name of a level and nothing else."""
    if "指标" not in text or len(text) > 14:  # noqa: PLR2004
        return ""
    if kind_of("kinds2", text) and not text.startswith(
        _FIRST_LEVEL
    ):  # 成本指标 may be of either level: the lower one is the safe reading
        return "level2"
    return "level1" if text.startswith(_FIRST_LEVEL) else ""


def _values(
    tokens: Sequence[_Token], at: int
) -> tuple[Sequence[_Token], _Token, _Token, _Token, _Token, _Token | None] | None:
    """Name, target, actual, weight, score and note where their order is certain."""
    rest = tokens[at:]
    note = None
    if len(rest) > 5 and not any(ch.isdigit() for ch in rest[-1][0]):  # noqa: PLR2004
        rest, note = rest[:-1], rest[-1]
    if len(rest) < 5 or not _points(rest[-1]):  # noqa: PLR2004
        return None
    names = rest[:-4]
    if _points(rest[-2]):
        wanted, done, weight, score = rest[-4:]
    elif _points(rest[-4]):
        weight, wanted, done, score = rest[-4:]
    else:
        return None
    sure = _SIGNED.search(wanted[0]) or _alike(wanted[0], done[0])
    named = not any(ch.isdigit() or ch in "≥≤" for token in names for ch in token[0]) and len(names) <= 3  # noqa: PLR2004
    return (
        (names, wanted, done, weight, score, note) if sure and named and float(score[0]) <= float(weight[0]) else None
    )


def _points(token: _Token) -> bool:
    return bool(_PLAIN.fullmatch(token[0])) and float(token[0]) <= _HUNDRED


def _alike(wanted: str, done: str) -> bool:
    """Both numbers with the same printed unit."""
    one, two = one_number(wanted), one_number(done)
    return one is not None and two is not None and bool(one.unit) and one.unit == two.unit
