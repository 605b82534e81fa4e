"""The pages of an OFD in order (文档、页、模板): several documents in a file follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.readers.common.zipped import Element, Refused
from jixiao.readers.ofd.matrix import numbers
from jixiao.readers.ofd.parts import Parts, child, named, words

_A4 = (0.0, 0.0, 210.0, 297.0)
_SIDES = 4


@dataclass(slots=True)
class Resources:
    """What objects refer to by number: composite graphics, drawing parameters, pictures (the names of their parts)."""

    units: dict[str, Element] = field(default_factory=dict)
    parameters: dict[str, Element] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)

    def add(self, parts: Parts, root: Element | None, name: str) -> None:
        """What one resource part declares."""
        if root is None:
            return
        base = name.rpartition("/")[0] + "/" + (root.get("BaseLoc") or "")
        self.units |= {
            one.get("ID", ""): one for one in named(child(root, "CompositeGraphicUnits"), "CompositeGraphicUnit")
        }
        self.parameters |= {one.get("ID", ""): one for one in named(child(root, "DrawParams"), "DrawParam")}
        for one in named(child(root, "MultiMedias"), "MultiMedia"):
            if found := parts.find(words(one, "MediaFile"), base + "/x"):
                self.pictures[one.get("ID", "")] = found

    def beside(self, parts: Parts, page: Element, name: str) -> Resources:
        """These, and those that a page declares for itself."""
        own = named(page, "PageRes")
        if not own:
            return self
        found = Resources(dict(self.units), dict(self.parameters), dict(self.pictures))
        for one in own:
            found.add(parts, *parts.optional(one.text, name))
        return found


@dataclass(slots=True)
class Leaf:
    """One page: its part ("" where the file has none), its templates, the usual size, what it refers to."""

    name: str
    templates: dict[str, str]
    box: tuple[float, float, float, float]
    resources: Resources


@dataclass(slots=True)
class Book:
    """The file as a whole."""

    leaves: list[Leaf] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    seals: int = 0
    notes: int = 0  # annotations with words
    attachments: list[str] = field(default_factory=list)
    lost: int = 0  # documents that are not there


_PROPERTIES = {"Author": "author", "Title": "title"}


def book(parts: Parts) -> Book:
    """The pages that OFD.xml leads to."""
    entry = parts.find("OFD.xml")
    if entry is None:
        raise Refused("ofd_damaged")
    found = Book()
    for body in named(parts.root(entry), "DocBody"):
        for name, ours in _PROPERTIES.items():
            if text := words(body, "DocInfo", name):
                found.properties.setdefault(ours, text)
        signs, _ = parts.optional(words(body, "Signatures"), entry)
        found.seals += len(named(signs, "Signature"))
        document = parts.find(words(body, "DocRoot"), entry)
        if document is None:
            found.lost += 1
        else:
            _document(parts, document, found)
    return found


def _document(parts: Parts, name: str, found: Book) -> None:
    root = parts.root(name)
    common = child(root, "CommonData")
    resources = Resources()
    for kind in ("PublicRes", "DocumentRes"):
        for one in named(common, kind):
            resources.add(parts, *parts.optional(one.text, name))
    templates = {
        one.get("ID", ""): part
        for one in named(common, "TemplatePage")
        if (part := parts.find(one.get("BaseLoc"), name))
    }
    box = box_of(words(common, "PageArea", "PhysicalBox")) or _A4
    for page in named(child(root, "Pages"), "Page"):
        found.leaves.append(Leaf(parts.find(page.get("BaseLoc"), name) or "", templates, box, resources))
    attached, _ = parts.optional(words(root, "Attachments"), name)
    found.attachments += [
        one.get("Name") or "" for one in named(attached, "Attachment") if one.get("Visible") != "false"
    ]
    found.notes += sum(_annotations(parts, words(root, "Annotations"), name))


def _annotations(parts: Parts, location: str, source: str) -> Iterator[bool]:
    """For each annotation that is neither a seal nor a watermark: whether it has words."""
    listed, at = parts.optional(location, source)
    for page in named(listed, "Page"):
        held, _ = parts.optional(words(page, "FileLoc"), at)
        for one in named(held, "Annot"):
            if one.get("Type") not in ("Watermark", "Stamp", "Link"):
                yield any((text.text or "").strip() for text in one.iter("{*}TextCode"))


def box_of(text: str) -> tuple[float, float, float, float] | None:
    """A box of four numbers (left, top, width, height) that has an inside."""
    values = numbers(text)
    if len(values) < _SIDES or values[2] <= 0 or values[3] <= 0:
        return None
    return values[0], values[1], values[2], values[3]
