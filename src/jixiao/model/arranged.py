"""Which file of a report in several comes first (文件次序): cover, body, annexes by their numbers, what else there is, signed scans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from jixiao.model.document import Document, Paragraph

_DIGITS = {char: n for n, char in enumerate("〇一二三四五六七八九十")}
_ANNEX = re.compile(r"附\s*(?:件|表|录)\s*[（(]?\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})?")
_COVER = re.compile(r"封面|扉页")
_SIGNED = re.compile(r"签字|签章|盖章|签名|签批|扫描")
_BODY = re.compile(r"正文|(?<!评价)报告(?!.*附)")
_CHAPTER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}\s*、|第[一二三四五六七八九十]{1,3}[章部]|\d{1,2}\s*、)")
_SENTENCE = 30  # characters of a paragraph that is no title
_TOP = 8  # paragraphs in which 附件2 may stand
_LITTLE = 300  # characters of running text: less makes no body
_SHARE = 3  # a text file with a third of what the longest scan says is the body all the same


def arranged(documents: Sequence[Document]) -> list[Document]:
    """The documents in the order of the report. The order in which they are given does not matter."""
    by_name = sorted(documents, key=lambda one: (one.path, one.sha256))
    body = _body(by_name)
    return sorted(by_name, key=lambda one: (1, 0, 0) if one is body else _rank(one))


def _body(documents: Sequence[Document]) -> Document:
    """The file with the report's running text: a typed one before a scan of the same."""
    typed = [one for one in documents if not one.scanned and prose(one)]
    longest = max(documents, key=lambda one: (prose(one), _named(one)))
    if not typed:
        return longest
    best = max(typed, key=lambda one: (prose(one), _named(one)))
    return best if prose(best) >= min(_LITTLE, prose(longest)) or prose(best) * _SHARE >= prose(longest) else longest


def _named(document: Document) -> bool:
    return _BODY.search(_stem(document)) is not None


def prose(document: Document) -> int:
    """Characters of running text: paragraphs that are sentences."""
    return sum(len(p.plain) for p in document.paragraphs if len(p.plain) >= _SENTENCE or _CHAPTER.match(p.plain))


def _rank(document: Document) -> tuple[int, int, int]:
    stem = _stem(document)
    if _COVER.search(stem):
        return 0, 0, 0
    annex = _ANNEX.search(stem) or next(filter(None, (_ANNEX.match(p.plain.strip()) for p in _top(document))), None)
    if _SIGNED.search(stem) or (document.scanned and not annex):
        return 4, 0, 0
    if annex:
        return 2, _number(annex["number"] or ""), 0
    return (3, 0, 0) if document.tables else (3, 1, 0)


def _top(document: Document) -> list[Paragraph]:
    return [p for p in document.paragraphs if p.plain.strip()][:_TOP]


def _number(text: str) -> int:
    """2 for 2 and for 二, 12 for 十二; annexes without a number come behind those with one."""
    if not text:
        return 99
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return _DIGITS[text[0]]
    return (_DIGITS[tens[0]] if tens else 1) * 10 + (_DIGITS[ones[0]] if ones else 0)


def _stem(document: Document) -> str:
    return PurePosixPath(document.path.replace("\\", "/")).stem
