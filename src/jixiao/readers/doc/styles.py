"""Style sheet (样式表) of a .doc: names, what a style is based on, its outline level and numbering."""

from __future__ import annotations

import struct

from lxml import etree

from jixiao.readers.common.zipped import Element
from jixiao.readers.doc.names import tag
from jixiao.readers.doc.sprms import LIST_LEVEL, LIST_USE, OUTLINE, number, sprms

_PARAGRAPH, _NONE, _HEADINGS = 1, 0xFFF, range(1, 10)
_MOST = 4096  # styles; Word's own limit


def styles(table: bytes) -> Element:
    """The paragraph styles as the styles part of a .docx; as many as can be read."""
    root = etree.Element(tag("styles"))
    if len(table) < 6:  # noqa: PLR2004 - the length of the head, the number of styles, the length of their beginnings
        return root
    head, count, base = struct.unpack_from("<HHH", table)
    at = 2 + head
    for index in range(min(count, _MOST)):
        if at + 2 > len(table):
            break
        (size,) = struct.unpack_from("<H", table, at)
        _style(root, index, table[at + 2 : at + 2 + size], base)
        at += 2 + size
    return root


def _style(root: Element, index: int, record: bytes, base: int) -> None:
    if len(record) < max(base, 10) + 2:
        return
    kind, parent = struct.unpack_from("<HH", record)
    if parent & 0xF != _PARAGRAPH:
        return
    made = etree.SubElement(root, tag("style"))
    made.set(tag("styleId"), f"{index}")
    if kind & 0xFFF in _HEADINGS:
        etree.SubElement(made, tag("name")).set(tag("val"), f"heading {kind & 0xFFF}")
    if parent >> 4 != _NONE:
        etree.SubElement(made, tag("basedOn")).set(tag("val"), f"{parent >> 4}")
    (length,) = struct.unpack_from("<H", record, base)
    at = base + 2 + 2 * length + 2
    if at + 4 <= len(record):
        (size,) = struct.unpack_from("<H", record, at)
        properties(etree.SubElement(made, tag("pPr")), record[at + 4 : at + 2 + size])


def properties(element: Element, modifiers: bytes) -> None:
    """Outline level and numbering of a paragraph or a style."""
    found = {code: number(operand) for code, operand in sprms(modifiers) if code in (OUTLINE, LIST_USE, LIST_LEVEL)}
    if OUTLINE in found:
        etree.SubElement(element, tag("outlineLvl")).set(tag("val"), f"{found[OUTLINE]}")
    if LIST_USE in found or LIST_LEVEL in found:
        numbered = etree.SubElement(element, tag("numPr"))
        if LIST_LEVEL in found:
            etree.SubElement(numbered, tag("ilvl")).set(tag("val"), f"{found[LIST_LEVEL]}")
        if LIST_USE in found:
            use = found[LIST_USE] if found[LIST_USE] < 0x7FF else 0  # negative ones take numbering away  # noqa: PLR2004
            etree.SubElement(numbered, tag("numId")).set(tag("val"), f"{use}")
