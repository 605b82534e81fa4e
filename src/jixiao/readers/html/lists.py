"""Numbers of HTML lists, as a browser shows them."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from jixiao.readers.html.nodes import attribute, number, style

_CHINESE = "〇一二三四五六七八九"
_MOST = 99


def label(item: LexborNode, counts: dict[int, int]) -> str:
    """What stands before a list item: 「1. 」, 「一、」, 「a. 」; "" in a list without numbers.

    ``counts`` holds how far each list (by ``mem_id``) has counted; items must be asked in order.
    """
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return ""
    count = counts.get(parent.mem_id)
    following = count + 1 if count is not None else number(attribute(parent, "start"), 1)
    counts[parent.mem_id] = count = number(attribute(item, "value"), following)
    kind = style(parent).get("list-style-type", style(parent).get("list-style", "")) or attribute(parent, "type")
    return _written(count, kind)


def _written(count: int, kind: str) -> str:
    if kind == "none":
        return ""
    if any(word in kind for word in ("chinese", "cjk", "ideographic")) and 0 < count <= _MOST:
        return _chinese(count) + "、"
    if kind in ("a", "lower-alpha", "lower-latin", "A", "upper-alpha", "upper-latin") and 0 < count <= 26:  # noqa: PLR2004
        return chr((97 if kind[0] in "al" else 65) + count - 1) + ". "
    return f"{count}. "


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    text = ("" if tens == 1 else _CHINESE[tens]) + "十" if tens else ""
    return text + (_CHINESE[ones] if ones or not tens else "")
