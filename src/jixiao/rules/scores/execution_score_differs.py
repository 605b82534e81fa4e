"""预算执行率得分与执行率不符。

全年执行数 ÷ 全年预算数 × 分值, two decimals. A rate of 94.7 % of 10 points is 9.47, not 9 and not 10.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import agrees, empty_total, percent, shown


@rule(
    "SC127",
    title="预算执行率得分与执行率不符",
    title_en="Execution score differs from the rate",
    message="执行率{rate}，分值{weight}，应得{expected}分，写成了{found}",
    message_en="A rate of {rate} of {weight} points is {expected}, stated as {found}",
    cite="product#execution",
    severity="warning",
)
def execution_score_differs(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        line, points = sheet.appraisal.fund, sheet.execution
        if line is None or points is None or line.score is None or line.weight is None:
            continue
        if points.points is None or points.ratio is None or points.stated is None or points.stated > points.weight:
            continue
        if agrees(line.score, points.points) or empty_total(line):
            continue
        # Where the pack scores in steps, a report that scores in proportion follows the other convention in use.
        proportional = agrees(line.score, points.ratio * points.weight / 100)
        amounts = [field.place for field in (line.adjusted, line.executed, line.rate) if field]
        yield finding(
            line.score.place, *amounts, expected=shown(points.points), found=line.score.text,
            rate=percent(points.ratio), weight=shown(points.weight), severity="info" if proportional else "",
        )  # fmt: skip
