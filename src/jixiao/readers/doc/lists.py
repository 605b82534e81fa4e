"""Lists and styles (列表与样式): the tables of a .doc as the numbering and styles of a .docx."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.paragraphs import Properties
from jixiao.readers.doc.sprms import LIST_LEVEL, LIST_USE, OUTLINE, number, sprms
from jixiao.readers.doc.tables import W
from jixiao.readers.doc.words import clean

_LIST, _LEVEL, _USE = 28, 28, 16  # bytes of the fixed part of each
_LEVELS = 9
_MOST = 4000  # lists, uses or styles of a file; our own choice
FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
_SUFFIXES = {0: "tab", 1: "space", 2: "nothing"}
_PARAGRAPH_STYLE, _NO_STYLE, _HEADINGS = 1, 0xFFF, 9


@dataclass
class _Reader:
    """A stream read from front to back; ``struct.error`` where it ends."""

    data: bytes
    at: int = 0

    def take(self, size: int) -> bytes:
        found = self.data[self.at : self.at + size]
        if len(found) < size:
            raise struct.error
        self.at += size
        return found

    def word(self) -> int:
        return number(self.take(2))


def numbering(table: bytes, lists: tuple[int, int], uses: bytes) -> Element:
    """The lists that lie in the table stream at ``lists`` (offset, length), and how they are used."""
    root = etree.Element(W + "numbering")
    try:
        _lists(root, table, *lists)
        _uses(root, uses)
    except (struct.error, IndexError):
        pass  # what was read until then counts; a paragraph of another list has no label
    return root


def _lists(root: Element, table: bytes, at: int, length: int) -> None:
    if length < 2:  # noqa: PLR2004 - not even a count
        return
    reader = _Reader(table, at)
    heads = [reader.take(_LIST) for _ in range(min(reader.word(), _MOST))]
    reader.at = at + length
    for head in heads:
        made = _child(root, "abstractNum", "abstractNumId", str(number(head[:4])))
        for depth in range(1 if head[26] & 1 else _LEVELS):
            _level(made, reader, depth)


def _level(home: Element, reader: _Reader, depth: int) -> None:
    head = reader.take(_LEVEL)
    reader.take(head[25])
    reader.take(head[24])
    text = reader.take(2 * reader.word()).decode("utf-16-le", "surrogatepass")
    kind = FORMATS.get(head[4], "decimal")
    level = _child(home, "lvl", "ilvl", str(depth))
    written = "".join(
        f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text if sign >= " " or ord(sign) < _LEVELS
    )
    for name, value in (
        ("start", str(number(head[:4]))), ("numFmt", kind), ("lvlText", clean(written)), ("suff", _SUFFIXES.get(head[15], "tab")),
    ):  # fmt: skip
        _child(level, name, "val", value)
    if head[5] & 0x04:
        _child(level, "isLgl", "val", "1")
    if head[5] & 0x08:
        _child(level, "lvlRestart", "val", str(head[26]))


def _uses(root: Element, uses: bytes) -> None:
    reader = _Reader(uses)
    if not uses:
        return
    heads = [reader.take(_USE) for _ in range(min(number(reader.take(4)), _MOST))]
    for identity, head in enumerate(heads, 1):
        made = _child(root, "num", "numId", str(identity))
        _child(made, "abstractNumId", "val", str(number(head[:4])))
    for made, head in zip(root.findall(W + "num"), heads, strict=True):
        reader.take(4)
        for _ in range(min(head[12], _LEVELS)):
            start, flags = struct.unpack("<II", reader.take(8))
            override = _child(made, "lvlOverride", "ilvl", str(flags & 0x0F))
            if flags & 0x10:
                _child(override, "startOverride", "val", str(start))
            if flags & 0x20:
                _level(override, reader, flags & 0x0F)


def styles(sheet: bytes) -> Element:
    """The paragraph styles of a style sheet: outline level, list, and what they are based on."""
    root = etree.Element(W + "styles")
    try:
        reader = _Reader(sheet)
        head = reader.take(reader.word())
        base = number(head[2:4])
        for identity in range(min(number(head[:2]), _MOST)):
            one = reader.take(reader.word())
            if len(one) > base:
                _style(root, identity, one, base)
    except (struct.error, IndexError):
        pass  # as above
    return root


def _style(root: Element, identity: int, data: bytes, base: int) -> None:
    built_in, kind = number(data[:2]) & 0x0FFF, number(data[2:4])
    if kind & 0x0F != _PARAGRAPH_STYLE:
        return
    style = _child(root, "style", "styleId", str(identity))
    if 1 <= built_in <= _HEADINGS:
        _child(style, "name", "val", f"heading {built_in}")
    if kind >> 4 != _NO_STYLE:
        _child(style, "basedOn", "val", str(kind >> 4))
    at = base + 2 + 2 * number(data[base : base + 2]) + 2
    at += at & 1
    said = dict(sprms(data[at + 4 : at + 2 + number(data[at : at + 2])]))
    for code, name in ((OUTLINE, "outlineLvl"), (LIST_USE, "numId"), (LIST_LEVEL, "ilvl")):
        if code in said:
            _child(style, name, "val", str(number(said[code])))


def fonts(table: bytes) -> tuple[str, ...]:
    """The names of the fonts, by number."""
    found: list[str] = []
    try:
        reader = _Reader(table)
        count = min(reader.word(), _MOST)
        reader.take(2)
        for _ in range(count):
            one = reader.take(reader.take(1)[0])
            found.append(clean(one[39:].decode("utf-16-le", "replace").partition("\0")[0]))
    except (struct.error, IndexError):
        pass  # a symbol of an unknown font is shown as unknown
    return tuple(found)


def asked(paragraph: Element, properties: Properties) -> None:
    """Say in a paragraph of the tree which style and list it has."""
    made = etree.SubElement(paragraph, W + "pPr")
    _child(made, "pStyle", "val", str(properties.style))
    if properties.use >= 0 or properties.level >= 0:
        numbered = etree.SubElement(made, W + "numPr")
        if properties.level >= 0:
            _child(numbered, "ilvl", "val", str(properties.level))
        if properties.use >= 0:
            _child(numbered, "numId", "val", str(properties.use))
    if properties.outline >= 0:
        _child(made, "outlineLvl", "val", str(properties.outline))


def _child(home: Element, name: str, attribute: str, value: str) -> Element:
    made = etree.SubElement(home, W + name)
    made.set(W + attribute, value)
    return made
