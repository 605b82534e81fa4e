"""Vocabulary (词表): what the head cells and row labels of tables mean. The data are vocabulary.yaml."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType

from jixiao.forms.files import load_yaml
from jixiao.model.words import squeezed

_GROUPS = ("columns", "money", "funds", "keys", "goals")
_LONGEST = 40
_NUMBERED = frozenset(f"{n}{mark}" for n in "123456789一二三四五六七八九" for mark in "、.．")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"
_NONE: MappingProxyType[str, str] = MappingProxyType({})


@cache
def _words() -> dict[str, dict[str, str]]:
    """Every wording, squeezed, to its role in each group that knows it."""
    found: dict[str, dict[str, str]] = {}
    for group in _GROUPS:
        for role_name, items in load_yaml("vocabulary.yaml")[group].items():
            for word in items:
                found.setdefault(squeezed(word), {}).setdefault(group, role_name)
    return found


@cache
def totals() -> frozenset[str]:
    """The labels of a total row: 总分, 合计 …"""
    return frozenset(load_yaml("vocabulary.yaml")["totals"])


@lru_cache(maxsize=8192)
def roles(squeezed_text: str) -> MappingProxyType[str, str]:
    """What a squeezed label means, by group (columns, money, funds, keys, goals): 得分 → {columns: score, money: score}.

    A bracket at the end, a colon and 其中 do not matter: 年初预算数（A） is initial.
    """
    if len(squeezed_text) > _LONGEST:
        return _NONE
    found = _words().get(squeezed_text) or _words().get(bare(squeezed_text))
    return MappingProxyType(found) if found else _NONE


def role(group: str, squeezed_text: str) -> str:
    """What a squeezed label means in one group, or ""."""
    return roles(squeezed_text).get(group, "") if squeezed_text else ""


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A squeezed label without the bracket, number, colon or 其中 around it: 「其中：财政拨款（万元）：」 → 财政拨款."""
    text = label.rstrip("：；")
    if text.endswith("）") and "（" in text:
        text = text[: text.rindex("（")]
    for lead in ("其中：", "其中", "：", "★", "*"):
        text = text.removeprefix(lead)
    while text and (text[:2] in _NUMBERED or text[0] in _CIRCLED):
        text = text[2:] if text[:2] in _NUMBERED else text[1:]
    return text.strip("：-—")


@lru_cache(maxsize=1024)
def kind_of(group: str, squeezed_text: str) -> str:
    """The kind of a level (kinds1 or kinds2) by a word in its name, or "": 产出指标（50分） → output."""
    if not squeezed_text or len(squeezed_text) > _LONGEST:
        return ""
    for kind, marks in load_yaml("vocabulary.yaml")[group]:
        if any(mark in squeezed_text for mark in marks):
            return str(kind)
    return ""
