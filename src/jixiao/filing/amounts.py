"""Amounts as people write them (填报数的写法): 1,107.50, １１０７．５, 1107.5万元, —, and what is asked back because it is not sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model.amount import Amount
from jixiao.model.quantities import quantities, single
from jixiao.model.units import unit_of
from jixiao.model.words import plain

UNITS = {"money": "万元", "people": "人", "area": "㎡", "percent": "%", "points": "分", "count": ""}
_BASE = {"money": "元", "people": "人", "area": "㎡", "percent": "%", "points": "分"}
BLANK = frozenset(
    [
        "-",
        "--",
        "—",
        "——",
        "———",
        "─",
        "──",
        "–",
        "/",
        "\\",
        "无",
        "无数据",
        "不适用",
        "暂无",
        "空",
        "N/A",
        "n/a",
        "NA",
        "…",
        "……",
        "*",
    ]
)
_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]"
)
_EXPONENT = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}")
_LEADING_ZERO = re.compile(r"-?0[\d，,]")
_DATE = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{0,2}日?)?")
_MONEY_PREFIX = ("万", "亿", "千万", "百万")
_LEAST_YUAN = Decimal(10_000)  # less than this in 元 where 万元 is asked for: the unit may be a slip
_DIGITS = 20  # before the point: no sum of ours has so many, and arithmetic is exact only up to 28
_FINEST = 6  # decimals of 万元: 0.01元
_MOST = Decimal(10) ** 9  # ten trillion 元 in 万元: more is a number of another kind (a telephone, an account)
_LARGEST_POWER = 30
_LOOSE = re.compile(r"约|近|超过|逾|不足|多|余|左右|上下|大概")
_BETWEEN = re.compile(r"[+、；;~～/\n\s和及至到—-]")


class Unclear(Exception):  # noqa: N818 - it is an answer, not an error
    """What was written cannot be taken for sure; ``rule`` is an id of mistakes.yaml, ``words`` fill in its sentence."""

    def __init__(self, rule: str, **words: str) -> None:
        super().__init__(rule)
        self.rule, self.words = rule, words


@dataclass(frozen=True, slots=True)
class Taken:
    """What an entry was taken for; ``told`` says that it differs from what was written, so that it is shown."""

    amount: Amount | None
    told: bool = False

    @property
    def words(self) -> str:
        """As it is shown."""
        return self.amount.text if self.amount else "（空，没有填）"


def seen(text: str) -> str:
    """The text without characters that nobody sees (zero-width, control), line ends as one character."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def entered(number: Decimal, unit: str) -> Amount:
    """An amount as a Filing holds it: its text is the number and the unit."""
    decimals = max(0, -int(number.as_tuple().exponent))
    return Amount(number, unit, decimals, f"{number:f}{unit}")


def take(text: str, dimension: str) -> Taken:
    """The amount that was written where one of ``dimension`` (money, people, count, area …) is asked for."""
    words = _spelled(text)
    if not words:
        return Taken(None)
    if words in BLANK:
        return Taken(None, told=True)
    amount = _in_form_unit(_read(words, dimension), dimension, text)
    if abs(amount.number) >= _MOST:
        raise Unclear("amount_huge", unit=UNITS[dimension])
    if amount.number < 0 and dimension != "money":
        raise Unclear("negative")
    return Taken(amount, told=text.strip() not in (amount.text, f"{amount.number:f}"))


def take_points(text: str) -> tuple[Decimal | None, bool]:
    """分值, 得分: 5, 5分, ５; a weight written as 5% is 5 points of 100."""
    words = _spelled(text).removesuffix("分")
    if not words or words in BLANK:
        return None, bool(words)
    found = single(words.removesuffix("%").removesuffix("分").strip())
    if found is None or found.unit or _doubtful(words):
        raise Unclear("points_unclear")
    if not 0 <= found.number <= 100:  # noqa: PLR2004 - points of a hundred
        raise Unclear("points_range")
    return found.number, text.strip() != f"{found.number:f}"


def _spelled(text: str) -> str:
    words = plain(seen(text)).replace("−", "-").strip().lstrip("'‘’").strip()
    if _EXPONENT.fullmatch(words):
        number = Decimal(words)
        return f"{number:f}" if abs(number.adjusted()) < _LARGEST_POWER else words
    words = words.removeprefix("+").lstrip()
    if words.startswith((".", "-.")):
        words = words.replace(".", "0.", 1)
    return {"零": "0", "〇": "0"}.get(words, words)


def _read(words: str, dimension: str) -> Amount:
    if _DATE.fullmatch(words) and not words.replace(".", "", 1).isdigit():
        raise Unclear("amount_is_date")
    if _doubtful(words):
        raise Unclear("amount_unclear", unit=UNITS[dimension])
    if _LOOSE.search(words) and any(map(str.isdigit, words)):
        raise Unclear("amount_loose")
    found = single(words, UNITS[dimension])
    if found is None:
        found = _whole(words, dimension)
    if ("¥" in words or "￥" in words) and not words.rstrip().endswith("元"):
        raise Unclear("amount_yuan_sign")
    return found


def _doubtful(words: str) -> bool:
    """Two dots, a number that begins with zeros (0,500 too): nobody can say what was meant."""
    return words.count(".") > 1 or bool(_LEADING_ZERO.match(words.lstrip("¥￥ ")))


def _whole(words: str, dimension: str) -> Amount:
    """「1107万5000元」, or the reason why the words are no amount."""
    found = quantities(words)
    if len(found) == 1:
        one = found[0]
        if one.sign:
            raise Unclear("amount_sign")
        if (one.start, one.end) == (0, len(words)) and one.amount.unit:
            return one.amount
    elif found and _BETWEEN.search(words.strip()):
        raise Unclear("amount_several")
    raise Unclear("amount_unclear", unit=UNITS[dimension])


def _in_form_unit(amount: Amount, dimension: str, text: str) -> Amount:
    """The amount in the unit in which the form asks for it."""
    unit, base = UNITS[dimension], _BASE.get(dimension)
    if amount.number.adjusted() > _DIGITS:
        raise Unclear("amount_huge", unit=unit)
    printed = amount.unit + "元" if dimension == "money" and amount.unit in _MONEY_PREFIX else amount.unit
    measured, factor = unit_of(printed)
    if dimension == "count":
        if measured in ("元", "%", "‰", "倍"):
            raise Unclear("amount_unit", unit="个数", found=printed)
        return entered(_fine(amount.number * factor), measured)
    if measured != base:
        raise Unclear("amount_unit", unit=unit, found=printed)
    if printed == unit:
        return entered(_fine(amount.number), unit)
    value = amount.number * factor
    if dimension == "money":
        if factor == 1 and 0 < abs(value) < _LEAST_YUAN:
            raise Unclear(
                "amount_yuan", written=text.strip(), number=f"{amount.number:f}", taken=f"{_short(value / 10_000):f}"
            )
        return entered(_fine(_short(value / 10_000)), unit)
    return entered(_fine(_short(value / unit_of(unit)[1])), unit)


def _short(number: Decimal) -> Decimal:
    """Without zeros at the end: they come of the conversion, nobody wrote them."""
    number = number.normalize()
    return number.quantize(Decimal(1)) if number.as_tuple().exponent > 0 else number  # type: ignore[operator]


def _fine(number: Decimal) -> Decimal:
    """No finer than 0.01元: further decimals come of a formula."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_FINEST:
        return _short(number.quantize(Decimal(1).scaleb(-_FINEST), ROUND_HALF_UP))
    return number or abs(number)  # no -0
