"""Covering (遮盖): the personal data of a document, and what its words are once that is covered, length unchanged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from jixiao.model.document import Cell, Document, Words
from jixiao.model.personal import Personal, covered, personal_in

Key = tuple[int, int | None, int | None]  # block, row and column; None in a paragraph
_LIKE_A_WORD = 2  # 高峰, 文明: a name of two characters may also be a word, so elsewhere it must stand alone


@dataclass(frozen=True, slots=True)
class CoveredText:
    """The text of one paragraph or cell with the personal data in it covered."""

    block: int
    row: int | None
    column: int | None
    text: str

    @property
    def key(self) -> Key:
        """Where the words stand."""
        return self.block, self.row, self.column


@dataclass(frozen=True, slots=True)
class Covering:
    """Every piece of personal data by its words, with its kind, and the texts in which any of it stands."""

    secrets: dict[str, str] = field(default_factory=dict)
    texts: tuple[CoveredText, ...] = ()


def covering_of(document: Document) -> Covering:
    """What is to be covered in a document: where it was found, and where it is said again."""
    found = personal_in(document)
    if not found:
        return Covering()
    secrets = dict(_secrets(found))
    return Covering(secrets, tuple(_texts(document, found, secrets)))


def pattern_of(secrets: dict[str, str]) -> re.Pattern[str]:
    """A pattern for any piece of personal data, the longest first."""
    longest_first = sorted(secrets, key=lambda secret: (-len(secret), secret))
    return re.compile("|".join(_pattern(secret, secrets[secret]) for secret in longest_first) or "(?!)")


def key_of(words: Words) -> Key:
    """Where words stand."""
    return (words.block, words.row, words.column) if isinstance(words, Cell) else (words.block, None, None)


def _secrets(found: list[tuple[Words, Personal]]) -> Iterable[tuple[str, str]]:
    """Every piece of personal data in both spellings, as printed and plain, with its kind."""
    for words, item in found:
        yield words.text[item.start : item.end], item.kind
        yield words.plain[item.start : item.end], item.kind


def _texts(document: Document, found: list[tuple[Words, Personal]], secrets: dict[str, str]) -> Iterable[CoveredText]:
    spans: dict[Key, list[tuple[int, int, str]]] = defaultdict(list)
    homes: dict[Key, Words] = {}
    pattern = pattern_of(secrets)
    first = ((w, (p.start, p.end), covered(p.kind, w.text[p.start : p.end])) for w, p in found)
    again = (
        (words, match.span(), covered(secrets[match.group()], match.group()))
        for words in document.words
        for match in pattern.finditer(words.text)
    )
    for words, (start, end), cover in (*first, *again):
        key = key_of(words)
        homes[key] = words
        spans[key].append((start, end, cover))
    for key, words in homes.items():
        text = words.text
        for start, end, cover in spans[key]:
            text = text[:start] + _both(text[start:end], cover) + text[end:]
        yield CoveredText(*key, text)


def _pattern(secret: str, kind: str) -> str:
    if kind == "name" and len(secret) <= _LIKE_A_WORD:
        return rf"(?<![\u4e00-\u9fff]){re.escape(secret)}(?![\u4e00-\u9fff])"
    if kind == "contact" and secret.isdecimal():  # a short number may be any number
        return rf"\A{secret}\Z"
    return re.escape(secret)


def _both(text: str, cover: str) -> str:
    """What is covered by either of two overlapping covers."""
    return "".join("*" if "*" in pair else pair[0] for pair in zip(text, cover, strict=True))
