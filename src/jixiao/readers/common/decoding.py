"""Bytes of a text or web page to characters: byte order mark, UTF-8, UTF-16 by its zeros, GB18030."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
          (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_CHINESE = re.compile("[\u4e00-\u9fff，。、；：“”（）]")
_COMMON = re.compile("[的一年在部门预算支出项目资金国中人和是部門預項資國]")
_ODD = re.compile("[\ue000-\uf8ff\u3040-\u30ff\uff66-\uff9f\u0080-\u00ff]")
_LOST = re.compile("\ufffd+")
_SAMPLE = 4096
_TRIAL = 20_000  # bytes by which encodings are compared


def decoded(data: bytes, declared: str = "") -> tuple[str, int]:
    """The text, and at how many places it could not be decoded. ``declared`` is a charset that the file names."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _loose(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return text, len(_LOST.findall(text))
    guesses = dict.fromkeys(
        name for name in (_wide(data), declared, "gb18030", "utf-8", "big5") if name and _known(name)
    )
    best = min(guesses, key=lambda name: _oddness(data[:_TRIAL], name))
    return _loose(data, best)


def _oddness(data: bytes, encoding: str) -> float:
    """How unlike Chinese a decoding looks: lost, private and Japanese characters, against common ones."""
    text = data.decode(encoding, "replace")
    return (10 * text.count("\ufffd") + 3 * len(_ODD.findall(text)) - len(_COMMON.findall(text))) / (len(text) or 1)


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _loose(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    return text, len(_LOST.findall(text))


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: its ASCII (line ends, digits) leaves a zero in every second byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 40:
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return encoding if len(_CHINESE.findall(text)) * 3 > len(text) else ""
