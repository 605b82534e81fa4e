"""File information block (文件信息块): where everything of a .doc lies. Structures as published in [MS-DOC]."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_WORD_97 = 0x00C1
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_COUNTS, _PAIRS_COUNT, _PAIRS = 64, 152, 154  # where the counts of characters and the pairs begin
STYLES, COMMENTS, SECTIONS, HEADERS, CHARACTERS, PARAGRAPHS = 1, 5, 6, 11, 12, 13  # numbers of pairs
FONTS, TEMPLATE, CLX, LISTS, LIST_USES = 15, 32, 33, 73, 74


class Unfit(Exception):  # noqa: N818 - an answer about the file
    """The file cannot be read; ``code`` is a reading note."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Story:
    """A story of the document (正文、脚注、页眉 …): its part as places name it, and its characters."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fib:
    """``table`` names the stream of tables; ``pairs`` are offsets and lengths in it."""

    table: str
    stories: tuple[Story, ...]
    pairs: tuple[tuple[int, int], ...]
    comments: int = 0  # the first character of the comments

    def part(self, stream: bytes, number: int) -> bytes:
        """The piece of the table stream that a pair points to; b"" where there is none."""
        at, length = self.pairs[number] if number < len(self.pairs) else (0, 0)
        return stream[at : at + length]


def fib_of(stream: bytes) -> Fib:
    """The block at the beginning of the stream WordDocument; Unfit where it is none that can be read."""
    if len(stream) < _PAIRS:
        raise Unfit("ole_damaged")
    version, flags = struct.unpack_from("<H", stream, 2)[0], struct.unpack_from("<H", stream, 10)[0]
    if version < _WORD_97:
        raise Unfit("doc_ancient")
    if flags & _ENCRYPTED:
        raise Unfit("encrypted")
    counts = [max(0, one) for one in struct.unpack_from("<8i", stream, _COUNTS + 12)]
    text, notes, headers, macros, comments, ends, boxes = counts[:7]
    stories, at = [], 0
    for part, count in (("body", text), ("footnote", notes), ("header", headers), ("", macros), ("comment", comments),
                        ("footnote", ends), ("textbox", boxes)):  # fmt: skip
        if part and count:
            stories.append(Story(part, at, at + count))
        at += count
    many = min(struct.unpack_from("<H", stream, _PAIRS_COUNT)[0], (len(stream) - _PAIRS) // 8)
    pairs = tuple(struct.unpack_from("<II", stream, _PAIRS + 8 * number) for number in range(many))
    if len(pairs) <= LIST_USES or not stories:
        raise Unfit("ole_damaged")
    begin = text + notes + headers + macros
    return Fib("1Table" if flags & _SECOND_TABLE else "0Table", tuple(stories), pairs, begin)
