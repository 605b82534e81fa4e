"""OLE compound files (复合文档): the container of .doc, .wps, .xls and of encrypted Office files, opened without trust."""

from __future__ import annotations

import logging
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
        try:
            found = self._ole.get_metadata()
            code = f"cp{found.codepage}" if found.codepage and found.codepage != _UTF8 else "utf-8"
            named = {
                "author": found.author,
                "title": found.title,
                "editor": found.last_saved_by,
                "category": found.category,
            }
            return {key: text for key, value in named.items() if (text := _text(value, code))}
        except (*_BAD, LookupError):
            return {}


_UTF8 = 65001


def _text(value: object, code: str) -> str:
    text = value.decode(code, "replace") if isinstance(value, bytes) else str(value or "")
    return text.replace("\0", "").strip()


@lru_cache(maxsize=1)  # every format asks about the same file
def opened(data: bytes) -> Container | None:
    """The container in some bytes, None where they are none or too damaged to be one."""
    if not data.startswith(MAGIC) or len(data) < _LEAST:
        return None
    try:
        return Container(data)
    except _BAD:
        return None
