"""The scale of grades that a report prints itself (评价等级划分)."""

from __future__ import annotations

import re

from jixiao.law import Law

_REACH = (
    r"(?:（?(?:不?含)）?)?\s?分?\s?(?:（?(?:不?含)）?)?\s?(?P<reach>及?以上|及?以下|[-—–~至]{1,2}\s?(?P<other>\d{2,3}))"
)
_NUMBER_FIRST = re.compile(rf"(?P<low>\d{{2,3}})\s?分?{_REACH}[^。；、，\f\d]{{0,8}}?(?P<grade>[优良中差])")
_GRADE_FIRST = re.compile(rf"(?P<grade>[优良中差])[秀好等]?\s?[（：“”]{{1,2}}\s?(?P<low>\d{{2,3}})\s?分?{_REACH}")


def own_scale(plain: str, law: Law) -> bool:
    """Whether the text states a scale of grades that differs from the pack's."""
    ours = {str(row["name"]): int(row["low"]) for row in law.table("grades")}
    return any(ours[grade] != low for grade, low in _stated(plain))


def _stated(plain: str) -> list[tuple[str, int]]:
    """Grades with their least score as the text puts them: 「90分以上为优」, 「优（90-100分）」."""
    found = []
    for pattern in (_NUMBER_FIRST, _GRADE_FIRST):
        for match in pattern.finditer(plain):
            ends = [int(match["low"]), *([int(match["other"])] if match["other"] else [])]
            found.append((match["grade"], 0 if match["reach"].endswith("下") else min(ends)))
    return found
