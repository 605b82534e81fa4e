"""Figures among what was read (数字): signs that only look like digits are made digits, and every such guess is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.readers.scan.decoding import Letter

_LOOKS = {
    "O": "0", "o": "0", "Ｏ": "0", "D": "0", "l": "1", "I": "1", "|": "1", "！": "1", "!": "1", "Z": "2", "z": "2",
    "S": "5", "s": "5", "B": "8",
}  # fmt: skip
_WIDE = {"(": "（", ")": "）", ":": "：", ";": "；", ",": "，"}
_POINTS = "。．·・"
_GROUP = 4  # from a comma to the next, or to the point
_GUESS = 0.5  # how sure a sign is that was taken for another
_MARK = re.compile(r"[\d.,，。．·・OoＯDlI|！!ZzSsB]+")
NUMBER = re.compile(r"\d(?:[\d.,，]*\d)?(?:[%％‰]|万元|亿元|元)?")


def mended(letters: Sequence[Letter]) -> list[Letter]:
    """The characters with every sign inside a figure that looks like a digit made one."""
    made = [Letter(_narrow(one.char), one.confidence, one.middle) for one in letters]
    text = "".join(one.char for one in made)
    for match in _MARK.finditer(text):
        start, end = match.span()
        if sum(char.isdecimal() for char in match[0]) * 2 > len(match[0].strip(_POINTS + ",，.")) and not _is_word(
            text, start, end
        ):
            for at in range(start, end):
                _mend(made, at, start, end)
            _part(made[start:end])
    _widen(made)
    return made


def _part(figure: Sequence[Letter]) -> None:
    """A point before three digits and another point was a comma; dates and numbers of chapters have shorter parts."""
    points = [at for at, one in enumerate(figure) if one.char == "."]
    for at, after in pairwise(points):
        if after - at == _GROUP:
            figure[at].char, figure[at].confidence = ",", min(figure[at].confidence, _GUESS)


def _widen(made: Sequence[Letter]) -> None:
    """Brackets and colons beside Chinese characters are wide: the model does not tell the two kinds apart."""
    for at, one in enumerate(made):
        beside = [made[place].char for place in (at - 1, at + 1) if 0 <= place < len(made)]
        if one.char in _WIDE and any("\u3000" < char < "\ufe00" for char in beside):
            one.char = _WIDE[one.char]
        elif one.char == "一" and len(beside) > 1 and all(char.isdecimal() for char in beside):
            one.char = "—"
    opened: list[Letter] = []
    for one in made:
        if one.char in "(（":
            opened.append(one)
        elif one.char in ")）" and opened:
            before = opened.pop()
            if before.char == "（" or one.char == "）":
                before.char, one.char = "（", "）"


def _narrow(char: str) -> str:
    """Digits and their signs as they are typed."""
    return chr(ord(char) - 0xFEE0) if "０" <= char <= "９" or char in "．％" else char


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether Latin letters stand beside it: a name such as A4 or PM2.5."""
    return any(text[at : at + 1].isascii() and text[at : at + 1].isalpha() for at in (start - 1, end) if at >= 0)


def _mend(made: list[Letter], at: int, start: int, end: int) -> None:
    one = made[at]
    inside = start < at < end - 1 and made[at - 1].char.isdecimal() and made[at + 1].char.isdecimal()
    if one.char in _LOOKS:
        one.char, one.confidence = _LOOKS[one.char], min(one.confidence, _GUESS)
    elif one.char in _POINTS and inside:
        one.char, one.confidence = ".", min(one.confidence, _GUESS)
    elif one.char == "，" and inside and _is_group(made, at, end):
        one.char = ","


def _is_group(made: Sequence[Letter], at: int, end: int) -> bool:
    """Whether three digits follow, and no fourth."""
    after = [one.char.isdecimal() for one in made[at + 1 : min(end, at + 5)]]
    return after[:3] == [True] * 3 and after[3:] != [True]


def tokens(text: str) -> Iterator[tuple[int, int, bool]]:
    """What is doubtful or sure as a whole: each figure with its unit, every other character alone; where, and whether a figure."""
    last = 0
    for match in NUMBER.finditer(text):
        yield from ((at, at + 1, False) for at in range(last, match.start()))
        yield (*match.span(), True)
        last = match.end()
    yield from ((at, at + 1, False) for at in range(last, len(text)))
