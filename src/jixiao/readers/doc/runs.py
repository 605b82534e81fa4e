"""Runs (文字块) of a paragraph: words with tabs, fields and symbols; what was deleted, inserted or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.formatting import Formatting
from jixiao.readers.doc.names import tag
from jixiao.readers.doc.pieces import Pieces
from jixiao.readers.doc.sprms import DELETED, HIDDEN, INSERTED, SPECIAL, SYMBOL, number, sprms

_PARTS = re.compile("([\x00-\x1f\ufffe\uffff])")
_FIELD = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_ELEMENT = {"\t": "tab", "\x0b": "br", "\x0e": "br", "\x1e": "noBreakHyphen"}
_COMMENT = "\x05"
_ON = 1


@dataclass(frozen=True, slots=True)
class Look:
    """What the modifiers of a run say, as far as reading needs it; ``symbol`` is the number of a font and a character."""

    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    symbol: tuple[int, int] | None = None


_PLAIN = Look()


@lru_cache(maxsize=4096)
def _look(modifiers: bytes) -> Look:
    found = {
        code: operand for code, operand in sprms(modifiers) if code in (DELETED, INSERTED, HIDDEN, SPECIAL, SYMBOL)
    }
    if not found:
        return _PLAIN
    on = {code for code, operand in found.items() if operand[0] & _ON}
    symbol = found.get(SYMBOL) if SPECIAL in on else None
    pair = (number(symbol[:2]), number(symbol[2:])) if symbol else None
    return Look(DELETED in on, INSERTED in on, HIDDEN in on, pair)


class Runs:
    """Everything that is needed to make runs: text, formats of characters and paragraphs, names of fonts."""

    def __init__(self, pieces: Pieces, characters: Formatting, paragraphs: Formatting, fonts: list[str]) -> None:
        self.pieces, self.characters, self.paragraphs, self.fonts = pieces, characters, paragraphs, fonts
        self.comments = 0

    def of(self, start: int, end: int) -> Iterator[Element]:
        """The runs of some characters, as elements of a paragraph."""
        for words, look in self._stretches(start, end):
            run = self._run(words, look)
            if look.deleted or look.inserted:
                parent = etree.Element(tag("del" if look.deleted else "ins"))
                parent.append(run)
                yield parent
            else:
                yield run

    def _stretches(self, start: int, end: int) -> Iterator[tuple[str, Look]]:
        """Characters of one look each."""
        at = start
        while at < end:
            piece = self.pieces.piece(at)
            byte = piece.at + (at - piece.start) * piece.wide
            record, until = self.characters.stretch(byte)
            stop = min(end, piece.end, piece.start + max(1, -(-(until - piece.at) // piece.wide)))
            stop = max(stop, at + 1)
            yield self.pieces.text[at:stop], _look(record + piece.more)
            at = stop

    def _run(self, words: str, look: Look) -> Element:
        made = etree.Element(tag("r"))
        if look.hidden:
            etree.SubElement(etree.SubElement(made, tag("rPr")), tag("vanish"))
        if look.symbol is not None:
            font, char = look.symbol
            symbol = etree.SubElement(made, tag("sym"))
            symbol.set(tag("font"), self.fonts[font] if font < len(self.fonts) else "")
            symbol.set(tag("char"), f"{char:04X}")
            return made
        for part in _PARTS.split(_whole(words)):
            self._part(made, part, "delText" if look.deleted else "t")
        return made

    def _part(self, run: Element, part: str, name: str) -> None:
        if not part:
            return
        if part in _FIELD:
            etree.SubElement(run, tag("fldChar")).set(tag("fldCharType"), _FIELD[part])
        elif part in _ELEMENT:
            etree.SubElement(run, tag(_ELEMENT[part]))
        elif part == _COMMENT:
            etree.SubElement(run, tag("commentReference")).set(tag("id"), f"{self.comments}")
            self.comments += 1
        elif part >= " ":
            etree.SubElement(run, tag(name)).text = part


def _whole(words: str) -> str:
    """Halves of a pair of units put together; a half that is alone is unreadable."""
    if not any("\ud800" <= char <= "\udfff" for char in words):
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
