"""扣分原因不成立。

The target is met, points were taken off, and the note gives what is no reason for it: money saved against an upper limit. Nor does
it name a measure.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import docked, reason, rows


@rule(
    "SC138",
    title="扣分原因不成立",
    title_en="The reason does not explain the loss",
    message="“{found}”不是已完成指标扣分的原因，也没有改进措施",
    message_en="{found} is no reason to dock a met target, and no measure is named",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
)
def reason_does_not_explain(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if points.met is not True or points.way >= 0 or not docked(points) or row.note is None or row.score is None:
            continue
        given = reason(row)
        if pattern("saving").search(given) and not pattern("measure").search(given):
            yield finding(row.note.place, row.score.place, found=given[:16])
