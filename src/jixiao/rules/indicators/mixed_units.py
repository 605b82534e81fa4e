"""指标值与完成值的单位不一致。

千件 beside 万件 in one row is easily misread by a factor of ten. The same measure should stand in the same unit.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.model.units import unit_of
from jixiao.rules.indicators._rows import title
from jixiao.rules.registry import finding, rule


@rule(
    "IX106",
    title="同一指标单位不一致",
    title_en="Mixed units in one indicator",
    message="“{item}”指标值用{unit}、完成值用{other}，统一后为{expected}，完成{share}",
    message_en="{item}: target in {unit}, actual in {other}; in one unit {expected}, {share} of the target",
    cite="cn.caiyu-2021-101#elements",
    severity="warning",
)
def mixed_units(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        for row, points in sheet.indicators:
            target, actual = row.goal.low, row.actual.amount
            if target is None or actual is None or not target.unit or not actual.unit or target.unit == actual.unit:
                continue
            if target.dimension != actual.dimension or not target.dimension or points.ratio is None:
                continue
            same = (actual.value / unit_of(target.unit)[1]).normalize()
            yield finding(
                row.actual.place, row.target.place, expected=f"{same:f}{target.unit}", found=actual.text,
                severity="info" if target.value == actual.value else "",
                item=title(row), unit=target.unit, other=actual.unit, share=f"{points.ratio:.0f}%",
            )  # fmt: skip
