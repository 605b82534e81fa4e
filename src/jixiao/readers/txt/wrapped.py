"""Running text outside tables: a line is a paragraph, unless the lines were broken at the width of a page."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model.document import Paragraph, paragraph
from jixiao.readers.txt.lines import Line


def usual_width(lines: Iterable[Line]) -> int:
    """The width at which the lines were broken, or 0 where a line is a paragraph."""
    del lines
    return 0


def paragraphs(lines: list[Line], width: int, block: int) -> list[Paragraph]:
    """The paragraphs of a stretch of lines, numbered from ``block``."""
    del width
    kept = [line for line in lines if not line.blank]
    return [paragraph(block + at, line.text, lines=((0, line.number),)) for at, line in enumerate(kept)]
