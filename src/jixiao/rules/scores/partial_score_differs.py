"""未完成指标的得分与公式不符。

An unmet target usually scores actual ÷ target × weight. Other conventions (pass marks, steps) are in use, so a difference is only
mentioned, with the value that the pack gives.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import agrees, docked, rows, shown


@rule(
    "SC126",
    title="未完成指标的得分与公式不符",
    title_en="Score of an unmet target differs from the formula",
    message="{target}完成{actual}，按公式应得{expected}，写成{found}",
    message_en="{actual} against {target} scores {expected} by the formula, stated as {found}",
    cite="cn.caiyu-2020-10#16",
    severity="info",
)
def partial_score_differs(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if points.met is not False or points.points is None or row.goal.low is None or not docked(points):
            continue
        if row.score is None or agrees(row.score, points.points):
            continue
        yield finding(
            row.score.place, row.target.place, row.actual.place, expected=shown(points.points), found=row.score.text,
            actual=row.actual.text, target=row.target.text,
        )  # fmt: skip
