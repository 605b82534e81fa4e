"""Entries (填报值): a field of a report as a filing holds it."""

from __future__ import annotations

from jixiao.filing import amounts, words
from jixiao.filing.amounts import Unclear
from jixiao.model.amount import Amount
from jixiao.model.appraisal import Field

_NOTHING = frozenset({"", "-", "--", "—", "——", "/", "无", "无。"})
_NO_REASON = _NOTHING | {"无偏差", "无偏差。", "没有偏差", "未偏离", "不存在偏差"}


def text_of(field: Field | None) -> str:
    """The words of a field as they stand in the report, in their own spelling."""
    return words.paragraphs(field.place.quote or field.text) if field is not None else ""


def name_of(field: Field | None) -> str:
    """The same on one line."""
    return words.name(text_of(field))


def value_of(field: Field | None) -> str:
    """A target or a result; "" where there is nothing but a dash."""
    return words.value(text_of(field))


def reason_of(field: Field | None) -> str:
    """偏差原因: "" where it says that there is no deviation."""
    text = name_of(field)
    return "" if text in _NO_REASON else text


def money_of(field: Field | None, unit: str = "万元") -> Amount | None:
    """An amount in 万元, as precise as it was printed; None where the field holds none."""
    if field is None or field.amount is None:
        return None
    return as_entered(field.amount, "money", unit)


def as_entered(amount: Amount, dimension: str, unit: str = "") -> Amount | None:
    """A printed amount in the unit in which the form asks for it."""
    try:
        return amounts.take(f"{amount.number:f}{amount.unit or unit}", dimension).amount
    except Unclear:
        return None


def nothing(field: Field | None) -> bool:
    """Whether a field says nothing."""
    return field is None or text_of(field).strip() in _NOTHING
