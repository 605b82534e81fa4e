"""The paragraphs of a chapter: composed from figures by the form's patterns, with the unit's own paragraphs kept (成文)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from jixiao.compose.references import References
from jixiao.compose.sentences import listing, phrases
from jixiao.compose.sentences.pattern import Pattern, Sentence, pattern
from jixiao.compose.sentences.phrases import Phrase, Telling
from jixiao.forms import Form
from jixiao.model.figure import Figure
from jixiao.model.filing import Filing
from jixiao.model.manuscript import Line, Run, Runs

_PHRASES: dict[str, Phrase] = {
    "amount": phrases.amount, "share": phrases.share, "completion": phrases.completion, "change": phrases.change,
    "saved": phrases.saved, "reason": phrases.reason, "list": listing.listed, "items": listing.items,
    "classes": listing.classes, "projects": listing.projects,
}  # fmt: skip
NOTHING = "无"


def lines(section: str, filing: Filing, figures: Mapping[str, Figure], form: Form) -> list[Line]:
    """The body of a chapter: what its figures say and what the unit wrote; 无 where there is neither.

    A chapter that only holds others has no 无 of its own.
    """
    found = pattern(section, form)
    telling = Telling(filing, figures, form, References(filing, figures).runs)
    composed = list(_composed(section, found, telling))
    own = list(_own(section, telling))
    body = own + composed if found.own_first else composed + own
    if body or _holds_others(section, form):
        return body
    return [Line("body", (NOTHING,), section=section)]


def _composed(section: str, found: Pattern, telling: Telling) -> Iterator[Line]:
    for paragraph in found.paragraphs:
        telling.said.clear()
        runs = [run for sentence in paragraph for run in _told(sentence, telling)]
        if runs:
            yield Line("body", _together(runs), section=section)


def _own(section: str, telling: Telling) -> Iterator[Line]:
    for text in telling.filing.texts.get(section, "").splitlines():
        if text.strip():
            yield Line("body", _together(telling.reading(text.strip())), section=section, origin=f"texts.{section}")


def _told(sentence: Sentence, telling: Telling) -> Runs:
    year = str(telling.filing.year)
    clauses: list[Runs] = []
    for clause in sentence.clauses:
        if runs := _PHRASES[clause.kind](clause, telling):
            clauses.append(runs)
            telling.said.update(run.id for run in runs if isinstance(run, Figure))
    if not clauses:
        return ()
    if sentence.none and not any(run.value for runs in clauses for run in runs if isinstance(run, Figure)):
        return (_dated(sentence.lead, year), _dated(sentence.none, year), "。")
    told: list[Run] = [_dated(sentence.lead, year), _dated(sentence.subject, year)]
    for number, runs in enumerate(clauses):
        told += ["，" if number else "", *(_dated(run, year) if isinstance(run, str) else run for run in runs)]
    return (*told, "。")


def _dated(words: str, year: str) -> str:
    return words.replace("{year}", year)


def _together(runs: list[Run] | Runs) -> Runs:
    """Neighbouring words as one run."""
    found: list[Run] = []
    for run in runs:
        if isinstance(run, str) and found and isinstance(found[-1], str):
            found[-1] += run
        elif run:
            found.append(run)
    return tuple(found)


def _holds_others(section: str, form: Form) -> bool:
    """Whether a section of a deeper level follows it in the form."""
    return any(one.id == section and after.level > one.level for one, after in pairwise(form.sections))
