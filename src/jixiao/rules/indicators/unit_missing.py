"""指标值和完成值都没有计量单位。

189 of what? The name seldom says it. All such rows of a table are named once; a row in which one of the two has its unit is clear.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import squeezed, title
from jixiao.rules.registry import finding, rule


@rule(
    "IX128",
    title="指标值没有计量单位",
    title_en="Targets without a unit",
    message="{count}项指标如“{item}”的指标值和完成值都没有计量单位",
    message_en="{count} indicators such as {item} have no unit in target and actual",
    cite="cn.caiyu-2021-101#elements",
    severity="info",
)
def unit_missing(report: Report) -> Iterator[Outcome]:
    for appraisal in report.appraisals:
        bare = [row for row in appraisal.indicators if _bare(row)]
        if bare:
            yield finding(
                *(row.target.place for row in bare),
                found=bare[0].target.text.strip(),
                item=title(bare[0]),
                count=len(bare),
            )


def _bare(row: Indicator) -> bool:
    low, actual = row.goal.low, row.actual.amount
    if low is None or actual is None or low.unit or actual.unit or not low.number:
        return False
    # The name may hold the unit: 次数, 人数, 面积（平方米）, 成本（万元）.
    return not pattern("unit_in_name").search(squeezed(row.name.text))
