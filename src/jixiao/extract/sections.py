"""Sections (章节): headings by number, style or known title, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jixiao.forms import load
from jixiao.model.document import Paragraph
from jixiao.model.report import Section

_NUMBER = re.compile(
    r"\s*(?P<number>第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)[、：]?|[一二三四五六七八九十]{1,3}[、.：]|（[一二三四五六七八九十]{1,3}）[、.]?|"
    r"\d{1,2}(?:\.\d{1,2}){1,2}[、.]?(?!\d|[万亿]?元|%)|\d{1,2}[、.](?!\d)|（\d{1,2}）[、.]?|[①-⑳])\s*(?P<title>.*)",
    re.DOTALL,
)
_PART, _TOP, _BRACKET, _ARABIC, _ARABIC_BRACKET, _CIRCLE = range(1, 7)
_LONGEST = 42
_RUN_IN = re.compile(r"([^。；，：]{2,24})：(?=\s*\S)")
_END = "。；，："
_COVER = 60  # 目录 stands on the first pages
_LEADER = re.compile(r"(?:PAGEREF_Toc\d+h?|[.…·—-]{2,}|HYPERLINK.*?)?\d{0,3}$")
_PAGE = re.compile(r"(?:[.…·—-]{2,}|PAGEREF.*|\s)\s*\d{1,3}\s*$")


@dataclass(frozen=True, slots=True)
class _Heading:
    index: int
    kind: str
    number: str
    title: str
    level: int
    start: int
    end: int


def sections(paragraphs: Sequence[Paragraph], form: str) -> tuple[Section, ...]:
    """Every heading with the paragraphs under it, down to the next heading of its level or above.

    A heading that runs on into its text (「1、情况分析：本年……」) is a section whose body begins with that paragraph.
    ``form`` is the address of the form whose titles are known.
    """
    heads = list(_headings(paragraphs, form))
    base = min((h.level for h in heads), default=1) - 1
    result = []
    for at, head in enumerate(heads):
        stop = next((later.index for later in heads[at + 1 :] if later.level <= head.level), len(paragraphs))
        item = paragraphs[head.index]
        first = head.index + (0 if head.end < len(item.plain.rstrip(_END + " ")) else 1)
        body = tuple(paragraphs[first : _annex(paragraphs, first, stop)])
        result.append(
            Section(head.kind, head.number, head.title, head.level - base, item.place(head.start, head.end), body)
        )
    return tuple(result)


def _annex(paragraphs: Sequence[Paragraph], start: int, stop: int) -> int:
    """Where the list of attachments or the first annex begins: that is no part of the last chapter."""
    for i in range(start, stop):
        if _is_annex(paragraphs[i]):
            return i
    return stop


def _is_annex(item: Paragraph) -> bool:
    text = item.plain.strip()
    return text.startswith(("附件", "附：", "附表")) and len(text) <= _LONGEST


def _headings(paragraphs: Sequence[Paragraph], form: str) -> Iterator[_Heading]:
    topped = annexed = False
    start, end = _contents(paragraphs)
    for index, item in enumerate(paragraphs):
        if start <= index < end:
            continue
        annexed = annexed or (topped and _is_annex(item))
        head = _heading(index, item, form, topped=topped)
        if head is not None and not (annexed and not head.kind):  # 1.基础数据表 after 附件： is no chapter
            topped = topped or head.number[:1] in "一二三四五六七八九十"
            yield head


def _contents(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The lines of a table of contents (目录), from its title to where its first entry comes again; (0, 0) without one."""
    at = next((i for i, p in enumerate(paragraphs[:_COVER]) if "".join(p.plain.split()) == "目录"), None)
    if at is None:
        return 0, 0
    texts = [_LEADER.sub("", "".join(p.plain.split())) for p in paragraphs]
    first = next((i for i in range(at + 1, len(texts)) if texts[i]), None)
    if first is None:
        return 0, 0
    again = next((i for i in range(first + 1, len(texts)) if texts[i] == texts[first]), None)
    if again is not None:
        return at, again
    end = first
    while end < len(paragraphs) and (not texts[end] or _PAGE.search(paragraphs[end].plain)):
        end += 1
    return at, end


def _heading(index: int, item: Paragraph, form: str, *, topped: bool) -> _Heading | None:
    plain = item.plain
    if not plain or (len(plain) > _LONGEST and "：" not in plain[:_LONGEST]):
        return None
    match = _NUMBER.match(plain)
    number, offset = (match["number"], match.start("title")) if match else ("", len(plain) - len(plain.lstrip()))
    start = match.start("number") if match else offset
    title = plain[offset:].rstrip()
    words = title.rstrip(_END)
    short = 0 < len(words) <= _LONGEST
    if short and (known := _known(form, words, number)):
        if number or item.level or not title.endswith(("。", "；", "，")):
            return _Heading(
                index,
                known[0],
                number,
                words,
                _depth(number, item, known[1], topped=topped),
                start,
                offset + len(words),
            )
        return None
    run_in = _RUN_IN.match(title) if number else None
    if run_in:
        known = _known(form, run_in[1], number)
        level = _depth(number, item, known[1] if known else None, topped=topped)
        return _Heading(
            index, known[0] if known else "", number, run_in[1].strip(), level, start, offset + run_in.end(1)
        )
    if not (number or item.level) or not short or title.endswith(("。", "；", "，")):
        return None
    return _Heading(index, "", number, words, _depth(number, item, None, topped=topped), start, offset + len(words))


def _known(form: str, title: str, number: str) -> tuple[str, int] | None:
    """The section of the form that a title is, and its level: that nearest to what the number looks like."""
    entries = _titles(form).get("".join(title.split()))
    if not entries:
        return None
    if len(entries) == 1:
        return entries[0]
    deep = number[:1] == "（"
    return next((e for e in entries if (e[1] > 1) == deep), entries[0])


@cache
def _titles(form: str) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for section in load(form or "cn/department").sections:
        for words in section.wordings:
            found.setdefault(words.rstrip("。"), []).append((section.id, section.level))
    return found


def _depth(number: str, item: Paragraph, known: int | None, *, topped: bool) -> int:
    """The depth by the look of the number; a known chapter counts as one although it is numbered 1、 before any 一、."""
    if not number:
        return _TOP + (known or item.level or 1) - 1
    first = number[0]
    if first == "第":
        return _PART
    if first == "（":
        return _BRACKET if number[1] in "一二三四五六七八九十" or known == 2 else _ARABIC_BRACKET  # noqa: PLR2004
    if first in "一二三四五六七八九十":
        return _TOP
    if known is not None and not topped:
        return _TOP + known - 1
    return _CIRCLE if first in "①②③④⑤⑥⑦⑧⑨⑩" else _ARABIC + number.rstrip(".、").count(".")
