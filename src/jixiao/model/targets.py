"""Targets (指标值): the sign and the bounds that a target field states."""

from __future__ import annotations

import re

from jixiao.model.amount import Amount
from jixiao.model.appraisal import Target
from jixiao.model.quantities import SIGNS, single

_WORDS = {
    ">=": (
        "不低于",
        "不少于",
        "不小于",
        "大于等于",
        "大于或等于",
        "至少",
        "达到",
        "达",
        "不得低于",
        "高于等于",
        "高于或等于",
        "≥",
        ">=",
    ),
    "<=": (
        "不超过",
        "不高于",
        "不大于",
        "小于等于",
        "小于或等于",
        "控制在",
        "不多于",
        "不得超过",
        "最多",
        "低于等于",
        "低于或等于",
        "≤",
        "<=",
    ),
    ">": ("超过", "大于", "高于", "多于", "＞", ">"),
    "<": ("低于", "小于", "少于", "＜", "<"),
    "=": ("等于", "＝", "="),
}
_SIGN_OF = {word: sign for sign, words in _WORDS.items() for word in words}
_LEAD = re.compile("|".join(sorted(map(re.escape, _SIGN_OF), key=len, reverse=True)))
_TAILS = {
    "及以上": ">=",
    "或以上": ">=",
    "以上": ">=",
    "(含)以上": ">=",
    "（含）以上": ">=",
    "以内": "<=",
    "之内": "<=",
    "及以下": "<=",
    "以下": "<=",
}
_TAIL = re.compile("(?:" + "|".join(sorted(map(re.escape, _TAILS), key=len, reverse=True)) + ")$")
_RANGE = re.compile(r"(.*?\d[^\d.\-—~～至]*)(?:[-—~～]{1,2}|至|到)(\d.*)")
_BOTH = re.compile(r"[≥>]=?([\d.,%\w]+?)[,，、且]*[≤<]=?([\d.,%\w]+)")
LOST_SIGN = re.compile(r"2(?:[5-9]\d(?:\.\d+)?|100)%")  # 290% where ≥90% was read with the sign as a 2


def target(text: str, sign: str = "", unit: str = "") -> Target:
    """What a target says: 「≥30万件」 → >= 30万件; 「80%-90%」 → a range; 「定性」, 「提升」 → text.

    ``sign`` and ``unit`` come from columns of their own where the form has them.
    """
    words = "".join(text.split())
    if not words:
        return Target("text", None, None, "")
    both = _BOTH.fullmatch(words)
    found = (both and _range(both[1], both[2], unit, words)) or _number(words, sign, unit)
    return found or Target("text", None, None, text.strip())


def sign_of(text: str) -> str:
    """The sign that a cell of a sign column means: 「≥」, 「大于等于」, 「正向」 has none → ""."""
    return _SIGN_OF.get(text, SIGNS.get(text, ""))


def _number(words: str, sign: str, unit: str) -> Target | None:
    body = words
    lead = _LEAD.match(body)
    if lead:
        sign = _SIGN_OF[lead[0]]
        body = body[lead.end() :]
    tail = _TAIL.search(body)
    if tail:
        sign = _TAILS[tail[0]] if not lead or lead[0] in ("达到", "达", "控制在") else sign
        body = body[: tail.start()].removesuffix("（含）")
    amount = amount_of(body, unit)
    if amount is not None:
        return Target(sign, amount, None, words)
    spread = _RANGE.fullmatch(body)
    if spread and (not sign or sign in ("=", "<=", ">=")):
        return _range(spread[1], spread[2], unit, words)
    return None


def _range(low: str, high: str, unit: str, words: str) -> Target | None:
    top = amount_of(high, unit)
    if top is None:
        return None
    bottom = amount_of(low, top.unit)
    if bottom is None or bottom.dimension != top.dimension or bottom.value > top.value:
        return None
    return Target("range", bottom, top, words)


def amount_of(text: str, unit: str) -> Amount | None:
    """One number, a trailing /年, /人 or bracket left aside."""
    found = single(text, unit)
    if found is None and ("/" in text or "（" in text):
        found = single(re.split(r"[/（]", text, maxsplit=1)[0], unit)
    return found
