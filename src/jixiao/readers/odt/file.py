"""An .odt from its bytes: the package, the tree of a .docx built from its text, and the walk that reads such a tree."""

from __future__ import annotations

from dataclasses import replace

from jixiao.model.document import Unread
from jixiao.readers.common.zipped import Element, Package, Refused, parse
from jixiao.readers.doc.tables import W
from jixiao.readers.docx.file import walk_root
from jixiao.readers.docx.numbering import Numbering
from jixiao.readers.docx.styles import Styles
from jixiao.readers.docx.walk import Out, blocks
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.odt.lists import Lists, hidden_styles
from jixiao.readers.odt.names import DC, META, OFFICE, STYLE
from jixiao.readers.odt.tree import Tree

_CONTENT, _STYLES, _META, _MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
_EDGES = (("header", ("header", "header-left", "header-first")), ("footer", ("footer", "footer-left", "footer-first")))
_PROPERTIES = {META + "initial-creator": "author", DC + "creator": "editor", DC + "title": "title"}


def read(data: bytes) -> Content:
    """The content of an .odt."""
    out = Out()
    try:
        package = Package(data)
        if _MANIFEST in package.names and b"encryption-data" in package.part(_MANIFEST):
            return Content(unread=(note("encrypted", fatal=True),))
        if _CONTENT not in package.names:
            return Content(unread=(note("zip_damaged", fatal=True),))
        content = _tree(package.part(_CONTENT), out)
    except Refused as refused:
        return Content(unread=(note(refused.code, fatal=True, part="正文"),))
    if package.damaged:
        out.warn(note("cut"))
    return _content(package, content, out)


def _content(package: Package, content: Element, out: Out) -> Content:
    styles = _optional(package, _STYLES, "样式", out)
    roots = [one for one in (styles, content) if one is not None]
    tree = Tree(Lists(roots), hidden_styles(roots))
    tree.changes(content)
    stories = [("body", tree.story(one)) for one in content.iterfind(f"{OFFICE}body/{OFFICE}text")]
    notes = list(tree.apart)
    for part, names in _EDGES:
        edges = styles.iter(*(STYLE + name for name in names)) if styles is not None else ()
        stories += [(part, tree.story(one)) for one in edges if len(one)]
    numbering = Numbering(tree.lists.root, Styles(None, W), W)
    for part, story in (*stories, *(("footnote", one) for one in notes)):
        walk_root(story, part, out, numbering)
    for carried in _carried(package, tree):
        out.warn(carried)
    words = tree.comments
    marks = tuple(replace(one, text=words.get(one.text, "")) if one.kind == "comment" else one for one in out.marks)
    return Content(tuple(blocks(out)), tuple(out.unread), _properties(package), marks)


def _tree(xml: bytes, out: Out) -> Element:
    try:
        return parse(xml)
    except Refused as refused:
        if refused.code == "dtd":
            raise
        out.warn(note("part_damaged", part="正文"))
        return parse(xml, recover=True)


def _optional(package: Package, name: str, part: str, out: Out) -> Element | None:
    if name not in package.names:
        return None
    try:
        return parse(package.part(name))
    except Refused:
        out.warn(note("part_lost", part=part))
        return None


def _carried(package: Package, tree: Tree) -> list[Unread]:
    found = [note("macros")] if any(name.startswith(("Basic/", "Scripts/")) for name in package.names) else []
    if tree.objects:
        found.append(note("embedded", count=tree.objects))
    if tree.far:
        found.append(note("outside", names="、".join(tree.far)))
    return found


def _properties(package: Package) -> dict[str, str]:
    root = _optional(package, _META, "属性", Out())
    return {
        _PROPERTIES[str(one.tag)]: one.text for one in (root.iter(*_PROPERTIES) if root is not None else ()) if one.text
    }
