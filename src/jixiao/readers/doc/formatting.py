"""Formatting pages (格式页): the modifiers of every run of bytes, 512 bytes a page, found by bisection."""

from __future__ import annotations

import struct
from bisect import bisect_right

from jixiao.readers.doc.sprms import HUGE, ROW_PROPERTIES, number, sprms

_PAGE, _FAR = 512, 1 << 40
_RUN, _PARAGRAPH = 1, 13  # bytes that a page has for each of its entries


class Formatting:
    """What the pages of one kind say of a byte: modifiers of its run, or style and modifiers of its paragraph."""

    def __init__(self, table: bytes, stream: bytes, *, paragraphs: bool, data: bytes = b"") -> None:
        self._each = _PARAGRAPH if paragraphs else _RUN
        self._data = data
        self._bounds: list[int] = []
        self._found: list[bytes] = []
        count = (len(table) - 4) // 8
        for page in struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count > 0 else ():
            self._page(stream[(page & 0x3F_FFFF) * _PAGE :][:_PAGE])

    def _page(self, page: bytes) -> None:
        if len(page) < _PAGE:
            return
        count = page[-1]
        if 4 * (count + 1) + count * self._each >= _PAGE:
            return
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for entry in range(count):
            if self._bounds and bounds[entry] < self._bounds[-1]:
                return  # pages stand in the order of their bytes; a page that does not is damaged
            at = 2 * page[4 * (count + 1) + entry * self._each]
            self._bounds.append(bounds[entry])
            self._found.append(self._grpprl(page, at) if at else b"")

    def _grpprl(self, page: bytes, at: int) -> bytes:
        if self._each == _RUN:
            return page[at + 1 : at + 1 + page[at]]
        if page[at]:
            return page[at + 1 : at + 2 * page[at]]
        return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < len(page) else b""

    def stretch(self, byte: int) -> tuple[bytes, int]:
        """The record for a byte, and the byte at which the next one begins."""
        found = bisect_right(self._bounds, byte) - 1
        until = self._bounds[found + 1] if found + 1 < len(self._bounds) else _FAR
        return (self._found[found] if found >= 0 else b""), until

    def run(self, byte: int) -> tuple[int, bytes]:
        """Until which byte a run goes on, and its modifiers."""
        found = bisect_right(self._bounds, byte)
        until = self._bounds[found] if found < len(self._bounds) else 1 << 32
        return until, self._found[found - 1] if found else b""

    def paragraph(self, byte: int) -> tuple[int, bytes]:
        """Style and modifiers of the paragraph that ends at a byte; those that were too long for a page lie elsewhere."""
        record, _ = self.stretch(byte)
        style, modifiers = number(record[:2]), record[2:]
        for code, operand in sprms(modifiers):
            if code in (HUGE, ROW_PROPERTIES):
                at = number(operand)
                size = number(self._data[at : at + 2])
                modifiers += self._data[at + 2 : at + 2 + size]
        return style, modifiers
