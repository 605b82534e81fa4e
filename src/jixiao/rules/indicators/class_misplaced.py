"""二级指标不属于所在的一级指标。

数量、质量、时效 are outputs; 经济、社会、生态 and 可持续影响 are benefits. 成本 stands under 产出 (2020) or by itself (2021), so it is never misplaced there.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed
from jixiao.rules.registry import finding, rule

_BELONGS = {
    "quantity": "output", "quality": "output", "timeliness": "output",
    "economic": "benefit", "social": "benefit", "ecological": "benefit", "sustained": "benefit",
    "satisfaction": "satisfaction",
}  # fmt: skip
_NAMES = {"output": "产出指标", "benefit": "效益指标", "satisfaction": "满意度指标"}


@rule(
    "IX116",
    title="二级指标放错了一级指标",
    title_en="Second-level class under the wrong first level",
    message="“{found}”属于{expected}，却列在“{level}”下",
    message_en="{found} belongs to {expected}, listed under {level}",
    cite="cn.caiyu-2021-101#classes",
    severity="warning",
)
def class_misplaced(report: Report) -> Iterator[Outcome]:
    seen: set[tuple[int, int | None, str]] = set()
    for row in indicators(report):
        right = _BELONGS.get(row.kind2)
        if right is None or row.level1 is None or row.level2 is None or row.kind1 not in _NAMES or row.kind1 == right:
            continue
        # 满意度 counted among the benefits is an older layout.
        if right == "satisfaction" and row.kind1 == "benefit":
            continue
        key = (row.level2.place.block, row.level2.place.row, row.kind2)
        if key not in seen:
            seen.add(key)
            yield finding(
                row.level2.place, row.level1.place, expected=_NAMES[right], found=squeezed(row.level2.text)[:12],
                level=squeezed(row.level1.text)[:12],
            )  # fmt: skip
