"""指标值可能定得过低。

A result of more than twice its target says more about the target than about the work. Last year's result is the usual measure.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.indicators._rows import title
from jixiao.rules.registry import finding, rule


@rule(
    "IX119",
    title="指标值可能定得过低",
    title_en="The target may be too low",
    message="“{item}”完成值为指标值的{found}，指标值可能偏低，请对照上年完成值",
    message_en="{item}: {found} of the target; it may be too low, compare last year's result",
    cite="practice#thresholds",
    severity="info",
)
def target_too_low(scores: Scores, law: Law) -> Iterator[Outcome]:
    limit = law.number("over.far")
    for sheet in scores.sheets:
        for row, points in sheet.indicators:
            if points.met is True and points.way >= 0 and points.ratio is not None and points.ratio > limit:
                yield finding(row.target.place, row.actual.place, found=f"{points.ratio:.0f}%", item=title(row))
