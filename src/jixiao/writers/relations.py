"""The relations of a report as sentences, and which figures take part in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.fact import Fact
from jixiao.model.place import Place
from jixiao.model.relation import Breakdown, Change, Completion, Relations, Share
from jixiao.writers.labels import amount_words, concept_label, fact_words
from jixiao.writers.speech import say


@dataclass(frozen=True, slots=True)
class Told:
    """A relation in words: its kind, the sentence, where it is stated, and the places of its figures."""

    kind: str
    sentence: str
    place: Place
    figures: tuple[Place, ...]


def told(relations: Relations, lang: str = "zh") -> Iterator[Told]:
    """Every relation, kind by kind."""
    for share in relations.shares:
        yield _told("share", _share(share, lang), share.place, (share.stated, share.part, share.whole))
    for change in relations.changes:
        shown = (change.current, change.base, change.difference, change.rate)
        yield _told("change", _change(change, lang), change.place, shown)
    for breakdown in relations.breakdowns:
        yield _told("breakdown", _breakdown(breakdown, lang), breakdown.place, (breakdown.total, *breakdown.parts))
    for completion in relations.completions:
        figures = (completion.actual, completion.base, completion.rate)
        yield _told("completion", _completion(completion, lang), completion.place, figures)
    for pair in relations.restated:
        sentence = f"{fact_words(pair.first, lang)} ≠ {fact_words(pair.second, lang)}"
        yield _told("restated", sentence, pair.second.place, (pair.first, pair.second))


def _told(kind: str, sentence: str, place: Place, figures: tuple[Fact | None, ...]) -> Told:
    return Told(kind, sentence, place, tuple(fact.place for fact in figures if fact))


def _share(share: Share, lang: str) -> str:
    stated = share.stated.amount.text
    part = fact_words(share.part, lang) if share.part else concept_label(share.part_concept, lang) or "—"
    whole = fact_words(share.whole, lang) if share.whole else concept_label(share.whole_concept, lang) or "—"
    return f"{part} ÷ {whole} → {say('stated_word', lang)} {stated}"


def _change(change: Change, lang: str) -> str:
    named = (
        ("current", change.current),
        ("base", change.base),
        ("difference", change.difference),
        ("rate", change.rate),
    )
    return f"{change.word} · " + "，".join(
        f"{say(key, lang)} {amount_words(fact.amount)}" for key, fact in named if fact
    )


def _breakdown(breakdown: Breakdown, lang: str) -> str:
    sign = "=" if breakdown.complete else "≥"
    return f"{fact_words(breakdown.total, lang)} {sign} " + " + ".join(
        fact_words(part, lang) for part in breakdown.parts
    )


def _completion(completion: Completion, lang: str) -> str:
    pair = f"{fact_words(completion.actual, lang)} ÷ {fact_words(completion.base, lang)}"
    return f"{completion.name}：{pair} → {say('stated_word', lang)} {completion.rate.amount.text}"
