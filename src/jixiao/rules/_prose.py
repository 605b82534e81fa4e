"""Running text (行文): the sentence around a match, and whether words are a sentence or the label of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.model.document import Document, Paragraph, Words
from jixiao.model.place import Place

_STOPS = "。；\n\f"
_PUNCTUATION = re.compile(r"[，。；、]")
_END = re.compile(r"[。；！？]\s*$")
_NOTE = re.compile(r"\s*[（(]?(?:备?注|说明|填报说明|填表说明|填写说明|编报说明)[：:\d.、]")


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a span, without its full stop."""
    left = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [at for at in (text.find(stop, end) for stop in _STOPS) if at >= 0]
    return text[left : min(ends, default=len(text))]


def is_running(words: Words) -> bool:
    """Whether words read as a sentence: labels and headers of tables have no commas and no full stop."""
    return _PUNCTUATION.search(words.plain) is not None


def is_finished(words: Words) -> bool:
    """Whether words end as a sentence does: a line that was cut off by the end of a page does not."""
    return _END.search(words.plain) is not None


def is_note(words: Words) -> bool:
    """Whether words are a standing note of a form (注：, 说明：), which may well tell how to fill it in."""
    return _NOTE.match(words.plain) is not None


def body(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the text itself, without headers, footers, footnotes and text boxes."""
    return (p for p in document.paragraphs if p.part == "body" and p.plain.strip())


def guarded(
    document: Document, first: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], Words, int]]:
    """Every match of a pattern that begins where ``first`` matches.

    ``first`` is a choice of plain words or characters, which the engine skips to; ``pattern`` may then be as involved as it likes.
    """
    done = 0
    for hit, words, offset in document.find(first):
        match = pattern.match(document.plain, hit.start()) if hit.start() >= done else None
        if match:
            done = match.end()
            yield match, words, offset


def places(
    document: Document, pattern: re.Pattern[str], group: int | str = 0
) -> Iterator[tuple[Place, re.Match[str], Words]]:
    """Every match of a pattern in running text, with its place."""
    for match, words, offset in document.find(pattern):
        if is_running(words):
            yield words.place(match.start(group) - offset, match.end(group) - offset), match, words
