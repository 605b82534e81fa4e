"""Printed list numbers (序号): style and value of 一、 （二） 3. （4） ⑤ at the head of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHARS = "零一二三四五六七八九"
_DIGITS = {char: value for value, char in enumerate(_CHARS)}
# Styles in the order in which official documents nest them.
STYLES = ("part", "han", "han_bracket", "arabic", "arabic_bracket", "circle")
_HEAD = re.compile(
    r"\s*(?:第(?P<part>[一二三四五六七八九十]{1,3})部分|(?P<han>[一二三四五六七八九十]{1,3})[、.]|（(?P<han_bracket>[一二三四五六七八九十]{1,3})）|"
    r"(?P<arabic>\d{1,2})(?:、|\.(?!\d)|．)|（(?P<arabic_bracket>\d{1,2})）|(?P<circle>[①-⑳]))\s*(?P<rest>.?)"
)
_INLINE = re.compile(
    r"(?:^|(?<=[。；，：\s]))(?:(?P<arabic>\d{1,2})(?:、|\.(?!\d))|（(?P<arabic_bracket>\d{1,2})）"
    r"|（(?P<han_bracket>[一二三四五六七八九十]{1,2})）|(?P<circle>[①-⑳]))"
)

_FIRST = frozenset("第（0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


@dataclass(frozen=True, slots=True)
class Number:
    """One list number: its style, value, the words, and where they stand in the text."""

    style: str
    value: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        """0 for 第一部分 down to 5 for ①."""
        return STYLES.index(self.style)


def number_at(plain: str) -> Number | None:
    """The list number at the head of a line, or None."""
    if plain.lstrip()[:1] not in _FIRST:  # most lines and cells do not begin as a number does
        return None
    match = _HEAD.match(plain)
    if match is None or not match["rest"]:
        return None
    return _number(match)


def inline_numbers(plain: str) -> list[Number]:
    """Every list number within a running text, such as 1、…；2、…。"""
    return [_number(match) for match in _INLINE.finditer(plain)]


def written(style: str, value: int, like: str) -> str:
    """A number in a style, with the signs of the words ``like`` where they are of the same style."""
    if style == "circle":
        return chr(ord("①") + value - 1)
    digits = str(value) if style.startswith("arabic") else han(value)
    if style == "part":
        return f"第{digits}部分"
    if style.endswith("bracket"):
        return f"（{digits}）"
    return digits + (like[-1:] if like[-1:] in "、.．" else "、")


def han(value: int) -> str:
    """A number up to 99 in Chinese: 12 → 十二."""
    tens, ones = divmod(min(value, 99), 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_CHARS[tens]}十"
    return head + (_CHARS[ones] if ones else "")


def _number(match: re.Match[str]) -> Number:
    style = next(style for style in STYLES if match.groupdict().get(style))
    return Number(style, _value(match[style]), match.start(style), match.end(style))


def _value(words: str) -> int:
    if words.isascii():
        return int(words)
    if "①" <= words <= "⑳":
        return ord(words) - ord("①") + 1
    if "十" not in words:
        return _DIGITS.get(words[-1], 0)
    tens, _, ones = words.partition("十")
    return (_DIGITS.get(tens[-1], 0) if tens else 1) * 10 + (_DIGITS.get(ones[-1], 0) if ones else 0)
