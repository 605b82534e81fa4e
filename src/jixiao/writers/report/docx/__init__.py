"""Word 文档 (.docx) of a report that we compose: layout of GB/T 9704-2012, each figure bound to one data part of the file.

Written as XML directly: an object model takes ten times as long and cannot bind.
"""

from __future__ import annotations

from jixiao.model.manuscript import Manuscript
from jixiao.writers.report.docx.package import packed, parts


def write(manuscript: Manuscript) -> bytes:
    """The manuscript as a Word file; the same manuscript gives the same bytes."""
    return packed(parts(manuscript))
