"""Quantities (数量): every number with its unit in a running text, and the one number of a cell.

Years, dates, document numbers, list numbers, telephone and other long numbers are not quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.amount import Amount
from jixiao.model.units import unit_of
from jixiao.model.words import plain as one_spelling

_PREFIX = "万亿|千万|百万|十万|亿|万|千|百"
_COUNTS = (
    "平方米|平方公里|立方米|个百分点|百分点|人民币元|公里|公顷|公斤|千克|千瓦时|千瓦|千米|小时|分钟|人次|人员|人天|批次|班次|班级|车次|台次|件次|场次|台套|"
    "册次|学时|课时|床位|户次|项次|条次|工日|亩次|平米|㎡|m²|m2|个|人|名|位|件|项|次|户|家|辆|台|套|处|场|期|批|份|篇|条|宗|起|"
    "亩|吨|天|所|座|栋|间|只|头|株|棵|块|本|册|例|笔|页|张|分|级|类|门|支|艘|架|盏|枚|箱|桶|节|种|组|队|对|幅|片|段|米|升|度|mm|cm|km|kg"
)
# What looks like a number and is none. Tried first, so that its digits are used up.
_SKIPPED = (
    r"(?:19|20)\d{2}\s*(?:[-—~至到、和及]{1,2}\s*(?:19|20)\d{2}\s*)*(?:年(?:度)?|学年)(?:\s*\d{1,2}\s*月(?:份)?(?:\s*\d{1,2}\s*日)?)?"
    r"|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
    r"|\d{1,2}\s*月(?:份|底|初|末|中旬|上旬|下旬)?(?:\s*\d{1,2}\s*日)?"
    r"|[〔\[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*(?:第?\s*\d+\s*号)?"
    r"|第\s*\d+|\d+\s*号(?!\d)|\d{1,2}：\d{2}(?!\d)"
    r"|\d{3,4}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|\d{12,}[\dXx]?"
    r"|[“\"']12345[”\"']?|12345(?=热线|平台|政务|市民|便民|工单|投诉)|(?<=[A-Za-z_])\d+|\d+(?=[A-Za-z]{2,})"
    r"|(?:^|(?<=[\n\f。；]))\s*(?:\d{1,2}[、）]|\d{1,2}\.(?!\d)|（\d{1,2}）)"
)
_NUMBER = r"\d{1,3}(?:[，,][^\S\n]?\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+\.\d+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.[^\S\n]?\d+)?"
_UNIT = rf"(?:{_PREFIX})?元(?:整)?|[%‰]|(?:{_PREFIX})?(?:{_COUNTS})|倍|(?:{_PREFIX})(?![分千百])"
_QUANTITY = re.compile(
    rf"(?P<skip>{_SKIPPED})"
    rf"|(?:(?P<loose>(?<![节契条违合预签履公])约|(?<![接邻附最新])近|超过|逾|不足)\s?)?(?:(?P<sign>[≥≤<>]=?|=)\s?)?"
    rf"(?P<minus>(?<![\d万元%）A-Za-z])-\s?)?(?P<number>{_NUMBER})"
    rf"(?P<more>多|余)?\s?(?P<unit>{_UNIT})?(?P<after>多|余)?",
    re.MULTILINE,
)
_SINGLE = re.compile(
    rf"\s*(?P<minus>-)?\s*[¥￥]?\s*(?P<number>{_NUMBER})\s*(?P<unit>(?:{_PREFIX})?元(?:整)?|[%‰]|[^\d\s.，,%≥≤<>=/+]{{0,6}})\s*"
)
SIGNS = {"≥": ">=", "≤": "<=", ">=": ">=", "<=": "<=", ">": ">", "<": "<", "=": "="}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number in a text: ``start`` to ``end`` covers sign, number and unit.

    ``sign`` is ``>= <= > < =`` or "". ``loose`` means 约, 近, 多, 余: not to be held to the last digit.
    """

    start: int
    end: int
    amount: Amount
    sign: str = ""
    loose: bool = False


def quantities(plain: str) -> list[Quantity]:
    """All quantities of a plain text, left to right; 「39万2696元」 is one."""
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(plain):
        if match["skip"] is not None:
            continue
        number = match["number"]
        start = (
            match.start("sign") if match["sign"] else match.start("minus") if match["minus"] else match.start("number")
        )
        unit = (match["unit"] or "").removesuffix("整")
        end = match.end("unit") if unit else match.end("number")
        loose = bool(match["loose"] or match["more"] or match["after"])
        amount = _amount(number, unit, plain[start:end].replace("，", ","), negative=bool(match["minus"]))
        found.append(Quantity(start, end, amount, SIGNS.get(match["sign"] or "", ""), loose))
    return _joined(found, plain)


def single(text: str, unit: str = "") -> Amount | None:
    """The amount of a cell that holds one number and nothing else: 「1,107.50」, 「１１０７．５万元」, 「100％」; else None.

    ``unit`` is what the column or the caption says, used where the cell prints none.
    """
    match = _SINGLE.fullmatch(one_spelling(text))
    if match is None:
        return None
    printed = match["unit"].removesuffix("整")
    if printed in ("年", "月", "日", "、", "）", "号", "年度"):
        return None
    if printed in ("万", "亿") and unit.endswith("元"):
        printed += "元"
    return _amount(match["number"], printed or unit, text.strip(), negative=bool(match["minus"]))


def _amount(number: str, unit: str, text: str, *, negative: bool) -> Amount:
    digits = "".join(number.replace("，", "").replace(",", "").split())
    if digits.count(".") > 1:  # a full stop typed for the thousands comma: 1.537.400 or 1.537.4
        head, _, tail = digits.rpartition(".")
        digits = head.replace(".", "") + (tail if len(tail) == len("000") else "." + tail)
    decimals = len(digits.partition(".")[2])
    value = Decimal(digits)
    return Amount(-value if negative else value, unit, decimals, text)


def _joined(found: list[Quantity], plain: str) -> list[Quantity]:
    """「39万2696元」 and 「1亿2000万元」 are one amount of money, not two."""
    result: list[Quantity] = []
    for item in found:
        last = result[-1] if result else None
        if (
            last
            and last.end == item.start
            and last.amount.unit in ("万", "亿", "万元", "亿元")
            and item.amount.is_money
            and not item.sign
        ):
            big, small = unit_of(last.amount.unit)[1], item.amount.step or Decimal(1)
            if item.amount.value < big:
                value = last.amount.number * big + item.amount.value
                decimals = max(0, -(small / big).normalize().as_tuple().exponent)  # type: ignore[operator]
                unit = last.amount.unit.removesuffix("元") + "元"
                text = plain[last.start : item.end]
                result[-1] = Quantity(
                    last.start, item.end, Amount(value / big, unit, decimals, text), last.sign, last.loose or item.loose
                )
                continue
        result.append(item)
    return result
