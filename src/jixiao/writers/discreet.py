"""个人信息不外传: nothing is written of a report before the personal data in it is covered, length unchanged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar

from jixiao.model.audit import Audit
from jixiao.model.document import Cell, Document, Doubt, Paragraph, Table, Words
from jixiao.model.personal import Personal, covered, personal_in
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.model.words import plain

T = TypeVar("T")
Key = tuple[int, int | None, int | None]  # block, row and column; None in a paragraph
_AS_IT_IS = frozenset(
    {"path", "sha256", "format", "document", "rules", "citations", "not_checked", "pack_hash", "code"}
)
_NO_WORDS = frozenset({"int", "bool", "float", "Decimal"})  # types of fields without words
_LIKE_A_WORD = 2  # 高峰, 文明: a name of two characters may also be a word, so elsewhere it must stand alone


def discreet(audit: Audit) -> Audit:
    """The audit with the personal data of its report covered wherever the audit repeats it."""
    cover = _Cover(audit.report.document)
    return replace(cover(audit), report=cover.report(audit.report)) if cover.needed else audit


def discreet_report(report: Report) -> Report:
    """The same for what was understood of a report."""
    cover = _Cover(report.document)
    return cover.report(report) if cover.needed else report


def discreet_scores(scores: Scores, report: Report) -> Scores:
    """The same for the scores of a report."""
    cover = _Cover(report.document)
    return cover(scores) if cover.needed else scores


class _Cover:
    """Knows the personal data of one document and covers it in any noun that speaks of the document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        found = personal_in(document)
        self.needed = bool(found)
        kinds = dict(_secrets(found))
        self._secrets = {secret: covered(kind, secret) for secret, kind in kinds.items()}
        longest_first = sorted(kinds, key=lambda secret: (-len(secret), secret))
        self._pattern = re.compile("|".join(_pattern(secret, kinds[secret]) for secret in longest_first) or "(?!)")
        self._ways: dict[type, Callable[[Any], Any]] = {
            str: self._text, tuple: self._tuple, dict: self._dict, Place: self._place,
            Paragraph: self._words, Cell: self._words, Table: self._table, Doubt: self._doubt,
        }  # fmt: skip
        self._texts = self._covered_texts(found)
        self._blocks = {block.block: self._block(block) for block in document.blocks} if found else {}

    def report(self, report: Report) -> Report:
        """A report with its document; the left-over numbers are covered when they are asked for."""
        old = self._document
        blocks = tuple(self._blocks.values())
        document = replace(old, blocks=blocks, marks=self(old.marks), doubts=self(old.doubts))
        return replace(self(report), document=document, look_for_leftover=lambda: self(report.leftover))

    def __call__(self, noun: T) -> T:
        """A noun with every text in it covered; the same noun where there is nothing to cover."""
        known = self._ways.get(type(noun))
        new: Any = known(noun) if known else self._fields(noun)
        return new  # type: ignore[no-any-return]

    def _tuple(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        new = tuple(map(self, items))
        return items if all(map(is_, new, items)) else new

    def _dict(self, values: dict[str, Any]) -> dict[str, Any]:
        return {key: self(value) for key, value in values.items()}

    def _table(self, table: Table) -> Paragraph | Table:
        return self._blocks[table.block]

    def _fields(self, noun: Any) -> Any:  # noqa: ANN401 - any noun
        changed = {}
        kind: type = type(noun)
        for name in _names(kind):
            old = getattr(noun, name)
            if old is not None and (new := self(old)) is not old:
                changed[name] = new
        return replace(noun, **changed) if changed else noun

    def _covered_texts(self, found: list[tuple[Words, Personal]]) -> dict[Key, str]:
        """The texts of all words in which something is covered: where it was found, and where it is said again."""
        spans: dict[Key, list[tuple[int, int, str]]] = defaultdict(list)
        homes: dict[Key, Words] = {}
        again = ((words, match.span(), self._secrets[match.group()]) for match, words in self._repeated())
        first = ((w, (p.start, p.end), covered(p.kind, w.text[p.start : p.end])) for w, p in found)
        for words, (start, end), cover in (*first, *again):
            key = _key(words)
            homes[key] = words
            spans[key].append((start, end, cover))
        texts = {}
        for key, words in homes.items():
            text = words.text
            for start, end, cover in spans[key]:
                text = text[:start] + _both(text[start:end], cover) + text[end:]
            texts[key] = text
        return texts

    def _repeated(self) -> Iterable[tuple[re.Match[str], Words]]:
        if self.needed:
            for words in self._document.words:
                for match in self._pattern.finditer(words.text):
                    yield match, words

    def _block(self, block: Paragraph | Table) -> Paragraph | Table:
        if isinstance(block, Paragraph):
            paragraph: Paragraph = self._words(block)
            return paragraph
        cells = tuple(map(self._words, block.cells))
        if all(a is b for a, b in zip(cells, block.cells, strict=True)):
            return block
        return Table.of(block.block, cells, part=block.part, inside=block.inside)

    def _words(self, words: Any) -> Any:  # noqa: ANN401 - a paragraph stays one, a cell stays one
        text = self._texts.get(_key(words))
        return words if text is None else replace(words, text=text, plain=plain(text))

    def _place(self, place: Place) -> Place:
        text = self._texts.get((place.block, place.row, place.column))
        if text is not None and len(place.quote) == place.end - place.start:
            return replace(place, quote=text[place.start : place.end])
        quote = self._text(place.quote)
        return place if quote is place.quote else replace(place, quote=quote)

    def _doubt(self, doubt: Doubt) -> Doubt:
        """A picture cannot be covered: none is shown of words beside which something is."""
        place = self._place(doubt.place)
        beside = (place.block, place.row, place.column) in self._texts
        picture = b"" if beside or place is not doubt.place else doubt.picture
        return replace(doubt, place=place, picture=picture)

    def _text(self, text: str) -> str:
        return (
            self._pattern.sub(lambda match: self._secrets[match.group()], text) if self._pattern.search(text) else text
        )


def _secrets(found: list[tuple[Words, Personal]]) -> Iterable[tuple[str, str]]:
    """Every piece of personal data in both spellings, as printed and plain, with its kind."""
    for words, item in found:
        yield words.text[item.start : item.end], item.kind
        yield words.plain[item.start : item.end], item.kind


def _pattern(secret: str, kind: str) -> str:
    if kind == "name" and len(secret) <= _LIKE_A_WORD:
        return rf"(?<![\u4e00-\u9fff]){re.escape(secret)}(?![\u4e00-\u9fff])"
    if kind == "contact" and secret.isdecimal():  # a short number may be any number
        return rf"\A{secret}\Z"
    return re.escape(secret)


def _both(text: str, cover: str) -> str:
    """What is covered by either of two overlapping covers."""
    return "".join("*" if "*" in pair else pair[0] for pair in zip(text, cover, strict=True))


def _key(words: Words) -> Key:
    return (words.block, words.row, words.column) if isinstance(words, Cell) else (words.block, None, None)


@cache
def _names(kind: type) -> tuple[str, ...]:
    if not is_dataclass(kind):
        return ()
    return tuple(
        f.name for f in fields(kind) if f.name not in _AS_IT_IS and str(f.type).removesuffix(" | None") not in _NO_WORDS
    )
