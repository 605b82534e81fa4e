"""Words (文字) of a paragraph: runs with what is said of them, and the signs that stand for breaks, fields and symbols."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.formatting import Formatting
from jixiao.readers.doc.pieces import Pieces
from jixiao.readers.doc.sprms import DELETED, HIDDEN, INSERTED, SYMBOL, number, sprms
from jixiao.readers.doc.tables import W

_SIGN = re.compile("[\0-\x1f\x7f\xad\ufffe\uffff]")
_FIELDS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_SIMPLE = {"\t": "tab", "\n": "br", "\x0b": "br", "\x1e": "noBreakHyphen"}
_BREAKS = {"\x0c": "page", "\x0e": "column"}
COMMENT = "\x05"
_ON = 0x01

Look = tuple[bool, bool, bool, bytes]  # deleted, inserted, hidden, symbol


class Runs:
    """The runs of any paragraph of a file."""

    def __init__(self, pieces: Pieces, formatting: Formatting, fonts: tuple[str, ...]) -> None:
        self._pieces, self._formatting, self._fonts = pieces, formatting, fonts
        self.comments = 0

    def into(self, paragraph: Element, start: int, end: int) -> None:
        """Put the words from one character to another into a paragraph."""
        for words, (deleted, inserted, hidden, symbol) in self._looks(start, end):
            home = paragraph
            if deleted or inserted:
                home = etree.SubElement(paragraph, W + ("del" if deleted else "ins"))
            run = etree.SubElement(home, W + "r")
            if hidden:
                etree.SubElement(etree.SubElement(run, W + "rPr"), W + "vanish")
            if symbol:
                self._symbol(run, symbol)
            else:
                filled(run, words, self._sign)

    def _looks(self, start: int, end: int) -> Iterator[tuple[str, Look]]:
        at = start
        while at < end:
            piece = self._pieces.piece(at)
            byte = self._pieces.byte(at)
            until, modifiers = self._formatting.run(byte)
            stop = min(end, piece.end, at + max(1, (until - byte) // piece.wide))
            yield self._pieces.text[at:stop], _look(modifiers + piece.more)
            at = stop

    def _sign(self, run: Element, sign: str) -> None:
        if sign in _FIELDS:
            etree.SubElement(run, W + "fldChar").set(W + "fldCharType", _FIELDS[sign])
        elif sign == COMMENT:
            etree.SubElement(run, W + "commentReference").set(W + "id", str(self.comments))
            self.comments += 1

    def _symbol(self, run: Element, operand: bytes) -> None:
        font = number(operand[:2])
        made = etree.SubElement(run, W + "sym")
        made.set(W + "font", self._fonts[font] if font < len(self._fonts) else "")
        made.set(W + "char", f"{number(operand[2:4]):04X}")


def filled(run: Element, words: str, sign_of: Callable[[Element, str], None] | None = None) -> None:
    """Put words into a run: tabs and breaks as elements of their own, any other sign as ``sign_of`` says or not at all."""
    at = 0
    for sign in _SIGN.finditer(words):
        _text(run, words[at : sign.start()])
        at = sign.end()
        if sign[0] in _SIMPLE:
            etree.SubElement(run, W + _SIMPLE[sign[0]])
        elif sign[0] in _BREAKS:
            etree.SubElement(run, W + "br").set(W + "type", _BREAKS[sign[0]])
        elif sign_of is not None:
            sign_of(run, sign[0])
    _text(run, words[at:])


def clean(words: str) -> str:
    """Words as XML may hold them: halves of characters put together, a sign for a half that is alone, no control characters."""
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _SIGN.sub("", whole)


def _text(run: Element, words: str) -> None:
    if words:
        etree.SubElement(run, W + "t").text = clean(words)


@lru_cache(maxsize=4096)
def _look(modifiers: bytes) -> Look:
    said = dict(sprms(modifiers))
    deleted, inserted, hidden = (said.get(code, b"\0")[0] == _ON for code in (DELETED, INSERTED, HIDDEN))
    return deleted, inserted, hidden, said.get(SYMBOL, b"")
