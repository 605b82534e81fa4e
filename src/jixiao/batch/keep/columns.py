"""列: lists of numbers and texts as bytes, and back, checked as they are read: what is kept is data, never code."""

from __future__ import annotations

import json
import struct
import sys
from array import array
from typing import Any

_LENGTH = struct.Struct("<I")
_CODES = (("b", 7), ("h", 15), ("i", 31), ("q", 63))  # bits beside the sign
_SWAP = sys.byteorder == "big"
_NONE = -1
Spec = Any  # of a column: what JSON can say


class Damaged(Exception):  # noqa: N818 - said of what was read
    """What was read is nothing that we wrote."""


class Out:
    """Columns on their way into one segment; every text is written once."""

    def __init__(self) -> None:
        self._texts: dict[str | None, int] = {None: _NONE}
        self._bytes = bytearray()

    def text(self, text: str | None) -> int:
        """The number of a text."""
        return self._texts.setdefault(text, len(self._texts) - 1)

    def numbers(self, values: list[int]) -> Spec:
        """A column of whole numbers: one where all are the same, else as narrow as they allow."""
        if len(values) == 0 or values.count(values[0]) == len(values):
            return [len(values), values[0] if values else 0]
        widest = max(*values, -min(values) - 1).bit_length()
        code = next((code for code, bits in _CODES if widest <= bits), None)
        if code is None:
            return [values]
        column = array(code, values)
        if _SWAP:
            column.byteswap()
        at = len(self._bytes)
        self._bytes += column.tobytes()
        return [len(values), code, at]

    def done(self, specs: Spec) -> bytes:
        """The segment."""
        texts = [text for text in self._texts if text is not None]
        head = json.dumps([texts, specs], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return _LENGTH.pack(len(head)) + head + self._bytes


class In:
    """The columns of one segment."""

    def __init__(self, data: bytes) -> None:
        (length,) = _LENGTH.unpack_from(data)
        head = data[_LENGTH.size : _LENGTH.size + length].decode("utf-8", "surrogatepass")
        self.texts, self.specs = json.loads(head)
        self.texts.append(None)  # the text of number -1
        self._bytes = memoryview(data)[_LENGTH.size + length :]

    def numbers(self, spec: Spec) -> list[int]:
        """A column of whole numbers."""
        if len(spec) == 1:
            return list(spec[0])
        if len(spec) == 2:  # noqa: PLR2004 - how often, which
            return [spec[1]] * spec[0]
        count, code, at = spec
        column = array(code)
        column.frombytes(self._bytes[at : at + count * column.itemsize])
        if _SWAP:
            column.byteswap()
        if len(column) != count:
            raise Damaged
        return column.tolist()
