"""What single words of a 自评表 are: names of levels, heads, points, signs. By these, rows that lost their ends are rebuilt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jixiao.forms.vocabulary import bare, kind_of, role, roles, totals

NUMBER = re.compile(r"[-−－]?\d[\d,，]*(?:\.\d+)?")
RATE = re.compile(r"\d[\d,]*(?:\.\d+)?[%％]")
SIGNS = frozenset(
    ("≥", "≤", "=", "＝", ">", "<", "＞", "＜", ">=", "<=", "定性", "大于等于", "小于等于", "等于", "大于", "小于", "正向", "反向",
     "正向指标", "反向指标")
)  # fmt: skip
_SPELLING = str.maketrans("():", "（）：")
_DASH = re.compile(r"[-—－/\s]*")
_FIRST_LEVEL = ("产出", "效益", "满意度", "项目完成", "项目效益", "项目效果", "履职")
_AFTER = re.compile(
    r"(?:评价结论|存在(?:的)?问题|改进措施|项目负责人|财务负责人|填[表报]人|联系电话|填报日期|备?注|说明)[：:]?.{0,12}"
)
_LEAD = re.compile(
    r"(?:年度|项目|部门|支出)*(?:绩效指标|绩效目标|预算执行情况|项目资金|资金情况|年度总体目标|预算情况)[^，。]{0,20}"
)
_MOST = 100
_LONGEST = 16
_COLUMNS = 20  # no head has more


def squeezed(text: str) -> str:
    """A text without white space, in one spelling of brackets and colons."""
    return "".join(text.split()).translate(_SPELLING)


def level(text: str) -> str:
    """level1 or level2 where a squeezed text is the name of a level and nothing else, or ""."""
    name = bare(text)
    if not name.endswith("指标") or not 4 <= len(name) <= _LONGEST:  # noqa: PLR2004 - 产出指标 is the shortest
        return ""
    if kind_of("kinds2", name) and not name.startswith(_FIRST_LEVEL):
        return "level2"
    return "level1" if name.startswith(_FIRST_LEVEL) else ""


def boundary(text: str) -> bool:
    """Whether a squeezed text is a label with which something else begins."""
    return bool(
        level(text) or roles(text).keys() - {"columns"} or bare(text) in totals()
        or _AFTER.fullmatch(text) or _LEAD.fullmatch(text)
    )  # fmt: skip


def lead(text: str) -> bool:
    """Whether a squeezed text heads a block from the side: 绩效指标（90分）, 预算执行情况（10分）."""
    return _LEAD.fullmatch(text) is not None


def heads(texts: Sequence[str], at: int, group: str) -> list[str]:
    """The roles of the head cells that stand one after the other from ``at``, each role once."""
    found: list[str] = []
    for text in texts[at : at + _COLUMNS]:
        name = role(group, text) or ("note" if group == "money" and _is_note(text) else "")
        if not name or name in found:
            break
        found.append(name)
    return found


def _is_note(text: str) -> bool:
    return text in ("原因", "备注") or role("columns", text) == "note"


def is_indicator_head(found: Sequence[str]) -> bool:
    """Whether head cells are those of indicator rows, with a value and points to them."""
    return "level3" in found and "target" in found and ("weight" in found or "score" in found)


def is_money_head(found: Sequence[str]) -> bool:
    """Whether head cells are those of the money block."""
    stages = sum(name in found for name in ("initial", "adjusted", "executed"))
    return (len(found) >= 3 and stages >= 2) or (stages == 1 and {"rate", "score"} <= set(found))  # noqa: PLR2004


def begins_row(text: str) -> bool:
    """Whether a squeezed text can be the first of a row: words, no figure and no sign."""
    return text != "" and text not in SIGNS and not NUMBER.fullmatch(text) and not RATE.fullmatch(text)


def points(text: str) -> bool:
    """Whether a squeezed text can stand under 分值 or 得分: a number up to 100, dashes, or nothing."""
    return bool(_DASH.fullmatch(text)) or bool(NUMBER.fullmatch(text) and abs(float(text.replace(",", ""))) <= _MOST)


def fits(row: Mapping[str, str]) -> bool:
    """Whether the squeezed texts of an indicator row can stand under their heads."""
    name, goal = row.get("level3", ""), row.get("target", "")
    if not name or not goal or NUMBER.fullmatch(name) or level(goal) or level(name) or bare(name) in totals():
        return False
    if not all(points(row.get(column, "")) for column in ("weight", "score")):
        return False
    if row.get("actual", "")[:1] in tuple("≥≤＞＜><") and goal[:1] not in "≥≤＞＜><=" and "sign" not in row:
        return False  # the signed one is the target
    sign, unit = row.get("sign", ""), row.get("unit", "")
    return (not sign or sign in SIGNS) and not any(mark.isdigit() for mark in unit)


def fits_money(row: Mapping[str, str]) -> bool:
    """Whether the squeezed texts of a money row can stand under their heads."""
    for column in ("initial", "adjusted", "executed"):
        text = row.get(column, "")
        if not (_DASH.fullmatch(text) or NUMBER.fullmatch(text.removesuffix("元").removesuffix("万"))):
            return False
    rate = row.get("rate", "")
    sure = _DASH.fullmatch(rate) or RATE.fullmatch(rate) or NUMBER.fullmatch(rate)
    return bool(sure) and all(points(row.get(column, "")) for column in ("weight", "score"))
