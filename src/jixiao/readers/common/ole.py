"""OLE compound files (复合文档): the container of .doc, .wps, .xls and of encrypted Office files, opened without trust."""

from __future__ import annotations

import logging
import struct
from functools import lru_cache

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEAST = 1536  # bytes: header, one sector of the table, one of the directory
STREAM_BYTES = 100 << 20  # of one stream; our own choice
logging.getLogger("olefile").setLevel(logging.CRITICAL)  # what it has to say of damage, we say ourselves
_BAD = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
)  # what damage provokes in it


class Container:
    """The streams of a container by their names; a damaged one has those that could be found."""

    def __init__(self, data: bytes) -> None:
        import olefile  # noqa: PLC0415 - every start of the program passes here, few files are containers

        self._ole = olefile.OleFileIO(data)
        self.names = frozenset("/".join(path) for path in self._ole.listdir(streams=True, storages=True))

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream as far as they can be had; None where there is none."""
        try:
            if not self._ole.exists(name) or self._ole.get_size(name) > STREAM_BYTES:
                return None
            data: bytes = self._ole.openstream(name).read()
        except _BAD:
            return None
        return data

    def properties(self) -> dict[str, str]:
        """Author and title, as the file carries them."""
        found = {}
        for name, wanted in _PROPERTIES.items():
            held = _properties(self.stream(name) or b"")
            found.update({key: held[number] for number, key in wanted.items() if held.get(number)})
        return found


_PROPERTIES = {
    "\x05SummaryInformation": {2: "title", 4: "author", 8: "editor"},
    "\x05DocumentSummaryInformation": {2: "category"},
}
_SECTION, _CODE_PAGE, _SHORT, _NARROW, _WIDE = (
    44,
    1,
    2,
    30,
    31,
)  # where its offset stands; number of a property; kinds of values
_MOST_PROPERTIES, _LONGEST = 100, 1_000  # of a file, and bytes of one; our own choice


def _properties(data: bytes) -> dict[int, str]:
    """The words of a set of properties. (olefile's own reader believes every count in a file and may not come to an end.)"""
    words: dict[int, bytes] = {}
    code, found = "cp936", {}
    try:
        (base,) = struct.unpack_from("<I", data, _SECTION)
        _, count = struct.unpack_from("<II", data, base)
        for at in range(min(count, _MOST_PROPERTIES)):
            number, offset = struct.unpack_from("<II", data, base + 8 + 8 * at)
            kind, size = struct.unpack_from("<II", data, base + offset)
            start = base + offset + 8
            if kind == _SHORT and number == _CODE_PAGE:
                code = {65001: "utf-8", 1200: "utf-16-le"}.get(size & 0xFFFF, f"cp{size & 0xFFFF}")
            elif kind == _NARROW:
                words[number] = data[start : start + min(size, _LONGEST)]
            elif kind == _WIDE:
                found[number] = _text(data[start : start + min(2 * size, _LONGEST)], "utf-16-le")
    except struct.error:
        pass  # what was found until then counts
    return {**{number: _text(held, code) for number, held in words.items()}, **found}


def _text(data: bytes, code: str) -> str:
    try:
        text = data.decode(code, "replace")
    except LookupError:
        return ""
    return text.partition("\0")[0].strip()


@lru_cache(maxsize=1)  # every format asks about the same file
def opened(data: bytes) -> Container | None:
    """The container in some bytes, None where they are none or too damaged to be one."""
    if not data.startswith(MAGIC) or len(data) < _LEAST:
        return None
    try:
        return Container(data)
    except _BAD:
        return None
