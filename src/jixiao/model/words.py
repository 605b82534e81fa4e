"""Spelling of the same character: full-width digits, letters and signs become one form, length unchanged."""

from __future__ import annotations

import re

_ASCII = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}
_CHINESE = {ord(a): b for a, b in zip("(),:;?!", "（），：；？！", strict=True)}
_SIGNS = {ord(a): b for a, b in zip("≧≦％﹪．－–﹣〈〉\u00a0\u3000\u2002\u2003\t", "≥≤%%.---<>     ", strict=True)}
# Full-width （ ） ： ； ， ？ ！ are the Chinese spelling, so the half-width ones are turned into them.
_KEEP = {ord(char): char for char in "（），：；？！"}
_TABLE = {**_ASCII, **_CHINESE, **_SIGNS, **_KEEP}
# Most texts have nothing to change, and looking for it is twice as fast as translating.
_CHANGES = re.compile(
    "[" + "".join(re.escape(chr(code)) for code, char in _TABLE.items() if chr(code) != char) + "]"
).search


def plain(text: str) -> str:
    """The text in one spelling, character for character (offsets stay valid).

    Digits, letters, ``% . - + < > =`` become half-width; brackets, colon, semicolon and comma become
    full-width, so that one pattern serves both spellings; ideographic and no-break spaces become a blank.
    """
    return text.translate(_TABLE) if _CHANGES(text) else text


def squeezed(text: str) -> str:
    """The plain text without any white space, for comparing labels that were broken over lines."""
    return "".join(plain(text).split())
