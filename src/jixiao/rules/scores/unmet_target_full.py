"""指标未完成却得满分。

Below its target (or above its limit) an indicator scores in proportion. How exactly is a convention of the place, so the value
that the pack gives is shown with a question, not as an error.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import percent, rows, shown


@rule(
    "SC125",
    title="指标未完成却得满分",
    title_en="Full points for a target that was not met",
    message="{target}只完成{actual}（{share}），不应得满分{found}，按比例应为{expected}",
    message_en="{actual} against {target} ({share}): not the full {found}; in proportion {expected}",
    cite="cn.caiyu-2020-10#16",
    severity="warning",
    variants={
        "over": (
            "完成值{actual}超过上限{target}（{share}），不应得满分{found}，应为{expected}",
            "{actual} exceeds the limit {target} ({share}): not the full {found} but {expected}",
        ),
        "zero": (
            "完成值{actual}没有达到{target}，不应得满分{found}，应为{expected}",
            "{actual} does not meet {target}: not the full {found} but {expected}",
        ),
    },
)
def unmet_target_full(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if points.met is not False or points.points is None or row.goal.low is None or row.score is None:
            continue
        if points.stated != points.weight or not points.weight:
            continue
        ratio = points.ratio
        yield finding(
            row.score.place, row.target.place, row.actual.place,
            expected=shown(points.points), found=row.score.text,
            variant="zero" if ratio is None else "over" if ratio > 100 else "",  # noqa: PLR2004 - 100 % is the target itself
            actual=row.actual.text, target=row.target.text, share=percent(ratio) if ratio is not None else "",
        )  # fmt: skip
