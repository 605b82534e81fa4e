"""个人信息不外传: nothing is written of a report before the personal data in it is covered, length unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache, cached_property
from operator import is_
from typing import Any, TypeVar

from jixiao.model.audit import Audit
from jixiao.model.covering import key_of, pattern_of
from jixiao.model.deferred import deferred, kind_of
from jixiao.model.document import Cell, Document, Doubt, Paragraph, Table
from jixiao.model.personal import covered
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.model.words import plain

T = TypeVar("T")
_AS_IT_IS = frozenset(
    {
        "path",
        "sha256",
        "format",
        "document",
        "rules",
        "citations",
        "not_checked",
        "pack_hash",
        "code",
        "severity",
        "variant",
    }
)
_NO_WORDS = frozenset({"int", "bool", "float", "Decimal"})  # types of fields without words


def discreet(audit: Audit) -> Audit:
    """The audit with the personal data of its report covered wherever the audit repeats it."""
    cover = _Cover(audit.report.document)
    if not cover.needed:
        return audit
    report, scores = cover.report(audit.report), cover.scores(audit.scores)
    return replace(audit, report=report, scores=scores, findings=cover(audit.findings), unclear=cover(audit.unclear))


def discreet_report(report: Report) -> Report:
    """The same for what was understood of a report."""
    cover = _Cover(report.document)
    return cover.report(report) if cover.needed else report


def discreet_scores(scores: Scores, report: Report) -> Scores:
    """The same for the scores of a report."""
    cover = _Cover(report.document)
    return cover.scores(scores) if cover.needed else scores


class _Cover:
    """Covers the personal data of one document in any noun that speaks of the document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        covering = document.covering
        self.needed = bool(covering.secrets)
        self._secrets = {secret: covered(kind, secret) for secret, kind in covering.secrets.items()}
        self._pattern = pattern_of(covering.secrets)
        self._texts = {one.key: one.text for one in covering.texts}
        self._ways: dict[type, Callable[[Any], Any]] = {
            str: self._text, tuple: self._tuple, dict: self._dict, Place: self._place,
            Paragraph: self._words, Cell: self._words, Table: self._table, Doubt: self._doubt,
        }  # fmt: skip

    def report(self, report: Report) -> Report:
        """A report with its document, each part of it covered when it is asked for: most writers need few."""
        document = deferred(Document, self._of_document)
        left = lambda _report: self(report.leftover)  # noqa: E731 - no part of the report is looked through before
        return deferred(
            Report, lambda name: self._of(report, name),
            document=document, look_for_leftover=left, sheet_names=self(report.sheet_names),
        )  # fmt: skip

    def scores(self, scores: Scores) -> Scores:
        """The scores of a report, in the same way."""
        return deferred(Scores, lambda name: self._of(scores, name), total=scores.total)

    def _of(self, noun: Report | Scores, name: str) -> Any:  # noqa: ANN401 - any field
        value, kind = getattr(noun, name), kind_of(noun)
        return self(value) if value is not None and name in _names(kind) else value

    def _of_document(self, name: str) -> Any:  # noqa: ANN401 - any field
        if name == "blocks":
            return tuple(self._blocks.values())
        value = getattr(self._document, name)
        return self(value) if name in {"marks", "doubts"} else value

    @cached_property
    def _blocks(self) -> dict[int, Paragraph | Table]:
        touched = {one.block for one in self._document.covering.texts}
        blocks = self._document.blocks
        return {block.block: self._block(block) if block.block in touched else block for block in blocks}

    def __call__(self, noun: T) -> T:
        """A noun with every text in it covered; the same noun where there is nothing to cover."""
        known = self._ways.get(type(noun)) or self._ways.get(kind_of(noun))
        new: Any = known(noun) if known else self._fields(noun)
        return new  # type: ignore[no-any-return]

    def _tuple(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        new = tuple(map(self, items))
        return items if all(map(is_, new, items)) else new

    def _dict(self, values: dict[str, Any]) -> dict[str, Any]:
        new = {key: self(value) for key, value in values.items()}
        return values if all(map(is_, new.values(), values.values())) else new

    def _table(self, table: Table) -> Paragraph | Table:
        return self._blocks[table.block]

    def _fields(self, noun: Any) -> Any:  # noqa: ANN401 - any noun
        changed = {}
        kind = kind_of(noun)
        for name in _names(kind):
            old = getattr(noun, name)
            if old is not None and (new := self(old)) is not old:
                changed[name] = new
        return replace(noun, **changed) if changed else noun

    def _block(self, block: Paragraph | Table) -> Paragraph | Table:
        if isinstance(block, Paragraph):
            paragraph: Paragraph = self._words(block)
            return paragraph
        cells = tuple(map(self._words, block.cells))
        if all(a is b for a, b in zip(cells, block.cells, strict=True)):
            return block
        return Table.of(block.block, cells, part=block.part, inside=block.inside)

    def _words(self, words: Any) -> Any:  # noqa: ANN401 - a paragraph stays one, a cell stays one
        text = self._texts.get(key_of(words))
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


@cache
def _names(kind: type) -> tuple[str, ...]:
    if not is_dataclass(kind):
        return ()
    return tuple(
        f.name for f in fields(kind) if f.name not in _AS_IT_IS and str(f.type).removesuffix(" | None") not in _NO_WORDS
    )
