"""得分为负数。"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import rows


@rule(
    "SC122",
    title="得分为负数",
    title_en="Negative score",
    message="得分{found}为负数，得分最低为0",
    message_en="The score {found} is negative; the least is 0",
    cite="cn.caiyu-2020-10#16",
)
def negative_score(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if row.score is not None and points.stated is not None and points.stated < 0:
            yield finding(row.score.place, expected="0", found=row.score.text)
