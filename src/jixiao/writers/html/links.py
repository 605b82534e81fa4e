"""Which numbers a report holds and what each of them takes part in: facts, relations, points, findings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jixiao.model.appraisal import Field, Indicator
from jixiao.model.audit import Audit
from jixiao.model.fact import Fact
from jixiao.model.place import Place
from jixiao.model.score import Points, SheetScore
from jixiao.writers.labels import amount_words, concept_label, context_words, fund_label
from jixiao.writers.layout import Layout
from jixiao.writers.relations import told
from jixiao.writers.speech import say
from jixiao.writers.view import Shown, plain_number
from jixiao.writers.width import tame

Key = tuple[int, int, int]  # block, row, column; 0 in a paragraph
_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?(?:\s?(?:%|‰|[十百千万亿]*元|个百分点))?")
_LONGEST = 24


@dataclass(slots=True)
class Number:
    """One number of the report: where it stands, its words, and the ids of what it takes part in."""

    id: int
    start: int
    end: int
    where: str
    quote: str
    parts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """Something that numbers take part in, in words; ``finding`` is the number of a finding, from 1."""

    kind: str
    sentence: str
    places: tuple[Place, ...]
    finding: int | None = None
    numbers: list[int] = field(default_factory=list)


class Links:
    """The numbers of an audit's report by paragraph and cell, and all that they take part in."""

    def __init__(self, audit: Audit, items: list[Shown], layout: Layout, lang: str) -> None:
        self._lang, self._layout = lang, layout
        self.parts = [
            *_facts(audit, lang),
            *_relations(audit, lang),
            *_points(audit, lang),
            *_findings(items, lang),
            *_leftover(audit, lang),
        ]
        self.numbers: list[Number] = []
        self.by_words: dict[Key, list[Number]] = {}
        self._collect(audit)
        self._join()

    def _collect(self, audit: Audit) -> None:
        stated: dict[Key, set[tuple[int, int]]] = defaultdict(set)
        for fact in audit.report.facts:
            stated[key_of(fact.place)].add((fact.place.start, fact.place.end))
        for words in audit.report.document.words:
            place = words.place()
            taken = [span for span in stated.get(key_of(place), ()) if 0 < span[1] - span[0] <= _LONGEST]
            found: list[tuple[int, int]] = []
            for start, end in sorted(
                (*taken, *(m.span() for m in _NUMBER.finditer(words.plain))), key=lambda s: (s[0], -s[1])
            ):
                if not found or start >= found[-1][1]:
                    found.append((start, end))
            here = []
            for start, end in found:
                where = self._layout.where(words.place(start, end))
                here.append(Number(len(self.numbers), start, end, where, tame(words.text[start:end])))
                self.numbers.append(here[-1])
            if here:
                self.by_words[key_of(place)] = here

    def _join(self) -> None:
        for index, part in enumerate(self.parts):
            for place in part.places:
                here = self.by_words.get(key_of(place), [])
                at = max(0, bisect_left([n.start for n in here], place.start) - 1)
                for number in here[at:]:
                    if number.start >= place.end:
                        break
                    if number.end > place.start and index not in number.parts:
                        number.parts.append(index)
                        part.numbers.append(number.id)

    def data(self) -> dict[str, list[object]]:
        """The same for the page's script: numbers as [where, words, parts], parts as [kind, sentence, numbers, finding]."""
        return {
            "numbers": [[n.where, n.quote, n.parts] for n in self.numbers],
            "parts": [[p.kind, p.sentence, p.numbers, p.finding] for p in self.parts],
        }


def key_of(place: Place) -> Key:
    """The paragraph or cell of a place."""
    return (place.block, place.row or 0, place.column or 0)


def _facts(audit: Audit, lang: str) -> Iterator[Part]:
    """Each stated fact; one that is stated several times is one part with all its places."""
    groups: dict[object, list[Fact]] = defaultdict(list)
    for fact in audit.report.facts:
        groups[(fact.concept, fact.context) if fact.concept else id(fact)].append(fact)
    for facts in groups.values():
        first = facts[0]
        name = concept_label(first.concept, lang) or tame(first.label)
        amounts = " = ".join(dict.fromkeys(tame(amount_words(fact.amount)) for fact in facts))
        words = " · ".join(piece for piece in (name, context_words(first.context, lang), amounts) if piece)
        yield Part(say("fact", lang), words, tuple(fact.place for fact in facts))


def _relations(audit: Audit, lang: str) -> Iterator[Part]:
    for one in told(audit.report.relations, lang):
        yield Part(say(one.kind, lang), tame(one.sentence), one.figures)


def _points(audit: Audit, lang: str) -> Iterator[Part]:
    for sheet in audit.scores.sheets:
        if sheet.execution:
            yield _execution(sheet, sheet.execution, lang)
        for row, points in sheet.indicators:
            fields = (row.target, row.actual, row.weight, row.score)
            yield Part(say("indicator", lang), f"{_row(row, lang)} · {_trace(points, lang)}", _places(fields))
        scores = (sheet.appraisal.total_weight, sheet.appraisal.total_score)
        sums = (
            *scores,
            *(row.score for row, _ in sheet.indicators),
            sheet.appraisal.fund.score if sheet.appraisal.fund else None,
        )
        words = f"{say('stated', lang)} {plain_number(sheet.stated)} · {say('computed', lang)} {plain_number(sheet.computed)} {sheet.grade}"
        yield Part(say("score", lang), words.strip(), _places(sums))


def _execution(sheet: SheetScore, points: Points, lang: str) -> Part:
    fund = sheet.appraisal.fund
    fields = (fund.initial, fund.adjusted, fund.executed, fund.rate, fund.score, fund.weight) if fund else ()
    return Part(say("points", lang), f"{fund_label('total', lang)} · {_trace(points, lang)}", _places(fields))


def _row(row: Indicator, lang: str) -> str:
    pairs = (("target", row.target), ("actual", row.actual), ("weight", row.weight), ("score", row.score))
    return tame("，".join([row.name.text, *(f"{say(key, lang)} {item.text}" for key, item in pairs if item)]))


def _trace(points: Points, lang: str) -> str:
    right = plain_number(points.points) if points.points is not None else points.why_not
    steps = "；".join(f"{step.formula} → {step.result}" for step in points.trace)
    return tame(f"{say('points', lang)} {right}" + (f"（{steps}）" if steps else ""))


def _findings(items: list[Shown], lang: str) -> Iterator[Part]:
    for number, item in enumerate(items, 1):
        words = f"{item.finding.code} {item.title}：{item.message}"
        yield Part(say(item.finding.severity, lang), tame(words), item.finding.places, number)


def _leftover(audit: Audit, lang: str) -> Iterator[Part]:
    for place in audit.report.leftover:
        yield Part(say("number", lang), say("leftover", lang), (place,))


def _places(fields: Iterable[Field | None]) -> tuple[Place, ...]:
    return tuple(item.place for item in fields if item is not None)
