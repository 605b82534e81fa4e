"""Chapters (章节): which are there, which are only an entry of the table of contents, what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model.document import Paragraph, Table
from jixiao.model.report import Report, Section

_LEADER = re.compile(r"(?:…|\.{3}|·{3}|PAGEREF).*$|\s+\d{1,3}$")
_SHORT = 30


def top_sections(report: Report) -> tuple[Section, ...]:
    """The chapters (first level) that have words or tables under them, or stand after all that have.

    A table of contents repeats the headings without a text; where the same heading comes again, its entry there is left out.
    """
    chapters = [s for s in report.sections if s.level == 1]
    last = {_name(s): i for i, s in enumerate(chapters)}
    return tuple(s for i, s in enumerate(chapters) if s.text.strip() or last[_name(s)] == i)


def has_content(report: Report, section: Section) -> bool:
    """Whether anything stands under a heading: words, a table, or more of the heading's own line."""
    if section.text.strip():
        return True
    following = next(
        (b for b in report.document.blocks[section.place.block :] if isinstance(b, Table) or b.plain.strip()), None
    )
    return isinstance(following, Table)


def is_last(report: Report, section: Section) -> bool:
    """Whether nothing at all stands after a heading: the file may have been cut off there."""
    rest: Sequence[Paragraph | Table] = report.document.blocks[section.place.block :]
    return not any(isinstance(b, Table) or b.plain.strip() for b in rest)


def headings(report: Report) -> str:
    """All headings and short lines, for asking whether a chapter may be there under another name."""
    short = (p.plain for p in report.document.paragraphs if 0 < len(p.plain) <= _SHORT)
    return "\n".join([*(s.title for s in report.sections), *short])


def _name(section: Section) -> str:
    return "".join(_LEADER.sub("", section.title).split())
