"""定性指标得分不在所属档次。

「部分达成」 with full points, 「未完成」 with most of them: the level that the result names allows other points.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import reason, rows, shown


@rule(
    "SC141",
    title="定性指标得分不在所属档次",
    title_en="Qualitative score outside its band",
    message="完成情况“{actual}”应在{expected}分之间，写成了{found}",
    message_en="{actual} scores {expected}, stated as {found}",
    cite="cn.caiyu-2020-10#levels",
    severity="warning",
)
def outside_band(scores: Scores, law: Law) -> Iterator[Outcome]:
    cite = law.norm("levels").cite
    for row, points in rows(scores):
        stated, trace = points.stated, points.trace
        if row.score is None or stated is None or not trace or trace[-1].cite != cite:
            continue
        if points.low <= stated <= points.high or not 0 <= stated <= points.weight:
            continue
        if stated < points.low and reason(row):
            continue  # a lower level was chosen and explained
        band = f"{shown(points.low)}–{shown(points.high)}"
        yield finding(
            row.score.place, row.actual.place, expected=band, found=row.score.text, actual=row.actual.text.strip()[:12]
        )
