"""算式不成立。

An explicit calculation in the text (单价×数量＝金额, 39万元+2,696元=39.2696万元, 36/40×100%=90%) is recomputed with its
units. Left alone where the units leave it open what is meant.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import Amount
from jixiao.model.document import Words
from jixiao.model.finding import Finding, Outcome
from jixiao.model.place import Place
from jixiao.model.report import Report
from jixiao.model.units import unit_of
from jixiao.rules.figures._expression import value_of
from jixiao.rules.registry import finding, rule

_TERM = r"(\d[\d，,]*(?:\.\d+)?)\s?((?:[万亿千百]{0,2}[一-鿿㎡%]?)?)(?:/[一-鿿]{1,2})?"
_EQUATION = re.compile(rf"(?<![\d.=+\-×÷/*]){_TERM}\s?([×*÷+])\s?{_TERM}\s?=\s?{_TERM}(?!\s?[×*÷+=\d])")

_BARE = re.compile(
    r"(?<![\d.%一-鿿×*÷/+])((?:\d+(?:\.\d+)?%?|[(（\[【)）\]】+\-×*÷/ ])+[×*÷/+)）\]】][^=]{0,9})=\s?(-?\d+(?:\.\d+)?)(%?)(?![\d.×*÷/=])"
)


@rule(
    "FG314",
    title="算式不成立",
    title_en="An equation that does not hold",
    message="{left}等于{expected}，写成了{found}",
    message_en="{left} is {expected}, stated as {found}",
    cite="arithmetic",
)
def equation_wrong(report: Report) -> Iterator[Outcome]:
    for words in report.document.words:
        if "=" in words.plain:  # the patterns are dear, the sign is rare
            yield from _with_units(words)
            yield from _bare(words)


def _with_units(words: Words) -> Iterator[Outcome]:
    for match in _EQUATION.finditer(words.plain):
        left, right, stated = (_amount(match[n], match[n + 1]) for n in (1, 4, 6))
        value = _value(match[3], left, right, stated)
        if value is not None and not stated.agrees(value):
            yield _wrong(words.place(match.start(6), match.end(7)), stated, value, match.group().split("=")[0])


def _bare(words: Words) -> Iterator[Outcome]:
    for match in _BARE.finditer(words.plain):
        value, stated = value_of(match[1]), _amount(match[2], match[3])
        if value is not None and not stated.agrees(value * (100 if match[3] else 1)):
            yield _wrong(words.place(match.start(2), match.end(3)), stated, value * (100 if match[3] else 1), match[1])


def _wrong(place: Place, stated: Amount, value: Decimal, left: str) -> Finding:
    return finding(place, expected=stated.written(value), found=stated.text, left=left.strip())


def _amount(number: str, unit: str) -> Amount:
    digits = number.replace("，", "").replace(",", "")
    return Amount(Decimal(digits), unit, len(digits.partition(".")[2]), number + unit)


def _value(sign: str, left: Amount, right: Amount, stated: Amount) -> Decimal | None:
    """The result in the base unit of what is stated, or None where the units do not say what it should be."""
    if sign == "+":
        same = left.dimension == right.dimension == stated.dimension
        return left.value + right.value if same else None
    if stated.dimension != left.dimension or right.is_money or right.is_percent or unit_of(right.unit)[1] != 1:
        return None
    if sign == "÷":
        return left.value / right.value if right.value else None
    return left.value * right.value
