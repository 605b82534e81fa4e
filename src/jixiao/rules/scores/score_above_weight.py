"""得分超过分值。"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import rows, shown


@rule(
    "SC121",
    title="得分超过分值",
    title_en="Score above its weight",
    message="得分{found}超过分值，最多{expected}分",
    message_en="The score {found} is above its weight of {expected}",
    cite="product#score_cap",
)
def score_above_weight(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if (
            row.score is not None
            and row.weight is not None
            and points.stated is not None
            and 0 < points.weight < points.stated
        ):
            yield finding(row.score.place, row.weight.place, expected=shown(points.weight), found=row.score.text)
