"""Piece table (文字段表): where the characters of a .doc lie, and which bytes of the stream hold which of them."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass

from jixiao.readers.doc.fib import Unfit

_GROUP, _TABLE = 1, 2  # what a piece of the CLX is
_COMPRESSED = 0x4000_0000
_MOST = 5_000_000  # characters of a document; our own choice
_C1 = dict(enumerate(bytes(range(0x80, 0xA0)).decode("cp1252", "replace"), 0x80))  # compressed text is ANSI


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters from ``start`` to ``end`` lie from byte ``at``, ``wide`` bytes each; ``more`` are modifiers for all of them."""

    start: int
    end: int
    at: int
    wide: int
    more: bytes


class Pieces:
    """The whole text of a document and the way from a character to its byte."""

    def __init__(self, clx: bytes, stream: bytes) -> None:
        groups, table = _parts(clx)
        self.pieces = _pieces(table, groups)
        texts = []
        self.cut = False
        for piece in self.pieces:
            data = stream[piece.at : piece.at + (piece.end - piece.start) * piece.wide]
            text = data.decode("utf-16-le", "replace") if piece.wide > 1 else data.decode("latin-1").translate(_C1)
            if len(text) != piece.end - piece.start:  # cut off, or a character of two units, which Word counts as two
                text = _by_unit(data, piece)
                self.cut = self.cut or len(data) < (piece.end - piece.start) * piece.wide
            texts.append(text)
        self.text = "".join(texts)
        self._starts = [piece.start for piece in self.pieces]

    def piece(self, character: int) -> Piece:
        """The piece in which a character lies."""
        return self.pieces[max(0, bisect_right(self._starts, character) - 1)]

    def byte(self, character: int) -> int:
        """The byte of the stream at which a character lies."""
        piece = self.piece(character)
        return piece.at + (character - piece.start) * piece.wide


def _by_unit(data: bytes, piece: Piece) -> str:
    """One character a unit: halves of a pair stay apart until the words are put together."""
    units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2]) if piece.wide > 1 else data
    text = "".join(map(chr, units))
    return text.ljust(piece.end - piece.start, "\0")


def _parts(clx: bytes) -> tuple[list[bytes], bytes]:
    """The groups of modifiers, and the table itself."""
    groups, at = [], 0
    while at + 5 <= len(clx):
        kind = clx[at]
        if kind == _GROUP:
            (size,) = struct.unpack_from("<H", clx, at + 1)
            groups.append(clx[at + 3 : at + 3 + size])
            at += 3 + size
        elif kind == _TABLE:
            (size,) = struct.unpack_from("<I", clx, at + 1)
            return groups, clx[at + 5 : at + 5 + size]
        else:
            break
    raise Unfit("ole_damaged")


def _pieces(table: bytes, groups: list[bytes]) -> list[Piece]:
    count = (len(table) - 4) // 12
    if count < 1:
        raise Unfit("ole_damaged")
    bounds = struct.unpack_from(f"<{count + 1}I", table)
    found: list[Piece] = []
    for number in range(count):
        start, end = bounds[number], bounds[number + 1]
        _, where, modifier = struct.unpack_from("<HIH", table, 4 * (count + 1) + 8 * number)
        if not start < end <= _MOST or (found and found[-1].end != start) or (not found and start):
            raise Unfit("ole_damaged")
        wide = 1 if where & _COMPRESSED else 2
        at = (where & 0x3FFF_FFFF) // (2 if wide == 1 else 1)
        group = modifier >> 1
        more = groups[group] if modifier & 1 and group < len(groups) else b""
        found.append(Piece(start, end, at, wide, more))
    return found
