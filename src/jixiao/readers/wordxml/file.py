"""A Word XML file from its bytes: a package in one file is packed and read as .docx, the XML of 2003 made what it became."""

from __future__ import annotations

import base64
import binascii
import zipfile
from dataclasses import replace
from io import BytesIO

from lxml import etree

from jixiao.readers import limits
from jixiao.readers.common.zipped import Element, Refused, parse
from jixiao.readers.docx.file import read as read_docx
from jixiao.readers.docx.file import walk_root
from jixiao.readers.docx.names import prefix_of
from jixiao.readers.docx.numbering import Numbering
from jixiao.readers.docx.styles import Styles
from jixiao.readers.docx.walk import Out, blocks
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.wordxml.renewed import numbering, renew, stories

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PROPERTIES = {"Author": "author", "Title": "title", "LastAuthor": "editor", "Category": "category"}


def read(data: bytes) -> Content:
    """The content of a Word XML file."""
    out = Out()
    try:
        root = parse(data)
    except Refused as refused:
        if refused.code == "dtd":
            return Content(unread=(note("dtd", fatal=True),))
        out.warn(note("cut"))
        try:
            root = parse(data, recover=True)
        except Refused:
            return Content(unread=(note("xml_damaged", fatal=True),))
    if root.tag == _PACKAGE + "package":
        return _packed(root, out)
    return _of_2003(root, out)


def _packed(root: Element, out: Out) -> Content:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for part in list(root.iterchildren(_PACKAGE + "part"))[: limits.ZIP_ENTRIES]:
            name = (part.get(_PACKAGE + "name") or "").lstrip("/")
            if name and name not in package.NameToInfo:
                package.writestr(name, _contents(part))
    content = read_docx(made.getvalue())
    return replace(content, unread=(*out.unread, *content.unread))


def _contents(part: Element) -> bytes:
    for child in part:
        if child.tag == _PACKAGE + "xmlData":
            inner = next((one for one in child if isinstance(one.tag, str)), None)
            return etree.tostring(inner) if inner is not None else b""
        if child.tag == _PACKAGE + "binaryData":
            try:
                return base64.b64decode(child.text or "")
            except (binascii.Error, ValueError):
                return b""
    return b""


def _of_2003(root: Element, out: Out) -> Content:
    w = prefix_of(root.tag)
    body = root.find(w + "body")
    if body is None:
        return Content(unread=(note("xml_damaged", fatal=True),))
    comments = renew(root, w)
    apart = stories(body, w)
    known = Numbering(numbering(root, w), Styles(root.find(w + "styles"), w), w)
    walk_root(body, "body", out, known)
    for part, story in apart:
        walk_root(story, part, out, known)
    if any((one.get(w + "name") or "").endswith(".mso") for one in root.iter(w + "binData")):
        out.warn(note("macros"))
    marks = tuple(replace(one, text=comments.get(one.text, "")) if one.kind == "comment" else one for one in out.marks)
    return Content(tuple(blocks(out)), tuple(out.unread), _properties(root), marks)


def _properties(root: Element) -> dict[str, str]:
    held = root.find("{urn:schemas-microsoft-com:office:office}DocumentProperties")
    return {
        name: one.text for one in (held if held is not None else ())
        if isinstance(one.tag, str) and (name := _PROPERTIES.get(one.tag.rpartition("}")[2])) and one.text
    }  # fmt: skip
