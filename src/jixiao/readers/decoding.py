"""Bytes of a text or web page to characters: byte order mark, UTF-8, UTF-16 by its zeros, GB18030."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
          (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_CHINESE = re.compile("[\u4e00-\u9fff，。、；：“”（）]")
_SAMPLE = 4096


def decoded(data: bytes, declared: str = "") -> tuple[str, int]:
    """The text, and how many characters of it could not be decoded. ``declared`` is a charset that the file names."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _loose(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError:
        pass
    guesses = [_wide(data), declared, "gb18030", "utf-8", "big5"]
    tried = [(_loose(data, encoding)) for encoding in guesses if encoding and _known(encoding)]
    return min(tried, key=lambda one: (one[1] - one[0].count("\ufffd"), one[1]) if one[1] == 0 else (one[1], one[1]))


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _loose(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    return text, text.count("\ufffd")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: its ASCII (line ends, digits) leaves a zero in every second byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 40:
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return encoding if len(_CHINESE.findall(text)) * 3 > len(text) else ""
