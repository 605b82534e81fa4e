"""正文: the paragraphs of each chapter as the unit's own words, without what is composed of the figures again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jixiao.filing import words
from jixiao.filing.importing.notes import Note, note
from jixiao.forms import Form
from jixiao.model.document import Paragraph
from jixiao.model.report import Report, Section
from jixiao.model.words import squeezed

_NONE = frozenset({"无", "无。", "无此项支出", "无此项支出。", "没有", "没有。"})
_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？]?")
_REASONS = {"three_public": "three_public", "public_cost": "public_cost", "year_funds": "adjustment"}
_SHOWN = 40
_SURE = 8  # characters of a title that can be cut off and still be known
_STUB = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.．)）])\s*\S{1,10}[。：；]?\s*")
Composed = Mapping[str, tuple[str, ...]]  # by section: the paragraphs that the figures make


def paragraphs_of(report: Report, form: Form | None, notes: list[Note]) -> dict[str, list[Paragraph]]:
    """The paragraphs of each chapter of the form, those under a heading of a lower level with that one."""
    known = {section.id for section in form.sections} if form else set()
    found: dict[str, list[Paragraph]] = {}
    stack: list[Section] = []
    for section in report.sections:
        while stack and stack[-1].level >= section.level:
            stack.pop()
        stack.append(section)
        kind = next((name for one in reversed(stack) if (name := one.kind or _named(one.title, form)) in known), "")
        own = list(_own(section, report.sections))
        if kind:
            found.setdefault(kind, []).extend(own)
        elif own:
            notes.append(note("unknown_chapter", text=short(section.title)))
    return {kind: own for kind, own in found.items() if own}


def _named(title: str, form: Form | None) -> str:
    """The section that a heading names in part: 整体支出规模、使用方向和主要内容 without the rest of the form's title."""
    words = squeezed(title)
    if form is None or len(words) < _SURE:
        return ""
    return next(
        (s.id for s in form.sections if any(w.startswith(words) or words.startswith(w) for w in s.wordings)), ""
    )


def _own(section: Section, sections: tuple[Section, ...]) -> Iterator[Paragraph]:
    """What stands under a heading before the next heading of any level."""
    after = [one.place.block for one in sections if one.place.block > section.place.block]
    end = min(after, default=1 << 60)
    yield from (p for p in section.body if p.block < end and p.plain.strip() and p.plain.strip() not in _NONE)


def reasons_of(report: Report) -> dict[str, str]:
    """Why a figure changed, where a sentence gives the reason behind the change."""
    found: dict[str, str] = {}
    for change in report.relations.changes:
        concept = change.current.concept if change.current else change.concept
        key = _REASONS.get(concept)
        if key and change.reason and change.against in ("last_year", "budget", ""):
            found.setdefault(key, change.reason.strip("，。； "))
    return found


def own_words(
    paragraphs: Mapping[str, list[Paragraph]], report: Report, composed: Composed, notes: list[Note]
) -> dict[str, str]:
    """The unit's own paragraphs by section.

    Where the report was composed by us, what we compose again is left out, word for word. In another report a sentence
    that states figures of the tables is left out and told, since the figures will stand there again, composed.
    """
    again = {squeezed(text) for texts in composed.values() for text in texts}
    there = sum(squeezed(p.text) in again for held in paragraphs.values() for p in held)
    ours = bool(again) and there * 2 >= len(again)
    found: dict[str, str] = {}
    for section, held in paragraphs.items():
        rest = [p for p in held if squeezed(p.text) not in again]
        if ours:
            kept = [p.text for p in rest]
        else:
            told = bool(composed.get(section))
            kept = [text for p in rest if (text := _without_figures(p, report, notes) if told else p.text)]
        if text := words.paragraphs("\n\n".join(kept)):
            found[section] = text
    return found


def _without_figures(paragraph: Paragraph, report: Report, notes: list[Note]) -> str:
    places = [fact.place for fact in report.facts if fact.place.block == paragraph.block and fact.concept]
    kept: list[str] = []
    for match in _SENTENCE.finditer(paragraph.text):
        if not match[0]:
            continue
        if any(match.start() <= place.start < match.end() for place in places):
            notes.append(note("sentence", text=short(match[0])))
        else:
            kept.append(match[0])
    text = "".join(kept).strip()
    if not places or not text:
        return text
    return "" if _STUB.fullmatch(text) else text.rstrip("；，、") + ("" if text.endswith(("。", "！", "？")) else "。")


def short(text: str) -> str:
    """The beginning of a text."""
    text = "".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
