"""Number formats of Word's automatic numbering (w:numFmt): 1 → 一, ①, (1), A, IV …"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
          (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_RUNS = {  # format → first character and how many follow it in Unicode
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_MOST = 9999  # beyond it a label is printed in plain digits


def formatted(number: int, kind: str) -> str:
    """A number in a w:numFmt; unknown formats are printed in plain digits."""
    if kind == "none":
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if kind in _RUNS:
        first, count = _RUNS[kind]
        return chr(ord(first) + number - 1) if number <= count else str(number)
    return _FORMATS[kind](number) if kind in _FORMATS else str(number)


def _counting(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Counted in Chinese: 12 → 十二, 105 → 一百零五."""
    text, zero = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + digits[digit] + (units[place - 1] if place else "")
            zero = False
        else:
            zero = True
    return text[1:] if text.startswith("一十") else text


def _digital(number: int) -> str:
    """Digit by digit: 12 → 一二, 20 → 二〇."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letter(number: int) -> str:
    """a … z, aa, bb …, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
                     "koreanCounting"), _counting),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), _digital),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), lambda n: _counting(n, _LEGAL, "拾佰仟")),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda n: str(n).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "numberInDash": lambda n: f"- {n} -",
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
}  # fmt: skip
