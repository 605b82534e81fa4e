"""Prose (文字里的指标): indicators and money that sentences state instead of a table.

「培训≥500人次，完成1120人次，无偏差。」 is an indicator; 「年度资金总额0，其中财政拨款90万元，执行率0，得分0。」 a money block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.extract.lines import field_at
from jixiao.forms.vocabulary import bare, kind_of, role
from jixiao.model.appraisal import Appraisal, Field, FundLine, Indicator
from jixiao.model.document import Paragraph
from jixiao.model.targets import amount_of, target

_NUMBER = r"\d[\d，,]*(?:\.\d+)?\s*[^\s\d，。；：、≥≤<>=（）“”]{0,6}"
_QUOTED = r"[“\"「][^”\"」]{1,20}[”\"」]"
_STATE = r"[一-鿿]{2,10}"  # 定性, 合格, 提升: only right behind 指标值 or 完成值
_SIGN = r"(?:≥|≤|[<>]=?|=|不低于|不少于|不小于|不超过|不高于|不大于|达到|大于等于|小于等于)"
_INDICATOR = re.compile(
    rf"(?:^|(?<=[。；\n]))\s*(?:[（(]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})[)）.、]\s*|[①-⑳]\s*)?"
    rf"(?:(?P<kind>[一-鿿]{{2,8}}(?:指标|成本|效益|数量|质量|时效))\s*：\s*)?"
    rf"(?:(?:[一-鿿]{{0,6}}指标)?\s*[“\"「](?P<quoted>[^”\"」]{{2,30}})[”\"」]|(?P<plan>计划)?(?P<name>[^，。；：≥≤<>=\d“”（）\s]{{2,30}}?))\s*"
    rf"(?:[，：]?\s*(?P<word>年度指标值|预期指标值|指标值|目标值|年初目标值|计划值)\s*(?:为|是|：)?\s*)?"
    rf"(?P<target>{_SIGN}\s*{_NUMBER}|(?<![\d.]){_NUMBER}|{_QUOTED}|(?<=值){_STATE}|(?<=值[为是：]){_STATE})"
    rf"(?:\s*[，,；]\s*(?:年度|全年)?(?:实际)?(?:完成值|完成情况|实际值|实际支出|实际|完成)(?:值)?\s*(?:为|是|：)?\s*"
    rf"(?P<actual>{_QUOTED}|(?:[≥≤<>=]\s*)?{_NUMBER}|(?<=值){_STATE}|(?<=值[为是：]){_STATE}))?"
    rf"(?P<rest>(?:\s*[，,][^。；\n]*)?)"
    rf"(?=[。；\n]|$)"
)
_WEIGHT = re.compile(r"(?:分值|满分)\s*(?:为|：)?\s*(\d+(?:\.\d+)?)\s*分?")
_SCORE = re.compile(
    r"(?:自评)?得(?:分)?\s*(?:为|：)?\s*(\d+(?:\.\d+)?)\s*分?|得(满分)|自评\s*(?:为|：)?\s*(\d+(?:\.\d+)?)\s*分"
)
_YEARLY = re.compile(
    r"(?P<label>全年预算数?)\s*(?:为|：)?\s*(?P<adjusted>\d[\d，,]*(?:\.\d+)?\s*[万亿]?元)[，,；]\s*(?:全年)?(?:实际)?执行数?\s*(?:为|：)?\s*"
    r"(?P<executed>\d[\d，,]*(?:\.\d+)?\s*[万亿]?元)(?:[，,；]\s*(?:预算)?执行率\s*(?:为|：)?\s*(?P<rate>\d+(?:\.\d+)?\s*%))?"
    r"[，,；]\s*(?:分值|满分)\s*(?:为|：)?\s*(?P<weight>\d+(?:\.\d+)?)\s*分?[，,；]\s*(?:自评)?得分?\s*(?:为|：)?\s*(?P<score>\d+(?:\.\d+)?)\s*分?"
    r"(?=[，。；\n]|$)"
)
_NOTE = re.compile(r"(无偏差|(?:偏差)?原因\s*(?:是|为|：)\s*(?P<why>.+))")
_MONEY = re.compile(
    r"(?P<label>年度资金总额|项目资金总额|资金总额|年度预算资金总额)\s*(?:为|：)?\s*(?P<total>\d[\d，,]*(?:\.\d+)?\s*(?:[万亿]?元)?)"
    r"(?P<parts>(?:[，,](?:其中：?)?\s*[^，。；\d：]{2,14}(?:为|：)?\s*\d[\d，,]*(?:\.\d+)?\s*(?:[万亿]?元)?)+?)"
    r"(?:[，,]\s*执行率\s*(?:为|：)?\s*(?P<rate>\d+(?:\.\d+)?\s*%?))?(?:[，,]\s*得(?:分)?\s*(?:为|：)?\s*(?P<score>\d+(?:\.\d+)?))?\s*分?(?=[。；]|$)"
)
_PART = re.compile(
    r"(?:其中：?)?\s*(?P<label>[^，。；\d：]{2,14}?)(?:为|：)?\s*(?P<value>\d[\d，,]*(?:\.\d+)?\s*(?:[万亿]?元)?)"
)
_VALUE = re.compile(r"[\d“\"「]")
_HINT = re.compile("完成|指标值|目标值|资金总额|实际|执行数?")


def prose_appraisal(paragraphs: Sequence[Paragraph], kind: str, known: frozenset[str]) -> Appraisal | None:
    """All that the sentences state, as one 自评表 that is not complete; ``known`` names stand in a table already."""
    indicators: list[Indicator] = []
    funds: list[FundLine] = []
    first: Paragraph | None = None
    for item in paragraphs:
        if not _HINT.search(item.plain):
            continue
        mine = [i for i in _indicators(item) if i.name.text not in known]
        money = list(_funds(item))
        indicators += mine
        funds += money
        first = first or (item if mine or money else None)
    if first is None:
        return None
    return Appraisal(
        kind or "project",
        None,
        first.place(),
        first.block,
        funds=tuple(funds),
        indicators=tuple(indicators),
        complete=False,
    )


def _indicators(item: Paragraph) -> Iterator[Indicator]:
    for match in _INDICATOR.finditer(item.plain):
        wanted = match["target"]
        signed = wanted[:1] in "≥≤<>=不达大小"
        named = match["kind"] is not None and bool(kind_of("kinds2", match["kind"]) or kind_of("kinds1", match["kind"]))
        stated = bool(match["word"]) or ((signed or named) and match["actual"] is not None)
        if not stated and not (match["plan"] and match["actual"] and _SCORE.search(match["rest"])):
            continue
        if (match["kind"] is not None and not named) or (match["quoted"] and not match["word"]):
            continue
        if (match["name"] or "").endswith("的") and match["actual"] is None and not _VALUE.search(wanted):
            continue  # 部分指标的目标值定得偏低: said of a target, no target
        yield _indicator(item, match)


def _indicator(item: Paragraph, match: re.Match[str]) -> Indicator:
    wanted = _value(item, *match.span("target"))
    done = (
        _value(item, *match.span("actual"))
        if match["actual"]
        else Field("", item.place(match.end("target"), match.end("target")))
    )
    rest, at = match["rest"], match.start("rest")
    weight, score, note = _WEIGHT.search(rest), _SCORE.search(rest), _NOTE.search(rest)
    title = "quoted" if match["quoted"] else "name"
    level2 = match["kind"] or match[title]
    second = kind_of("kinds2", level2)
    first = kind_of("kinds1", level2) or {"quantity": "output", "quality": "output", "timeliness": "output"}.get(
        second, "benefit" if second else ""
    )
    score_span = score.span(score.lastindex or 0) if score else None
    note_span = note.span("why") if note and note["why"] else note.span() if note else None
    return Indicator(
        field_at(item, *match.span(title)), wanted, done, target(wanted.text),
        None, field_at(item, *match.span("kind")) if match["kind"] else None,
        field_at(item, at + weight.start(1), at + weight.end(1)) if weight else None,
        field_at(item, at + score_span[0], at + score_span[1]) if score_span else None,
        field_at(item, at + note_span[0], at + note_span[1]) if note_span else None,
        first, second,
    )  # fmt: skip


def _value(item: Paragraph, start: int, end: int) -> Field:
    """The field of a value, without quotes around it."""
    if item.plain[start] in '“"「':
        start, end = start + 1, end - 1
    entry = field_at(item, start, end)
    return entry if entry.amount is not None else Field(entry.text, entry.place, amount_of(entry.text, ""))


def _funds(item: Paragraph) -> Iterator[FundLine]:
    for match in _YEARLY.finditer(item.plain):
        names = [name for name in ("adjusted", "executed", "rate", "weight", "score") if match[name]]
        entries = {name: field_at(item, *match.span(name)) for name in names}
        yield FundLine("total", field_at(item, *match.span("label")), **entries)
    for match in _MONEY.finditer(item.plain):
        parts = [
            FundLine(fund, field_at(item, *part.span("label")), sole=field_at(item, *part.span("value")))
            for part in _PART.finditer(item.plain, match.start("parts"), match.end("parts"))
            if (fund := role("funds", bare("".join(part["label"].split()))))
        ]
        if parts:
            rate = field_at(item, *match.span("rate")) if match["rate"] else None
            score = field_at(item, *match.span("score")) if match["score"] else None
            yield FundLine(
                "total",
                field_at(item, *match.span("label")),
                sole=field_at(item, *match.span("total")),
                rate=rate,
                score=score,
            )
            yield from parts
