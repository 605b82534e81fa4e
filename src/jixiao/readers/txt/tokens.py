"""The words of one long line, divided by blanks: labels that blanks tore apart are one word again, a figure keeps its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jixiao.forms.vocabulary import bare, roles, totals
from jixiao.readers.txt import labels
from jixiao.readers.txt.grid import Draft
from jixiao.readers.txt.lines import Line

_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[≥≤<>=＞＜≧≦]{0,2}\d[\d,，]*(?:\.\d+)?(?:[%％]|[^\d\s，。；：:、（）()]{0,6})(?:以上|以内)?")
_RANGE = re.compile(r"\d[\d.]*[%％]?[-—~～]\d[\d.]*[%％]?\D{0,3}")
_BARE_FIGURE = re.compile(r"[≥≤<>=＞＜]{0,2}\d[\d,]*(?:\.\d+)?")
_UNIT = re.compile(
    "[个人次家户件台套份期亩座处条张本项天日场批吨米名所只头辆间栋盏村篇册卷分元%％]|万[亩元人]|亿元|人次|万人次|批次|户次|平方米|公里|千米|小时|个月|百分比|元/人|㎡|km|m"
)
_TORN = 8  # pieces into which blanks can tear a label
_LONGEST = 16
_MOST = 100


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the line: its span, its squeezed text, and its kind.

    ``kind``: l a label, n a number that can be points, v another figure, s a sign alone, t words.
    """

    start: int
    end: int
    text: str
    kind: str


def tokens(text: str, *, signs: bool) -> list[Token]:
    """The words of a line; with ``signs`` the sign and the unit of a figure have columns of their own and stay apart."""
    words = [(m.start(), m.end(), labels.squeezed(m[0])) for m in _WORD.finditer(text)]
    found: list[Token] = []
    at = 0
    while at < len(words):
        count, kind = _label(words, at)
        start, end = words[at][0], words[at + count - 1][1]
        token = Token(start, end, "".join(word for _, _, word in words[at : at + count]), kind)
        last = found[-1] if found else None
        if not signs and last is not None and _belongs(last, token):
            found[-1] = Token(last.start, token.end, last.text + token.text, "v")
        else:
            found.append(token)
        at += count
    return found


def draft(line: Line, items: list[Token]) -> Draft:
    """Some words next to each other as one cell."""
    return Draft([line.text[items[0].start : items[-1].end] if items else ""], [line.number])


def _label(words: list[tuple[int, int, str]], at: int) -> tuple[int, str]:
    """How many pieces make a label, and the kind of the word where they make none."""
    text = ""
    best = 0
    for count in range(1, _TORN + 1):
        if at + count > len(words) or len(text := text + words[at + count - 1][2]) > _LONGEST:
            break
        if count == 1:
            best = int(_is_label(text))
        elif _pieces(words[at : at + count]) and (
            roles(text) or (_is_label(text) and not labels.level(words[at + count - 1][2]))
        ):
            best = count
    return (best, "l") if best else (1, _kind(words[at][2]))


def _is_label(text: str) -> bool:
    return bool(roles(text) or labels.level(text) or bare(text) in totals())


def _pieces(words: list[tuple[int, int, str]]) -> bool:
    """Whether words are pieces of one: the first is no label by itself (年度 指标值 is one, 预期目标 完成情况 are two)."""
    return not (roles(words[0][2]) or labels.level(words[0][2]) or any(_kind(word) != "t" for _, _, word in words))


def _kind(text: str) -> str:
    if text in labels.SIGNS:
        return "s"
    if labels.NUMBER.fullmatch(text):
        return "n" if abs(float(re.sub("[,，]", "", text))) <= _MOST else "v"
    return "v" if _FIGURE.fullmatch(text) or _RANGE.fullmatch(text) else "t"


def _belongs(last: Token, token: Token) -> bool:
    """Whether a word goes on with the figure before: a unit after its number, a number after its sign."""
    if last.kind == "s":
        return token.kind in "nv"
    return last.kind in "nv" and bool(_UNIT.fullmatch(token.text) and _BARE_FIGURE.fullmatch(last.text))
