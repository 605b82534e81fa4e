"""Leftover (未理解的数字): quantities that no fact, field or relation of the report accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.extract.facts import fields_of
from jixiao.model.fact import Fact
from jixiao.model.place import Place
from jixiao.model.quantities import quantities
from jixiao.model.relation import Relations
from jixiao.model.report import Report

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def leftover(report: Report) -> tuple[Place, ...]:
    """The places of quantities that overlap nothing of what was understood, in reading order."""
    spans: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    for place in _known(report):
        spans.setdefault((place.block, place.row or 0, place.column or 0), []).append((place.start, place.end))
    found = []
    for words in report.document.words:
        if not _DIGIT.search(words.plain):
            continue
        mine = spans.get((words.block, getattr(words, "row", 0), getattr(words, "column", 0)), [])
        gaps = _blanked(words.plain, mine)
        if not _DIGIT.search(gaps):
            continue
        found += [
            words.place(item.start, item.end)
            for item in quantities(words.plain)
            if _DIGIT.search(gaps, item.start, item.end) and not _YEAR.fullmatch(item.amount.text)
        ]
    return tuple(found)


def _blanked(plain: str, spans: list[tuple[int, int]]) -> str:
    """The text with the known spans blanked out, the length unchanged."""
    for start, end in spans:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _known(report: Report) -> Iterator[Place]:
    """The places of everything that was understood."""
    for sheet in report.appraisals:
        yield from (entry.place for entry in fields_of(sheet))
    for table in (*report.base_tables, *report.ledgers):
        for row in table.rows:
            yield from (row.label.place, *(cell.place for cell in row.cells))
        yield from (head.place for head in table.headers)
    if (chart := report.rubric) is not None:
        entries = [entry for line in chart.rows for entry in (line.most, line.criterion, line.score)]
        yield from (entry.place for entry in (*entries, chart.total_most, chart.total_score) if entry)
    yield from (sign.place for sign in report.signoffs)
    yield from (entry.place for entry in report.cover)
    yield from (fact.place for fact in report.facts)
    yield from _claimed(report.relations)


def _claimed(relations: Relations) -> Iterator[Place]:
    """The places of the figures that sentences relate."""
    for name in relations.__slots__:
        for claim in getattr(relations, name):
            for part in claim.__slots__:
                value = getattr(claim, part)
                if isinstance(value, Fact):
                    yield value.place
