"""Concepts (概念): what a figure may be about, with every wording under which it is met. The data are concepts.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from jixiao.forms.files import load_yaml
from jixiao.model.words import squeezed

_QUOTES = dict.fromkeys(map(ord, "“”\"'‘’「」『』〝〞＂"))
_LEAD = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.．,，](?!\d)|[①-⑳]|[☆*#—–-]+|其中[:：]?|其中|加[:：]|减[:：]|[:：])+"
)
_BRACKET = re.compile(
    r"（(?:[^（）]*元|人|个|辆|次|批|平方米|㎡|%|不含[^（）]*|含[^（）]*|单位[^（）]*|[^（）]*口径|合计|下同|[A-Z0-9=+/*-]+|一个专项一行|可附[^（）]*)）"
)
_TAIL = (
    "决算总额",
    "预算总额",
    "预算总数",
    "决算总数",
    "预算数",
    "决算数",
    "执行数",
    "金额",
    "总额",
    "合计",
    "小计",
    "总计",
    "决算",
    "预算",
    "支出",
    "情况",
    "数额",
    "数",
)


@dataclass(frozen=True, slots=True)
class Concept:
    """概念: ``parts`` make it up completely; ``more`` are further parts that only some units have."""

    id: str
    label: str
    label_en: str
    aliases: tuple[str, ...]
    dimension: str = "money"  # money, percent, people, count, area, points
    parts: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """All parts, those that every unit has and those that only some have."""
        return (*self.parts, *self.more)


@cache
def concepts() -> dict[str, Concept]:
    """Every concept by its id."""
    return {
        name: Concept(
            name, item["label"], item["en"], tuple(map(str, item.get("aliases", ()))), item.get("dimension", "money"),
            tuple(item.get("parts", ())), tuple(item.get("more", ())),
        )
        for name, item in load_yaml("concepts.yaml").items()
    }  # fmt: skip


@cache
def _by_word() -> dict[str, str]:
    return {_key(word): name for name, item in concepts().items() for word in (item.label, *item.aliases)}


def _key(label: str) -> str:
    return squeezed(label).translate(_QUOTES)


@lru_cache(maxsize=4096)
def concept_of(label: str) -> str:
    """The id of the concept that a label names, or "".

    Numbering, 其中, quotes, white space and units in brackets do not matter, nor do endings such as 决算数 or 合计:
    「2、“三公” 经费合计（万元）：」 is three_public.
    """
    words = _by_word()
    key = _key(label).strip("：:；;，。、")
    if key in words:
        return words[key]
    key = _LEAD.sub("", _BRACKET.sub("", key)).strip("：:；;，。、")
    if key in words:
        return words[key]
    for tail in _TAIL:
        if key.endswith(tail) and (shorter := key.removesuffix(tail)) in words:
            return words[shorter]
    return ""
