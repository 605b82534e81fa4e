"""Calculations (算法): how the right value comes about, by rule, and why some findings have no one right value."""

from __future__ import annotations

from jixiao.model.finding import Finding

Pair = tuple[str, str]
_FORMULAS: dict[str, Pair] = {
    "FG203": ("部分 ÷ 总体 × 100%", "part ÷ whole × 100%"),
    "FG301": ("本期数 − 基期数", "current − base"),
    "FG302": ("（本期数 − 基期数）÷ 基期数 × 100%", "(current − base) ÷ base × 100%"),
    "FG308": ("完成数 ÷ 计划数 × 100%", "actual ÷ base × 100%"),
    "FG501": ("数字不变，单位与相加或相同的各数一致", "the same digits in the unit of the figures beside it"),
    "SC111": ("各项得分相加", "sum of the points"),
    "SC113": ("列出的各项得分相加", "sum of the points listed"),
    "SC123": ("完成值未超过上限，得该项满分", "within the limit: full points"),
    "SC153": ("评分表各项得分相加", "sum of the points of the rubric"),
}
TOTAL: Pair = (
    "预算执行率得分与改正后的各项指标得分相加",
    "points of execution and of the indicators as repaired, added up",
)
SAME: Pair = ("与自评表的总分相同", "the total of the sheet again")
_OTHER: Pair = ("按报告中的数重算", "recomputed from the report's own figures")
_VALUES = {
    "FG203": ("part", "whole"),
    "FG301": ("current", "base"),
    "FG308": ("actual", "base"),
    "SC123": ("actual", "target"),
}
_MOST = 30  # numbers of one calculation that are shown

BOUND: Pair = (
    "这个数绑定在文件的数据部分，请在填报数据中改正后重新写出",
    "bound to the file's data part: correct the data and write the report again",
)
HELD: Pair = (
    "这处文字在文本框、公式或他人的修订里，请在 Word 中手工改",
    "stands in a text box, a formula or another's tracked change",
)
OVERLAP: Pair = ("与另一处修改重叠，请改完再审", "overlaps another repair: audit again afterwards")
_DISTANT: Pair = (
    "所依据的数在别处，不能确定错的是哪一个",
    "rests on a figure elsewhere: which one is wrong is not certain",
)
_SIDES: Pair = (
    "几处的数对不上，以哪一处为准要看原始数据",
    "figures disagree: which one holds only the records can tell",
)
_EXPLAIN: Pair = ("要由单位核对、说明或补充，不是算术", "needs an explanation or a check, not arithmetic")


def formula(finding: Finding) -> Pair:
    """How the right value comes about."""
    return _FORMULAS.get(finding.code, _OTHER)


def numbers(finding: Finding) -> tuple[str, ...]:
    """The numbers that go into it, as the report prints them."""
    named = [finding.values[name] for name in _VALUES.get(finding.code, ()) if finding.values.get(name)]
    return tuple(named or [place.quote.strip() for place in finding.places[1 : _MOST + 1] if place.quote.strip()])


def reason(finding: Finding) -> Pair:
    """Why a finding about figures has no certain repair."""
    if finding.fix is not None:
        return _DISTANT
    return _SIDES if finding.expected and finding.found else _EXPLAIN
