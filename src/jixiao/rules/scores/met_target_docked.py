"""指标已完成却被扣分，没有说明原因。

A target that is met scores full. Points may be taken off where the target was set far too low, but then the note says so.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import docked, reason, rows, shown


@rule(
    "SC124",
    title="指标已完成却被扣分且无原因",
    title_en="A met target was docked without a reason",
    message="完成值{actual}已达到{target}，应得{expected}，写成{found}且无原因",
    message_en="{actual} meets {target}: {expected} points, stated as {found} without a reason",
    cite="cn.caiyu-2020-10#16",
    severity="warning",
)
def met_target_docked(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        numeric = points.met is True and points.way >= 0 and points.points is not None and row.goal.low is not None
        if numeric and docked(points) and row.score is not None and not reason(row):
            yield finding(
                row.score.place, row.target.place, row.actual.place, expected=shown(points.weight), found=row.score.text,
                actual=row.actual.text, target=row.target.text,
            )  # fmt: skip
