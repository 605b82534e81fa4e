"""Plan (工作簿的排法): which entry stands in which column; what writes the workbook and what reads it agree on this.

Column A of every sheet is hidden. Its first cell names the sheet (base, department …), every other one the block to
which its row belongs and, after a colon, what stands in the row: ``figures:reception``, ``indicator``. A row without a
name continues the list above it, so that rows may be inserted and pasted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from jixiao.model.words import plain

VERSION = 1
HIDDEN = "_jixiao"
HELP, BASE, DEPARTMENT, TEXTS, ERRORS = "填写说明", "基础数据", "部门自评表", "各章文字", "错误信息"
KINDS = {"help": HELP, "base": BASE, "department": DEPARTMENT, "texts": TEXTS, "errors": ERRORS}
PROJECT = "项目"

VALUE, STAGE = 4, (6, 7, 8)  # the column of a single entry; the three columns of money in a 自评表
# Block → what is entered → column, from 1 (A).
BLOCKS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "one": {"": VALUE},
        "figure": {"": VALUE},
        "figures": {"last": 4, "budget": 5, "final": 6},
        "more": {"label": 2, "last": 4, "budget": 5, "final": 6},
        "item": {"label": 2, "last": 4, "budget": 5, "final": 6, "concept": 7, "fund": 8},
        "year": {"initial": 6, "adjusted": 7},
        "fund": {"initial": 6, "adjusted": 7, "executed": 8},
        "goal": {"expected": 2, "achieved": 8},
        "indicator": {
            "kind1": 2, "kind2": 3, "name": 4, "sign": 5, "target": 6, "actual": 7, "unit": 8, "weight": 9,
            "level": 11, "points": 12, "note": 13, "evidence": 14,
        },
        "text": {"": 3},
    }
)  # fmt: skip
HEADS = {
    "item": {
        "label": "名称", "last": "上年决算数", "budget": "本年预算数", "final": "本年决算数", "concept": "归入", "fund": "资金来源",
    },
    "figures": {"last": "上年决算数", "budget": "本年预算数", "final": "本年决算数"},
    "indicator": {
        "kind1": "一级指标", "kind2": "二级指标", "name": "三级指标", "sign": "符号", "target": "年度指标值", "actual": "实际完成值",
        "unit": "计量单位", "weight": "分值", "level": "完成等次", "points": "自定得分", "note": "偏差原因分析及改进措施", "evidence": "佐证材料",
    },
    "fund": {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"},
}  # fmt: skip
LISTS = frozenset(["more", "item", "goal", "indicator", "text"])
PREPARED = frozenset(
    ["kind1", "kind2", "concept", "fund", "sign", "unit"]
)  # prepared in empty rows; alone they are no entry
NEVER = "—"  # printed where nothing is ever entered
GAP = "-"  # a row that belongs to nothing
SIGNS = ("≥", "≤", "=", ">", "<")
QUALITATIVE = "定性"
_SIGNED = re.compile(r"([≥≤=><])(.+)", re.DOTALL)
_MEASURED = re.compile(r"(-?\d+(?:\.\d+)?)([^\d\s.≥≤<>=+{}]{0,8})")
_BARE = re.compile(r"[≥≤=><]?\s*-?\d[\d，]*(?:\.\d+)?")


def apart(target: str, actual: str) -> tuple[str, str, str, str]:
    """A target and an actual value as four cells: sign, target, actual, unit; ``joined`` makes the same of them again."""
    found = _SIGNED.fullmatch(target)
    sign, body = (found[1], found[2]) if found else ("", target)
    wanted, reached = _MEASURED.fullmatch(body), _MEASURED.fullmatch(actual)
    cells = (sign, body, actual, "")
    if wanted and wanted[2] and (not actual or (reached and reached[2] == wanted[2])):
        cells = (sign, wanted[1], reached[1] if reached else "", wanted[2])
    return cells if joined(*cells) == (target, actual) else ("", target, actual, "")


def joined(sign: str, target: str, actual: str, unit: str) -> tuple[str, str]:
    """The target and the actual value of four cells; a unit belongs to bare numbers only."""
    lead = sign if sign in SIGNS and target and not plain(target).startswith(sign) else ""
    return lead + _measured(target, unit), _measured(actual, unit)


def _measured(value: str, unit: str) -> str:
    return value.strip() + unit if _BARE.fullmatch(plain(value).strip()) else value


def column_letter(number: int) -> str:
    """4 → D; the plan has no more columns than letters."""
    return chr(ord("A") + number - 1)
