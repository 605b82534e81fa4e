"""Choices (选项): what is chosen from a list, by id and by the words that people know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from jixiao.forms.vocabulary import kind_of, role
from jixiao.model.words import squeezed

FUNDS = {"fiscal": "当年财政拨款", "carried": "上年结转资金", "other": "其他资金"}  # of a project's money block
ITEM_FUNDS = {
    "general": "一般公共预算", "gov_fund": "政府性基金", "state_capital": "国有资本经营预算", "special": "财政专户管理资金", "other": "其他资金",
}  # fmt: skip
LEVELS = {"met": "达成", "partly": "部分达成", "unmet": "未达成"}
STAGES = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}
COLUMNS = {"last": "上年决算数", "budget": "本年预算数", "final": "本年决算数"}
# Paragraphs that a unit may add to what is composed, beside those of the form's sections.
TEXTS = {
    "savings": "厉行节约保障措施", "three_public": "“三公”经费增减的原因", "adjustment": "全年预算与年初预算差异的原因",
    "public_cost": "公用经费增减的原因",
}  # fmt: skip
_MORE_LEVELS = {
    "达成年度指标": "met", "完成": "met", "已达成": "met", "部分达成年度指标并具有一定效果": "partly", "部分完成": "partly",
    "未达成年度指标且效果较差": "unmet", "未完成": "unmet",
}  # fmt: skip


def level(text: str) -> str:
    """The id of a level, or ""."""
    return _of(LEVELS, text) or _MORE_LEVELS.get(squeezed(text), "")


def fund(text: str, known: Mapping[str, str]) -> str:
    """The id of a fund, or ""."""
    found = _of(known, text) or role("funds", squeezed(text))
    return found if found in known else ""


def kind(text: str, group: str, known: Mapping[str, str]) -> str:
    """The id of a class of indicators (group: kinds1, kinds2), or ""."""
    found = _of(known, text) or kind_of(group, squeezed(text))
    return found if found in known else ""


def _of(known: Mapping[str, str], text: str) -> str:
    """By id or by label, however it is spelled."""
    words = squeezed(text)
    return next((name for name, label in known.items() if words in (name, squeezed(label))), "")


def nearest(key: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known names that are most like a key."""
    return get_close_matches(key, list(known), most, 0.5)
