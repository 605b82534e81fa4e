"""The pieces of an RTF file (记号): braces, control words with their number, bytes of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z'])|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+|\\"
)


class Token(NamedTuple):
    """``word`` is a control word, a brace or a sign; "" for bytes, which are then in ``data``."""

    word: str
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The pieces one after the other; what pictures hold as bare bytes is passed over."""
    at, end = 0, len(data)
    while at < end:
        found = _TOKEN.match(data, at)
        if found is None:
            return
        at = found.end()
        word, number, code, sign, brace, text = found.groups()
        if word is not None:
            if word == b"bin":
                at += max(0, int(number or 0))
            yield Token(word.decode(), int(number) if number is not None else None)
        elif text is not None:
            yield Token("", data=text)
        elif code is not None:
            yield Token("", data=bytes((int(code, 16),)))
        elif brace or sign:
            yield Token((brace or sign).decode("latin-1"))
