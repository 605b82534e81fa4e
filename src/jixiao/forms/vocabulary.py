"""Vocabulary (词表): what the head cells and row labels of tables mean. The data are vocabulary.yaml."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType

from jixiao.forms.files import load_yaml
from jixiao.model.words import squeezed


@cache
def words(group: str) -> MappingProxyType[str, str]:
    """Of a group (columns, money, funds, keys, goals): every wording, squeezed, to its role."""
    lists: dict[str, list[str]] = load_yaml("vocabulary.yaml")[group]
    return MappingProxyType({squeezed(word): role for role, items in lists.items() for word in items})


@cache
def totals() -> frozenset[str]:
    """The labels of a total row: 总分, 合计 …"""
    return frozenset(load_yaml("vocabulary.yaml")["totals"])


def role(group: str, squeezed_text: str) -> str:
    """What a squeezed label means in a group, or "": 年初预算数（A） → initial."""
    table = words(group)
    found = table.get(squeezed_text)
    if found is None and squeezed_text and len(squeezed_text) <= _LONGEST:
        found = table.get(bare(squeezed_text))
    return found or ""


_LONGEST = 40


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """A squeezed label without the bracket, colon or 其中 around it: 「其中：财政拨款（万元）：」 → 财政拨款."""
    text = label.rstrip("：:；;")
    if text.endswith("）") and "（" in text:
        text = text[: text.rindex("（")]
    for lead in ("其中：", "其中", "：", "★", "*"):
        text = text.removeprefix(lead)
    while text[:2] in _NUMBERED or (text[:1] in "①②③④⑤⑥⑦⑧⑨" and text):
        text = text[2:] if text[:2] in _NUMBERED else text[1:]
    return text.strip("：:-—")


_NUMBERED = {f"{n}{mark}" for n in "123456789一二三四五六七八九" for mark in "、.．"}


@lru_cache(maxsize=1024)
def kind_of(group: str, squeezed_text: str) -> str:
    """The kind of a level (kinds1 or kinds2) by a word in its name, or "": 产出指标（50分） → output."""
    if not squeezed_text or len(squeezed_text) > _LONGEST:
        return ""
    for kind, marks in load_yaml("vocabulary.yaml")[group]:
        if any(mark in squeezed_text for mark in marks):
            return str(kind)
    return ""
