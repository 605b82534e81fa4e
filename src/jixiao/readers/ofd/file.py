"""An OFD from its bytes: its documents and pages one after the other, what could not be read of them."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from jixiao.model.document import Unread
from jixiao.readers import limits
from jixiao.readers.common.zipped import Package, Refused
from jixiao.readers.formats import Content
from jixiao.readers.layout.blocks import Parted, blocks, parted
from jixiao.readers.layout.letters import UNKNOWN
from jixiao.readers.layout.page import Glyph, Page
from jixiao.readers.notes import note
from jixiao.readers.ofd.book import Book, Leaf, book, box_of
from jixiao.readers.ofd.drawing import Drawing
from jixiao.readers.ofd.parts import Parts, named, words
from jixiao.readers.ofd.upright import upright

_GARBLED = 0.2  # of the characters without a meaning: the words are not to be trusted
_NAMED = 8  # so many pages or attachments are named one by one
_KEYS = ("Encryptions.xml", "Decryptseed.dat", "Doc_0/Encryptions.xml")  # of an encrypted file
_CODES = {"part_damaged": "ofd_damaged", "encrypted": "ofd_encrypted"}
_OUTLINES = 30  # so many curved paths on a page without words are characters drawn as pictures


@dataclass(slots=True)
class _Draft:
    """A page, and the characters of its templates."""

    page: Page
    templates: dict[str, list[Glyph]]


@dataclass(slots=True)
class _Reading:
    """What was read so far, and what was not."""

    parts: Parts
    drafts: list[_Draft] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)
    characters: int = 0
    signs: int = 0  # those beyond ASCII: dots and digits say nothing about the fonts
    unknown: int = 0
    unread: list[Unread] = field(default_factory=list)


def read(data: bytes) -> Content:
    """The content of an OFD."""
    try:
        package = Package(data)
        reading = _Reading(Parts(package))
        if any(reading.parts.find(name) for name in _KEYS):
            return Content(unread=(note("ofd_encrypted", fatal=True),))
        whole = book(reading.parts)
    except Refused as refused:
        return Content(unread=(note(_CODES.get(refused.code, refused.code), fatal=True),))
    _read_pages(whole.leaves, reading)
    laid = blocks(_parted(reading.drafts))
    if package.damaged and laid.blocks:
        reading.unread.append(note("cut"))
    unread = (*_not_read(whole, reading, readable=bool(laid.blocks)), *laid.unread)
    return Content(tuple(laid.blocks), unread, whole.properties, pages=tuple(laid.pages))


def _read_pages(leaves: list[Leaf], reading: _Reading) -> None:
    until = time.monotonic() + limits.PAGES_SECONDS
    for number, leaf in enumerate(leaves, 1):
        if number > limits.PAGES or time.monotonic() > until or reading.characters >= limits.PAGES_TEXT:
            reading.unread.append(note("ofd_long", page=number - 1))
            return
        try:
            _read_page(number, leaf, reading)
        except Refused:
            reading.damaged.append(number)


def _read_page(number: int, leaf: Leaf, reading: _Reading) -> None:
    parts = reading.parts
    if not leaf.name:
        raise Refused("part_lost")
    root = parts.root(leaf.name)
    drawing = Drawing(leaf.resources.beside(parts, root, leaf.name))
    drawing.layers(root)
    for asked in named(root, "Template"):
        template, name = parts.optional("/" + leaf.templates.get(asked.get("TemplateID", ""), ""), "")
        if template is not None:
            drawing.layers(template, name)
    if drawing.is_full:
        reading.crowded.append(number)
    box = box_of(words(root, "Area", "PhysicalBox")) or leaf.box
    page, templates = upright(number, box, drawing)
    glyphs = [*page.glyphs, *(glyph for held in templates.values() for glyph in held)]
    if not page.glyphs and drawing.pictures:
        reading.scans.append(number)
    elif not page.glyphs and drawing.curved > _OUTLINES:
        reading.drawn.append(number)
    else:
        reading.characters += len(glyphs)
        reading.signs += sum(1 for glyph in glyphs if glyph.char > "\x7f")
        reading.unknown += sum(1 for glyph in glyphs if UNKNOWN.match(glyph.char))
        reading.drafts.append(_Draft(page, templates))


def _parted(drafts: list[_Draft]) -> list[Parted]:
    """The pages as lines and tables. What a template says on several pages stands around the text, as running heads do."""
    uses = Counter(name for one in drafts for name in one.templates)
    for one in drafts:
        for name, glyphs in one.templates.items():
            (one.page.marked if uses[name] > 1 else one.page.glyphs).extend(glyphs)
    return [parted(one.page) for one in drafts]


def _not_read(whole: Book, reading: _Reading, *, readable: bool) -> list[Unread]:
    """The notes of what was not read; the first is fatal where nothing was read."""
    found = list(reading.unread)
    if reading.scans:
        found.append(note("scan_pages", pages=_named(reading.scans)) if readable else note("scan", fatal=True))
    if reading.drawn:
        found.append(note("ofd_outlines", fatal=not readable and not reading.scans, pages=_named(reading.drawn)))
    if reading.damaged or whole.lost or not whole.leaves:
        lost = note("ofd_pages", pages=_named(reading.damaged)) if reading.damaged else note("ofd_lost")
        found.append(lost if readable or reading.scans or reading.drawn else note("ofd_damaged", fatal=True))
    if reading.crowded:
        found.append(note("ofd_crowded", pages=_named(reading.crowded)))
    if reading.unknown > reading.signs * _GARBLED:
        found.append(note("ofd_garbled", fatal=reading.unknown * 2 > reading.signs))
    if whole.attachments:
        found.append(note("attachments", names=_named(whole.attachments)))
    if whole.notes:
        found.append(note("ofd_annotations", count=whole.notes))
    if whole.seals:
        found.append(note("sealed", count=whole.seals))
    return found


def _named(those: list[int] | list[str]) -> str:
    return "、".join(map(str, those[:_NAMED])) + ("等" if len(those) > _NAMED else "")
