"""预算执行率得分超过分值。

However much was spent, the execution rate earns at most its weight.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import shown


@rule(
    "SC128",
    title="预算执行率得分超过分值",
    title_en="Execution score above its weight",
    message="预算执行率得分{found}超过分值，最多{expected}分",
    message_en="The execution score {found} is above its weight of {expected}",
    cite="product#score_cap",
)
def execution_score_above_weight(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        line, points = sheet.appraisal.fund, sheet.execution
        if line is None or points is None or line.score is None or line.weight is None:
            continue
        if points.stated is not None and points.stated > points.weight > 0:
            yield finding(line.score.place, line.weight.place, expected=shown(points.weight), found=line.score.text)
