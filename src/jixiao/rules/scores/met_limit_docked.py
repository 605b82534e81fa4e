"""反向指标已完成却被扣分。

A target of ≤ is met by anything not above it: staying below a cost limit is success. A common slip scores it by actual ÷ target,
as if it were a ≥ target. Where the unit gives a real reason for the deduction it is only asked about.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.score import Points, Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import agrees, docked, reason, rows, shown


@rule(
    "SC123",
    title="反向指标已完成却被扣分",
    title_en="A met upper limit was docked",
    message="完成值{actual}未超过{target}，应得满分{expected}，写成了{found}",
    message_en="{actual} is within {target}: the full {expected} points, stated as {found}",
    cite="product#reverse",
)
def met_limit_docked(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if points.met is not True or points.way >= 0 or not docked(points) or row.score is None:
            continue
        printed = row.goal.sign in ("<=", "<")
        sure = printed and (_by_ratio(row, points) or not reason(row) or pattern("saving").search(reason(row)))
        right = shown(points.weight)
        yield finding(
            row.score.place, row.target.place, row.actual.place, expected=right, found=row.score.text,
            fix=right if sure else None, severity="" if sure else "warning",
            actual=row.actual.text, target=row.target.text,
        )  # fmt: skip


def _by_ratio(row: Indicator, points: Points) -> bool:
    """Whether the score is actual ÷ target × weight, the formula of the other direction."""
    return points.ratio is not None and agrees(row.score, points.ratio * points.weight / 100)
