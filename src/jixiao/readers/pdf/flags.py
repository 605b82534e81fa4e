"""What a PDF carries that is never run or opened: scripts, actions that start programs, files (须说明的内容)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.model.document import Unread
from jixiao.readers.notes import note
from jixiao.readers.pdf.library import Handle, pdfium

_ACTION = re.compile(rb"/S\s*/(?:JavaScript|Launch)\b")


def flags(document: Handle, data: bytes) -> Iterator[Unread]:
    """The notes of a file whose text was read. Actions inside packed objects are not seen, but for those of the whole document."""
    if _ACTION.search(data) or pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        yield note("scripts")
    files = pdfium.FPDFDoc_GetAttachmentCount(document)
    if files > 0:
        yield note("files_inside", count=files)
