"""An RTF file from its bytes: the tree of a .docx built from its pieces, and the walk that reads such a tree."""

from __future__ import annotations

import re
from dataclasses import replace

from jixiao.model.document import Unread
from jixiao.readers.doc.tables import W
from jixiao.readers.docx.file import walk_root
from jixiao.readers.docx.numbering import CLOSED, Numbering
from jixiao.readers.docx.styles import Styles
from jixiao.readers.docx.walk import Out, blocks
from jixiao.readers.formats import Content
from jixiao.readers.notes import note
from jixiao.readers.rtf.reading import Reading

_FAR = re.compile(r"(?i)https?:|ftp:|\\\\")
_FETCHING = re.compile(r"(?i)\s*(?:DDE(?:AUTO)?\b|INCLUDE(?:PICTURE|TEXT)\s+\"?\s*(?:https?:|ftp:|\\\\))")
_ORDER = {"textbox": 0, "header": 1, "footer": 2, "footnote": 3}


class _Written(Numbering):
    """Automatic numbers that the file has written out: nothing is counted."""

    def __init__(self) -> None:
        super().__init__(None, Styles(None, W), W)

    def step(self, style: str | None, number: tuple[str, int] | None) -> tuple[str, int | None]:  # noqa: ARG002
        """The number that stands in the file."""
        label = number[0] if number else ""
        return (label if not label or label[-1] in CLOSED else label + " "), None


def read(data: bytes) -> Content:
    """The content of an RTF file."""
    reading = Reading()
    reading.run(data)
    out = Out()
    if not reading.whole:
        out.warn(note("cut"))
    for story in (reading.body, *sorted(reading.apart, key=lambda one: _ORDER[one.part])):
        walk_root(story.root, story.part, out, _Written())
    for one in _carried(reading):
        out.warn(one)
    words = reading.comments
    marks = tuple(replace(one, text=words.get(one.text, "")) if one.kind == "comment" else one for one in out.marks)
    return Content(tuple(blocks(out)), tuple(out.unread), reading.properties, marks)


def _carried(reading: Reading) -> list[Unread]:
    found = [note("embedded", count=reading.objects)] if reading.objects else []
    far = ["模板"] if _FAR.search(reading.template) else []
    if any(_FETCHING.match(code) for code in reading.codes):
        far.append("域")
    return [*found, note("outside", names="、".join(far))] if far else found
