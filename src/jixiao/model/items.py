"""Problems and measures (存在的问题、改进措施) as single items, from the chapters or from a text that names them in line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.document import Paragraph
from jixiao.model.place import Place
from jixiao.model.report import Report

_MARK = re.compile(
    r"(?:^|(?<=[。；，：\s]))(?:[\d一二三四五六七八九十]{1,2}(?:、|\.(?!\d)|是(?=[\u4e00-\u9fff]))|（[\d一二三四五六七八九十]{1,2}）"
    r"|[①-⑳]|第[一二三四五六七八九]|其[一二三四五六七八九])[，、]?\s*"
)
_INLINE = {
    "problems": re.compile(
        r"(?:存在的?(?:主要)?(?:问题|不足|困难)(?:及(?:其)?原因(?:分析)?)?|主要问题|问题)\s*：(?P<text>[^\f]*?)(?=(?:工作|有关|相关|下一步"
        r"|改进)?(?:建议|改进措施|整改措施|措施|打算)[^，。；：]{0,4}：|\f|$)"
    ),
    "measures": re.compile(
        r"(?:(?:有关|相关|工作|改进)?建议|(?:下一步)?(?:改进|整改)(?:的)?措施(?:和建议|及建议)?)\s*：(?P<text>[^\f]*)"
    ),
}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One problem or measure: its words without the number, and where it stands."""

    text: str
    place: Place


def items(report: Report, kind: str) -> tuple[Item, ...]:
    """The items of the chapter ``problems`` or ``measures``; without chapters, of a text such as 「存在问题：1.…。 建议：1.…。」"""
    sections = [s for s in report.sections if s.kind == kind and s.text.strip()]
    if sections:
        return tuple(item for paragraph in sections[0].body for item in _split(paragraph, 0, len(paragraph.plain)))
    if any(s.kind for s in report.sections):
        return ()
    for match, words, offset in report.document.find(_INLINE[kind]):
        if isinstance(words, Paragraph):
            return tuple(_split(words, match.start("text") - offset, match.end("text") - offset))
    return ()


def _split(paragraph: Paragraph, start: int, end: int) -> Iterator[Item]:
    plain = paragraph.plain
    marks = list(_MARK.finditer(plain, start, end))
    starts = [m.end() for m in marks] or [start]
    ends = [*(m.start() for m in marks[1:]), end]
    if marks and not marks[0].start() <= start + 2 and len(plain[start : marks[0].start()].strip()) > 40:  # noqa: PLR2004 - no mere lead-in
        starts, ends = [start, *starts], [marks[0].start(), *ends]
    for first, last in zip(starts, ends, strict=True):
        text = plain[first:last].strip()
        if len(text) >= _SHORTEST:
            at = plain.index(text, first)
            yield Item(text, paragraph.place(at, at + len(text)))
