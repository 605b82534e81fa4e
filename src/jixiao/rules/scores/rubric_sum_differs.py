"""评分表总分与各项得分之和不符。"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_RUBRIC, ZERO, shown


@rule(
    "SC153",
    title="评分表总分与各项之和不符",
    title_en="Rubric total is not the sum of its items",
    message="评分表各项得分相加为{expected}，总分写成了{found}",
    message_en="The rubric's items add up to {expected}, its total is stated as {found}",
    cite="arithmetic",
)
def rubric_sum_differs(report: Report) -> Iterator[Outcome]:
    rubric = report.rubric
    if rubric is None:
        yield NO_RUBRIC
        return
    if rubric.total_score is None or rubric.total_score.amount is None or not rubric.rows:
        return
    amounts = [row.score.amount for row in rubric.rows if row.score is not None and row.score.amount is not None]
    if len(amounts) < len(rubric.rows):
        return  # an item without points: the sum is not known
    right = sum((amount.number for amount in amounts), ZERO)
    if not rubric.total_score.amount.agrees(right):
        places = [row.score.place for row in rubric.rows if row.score is not None]
        yield finding(
            rubric.total_score.place, *places, expected=shown(right), found=rubric.total_score.text, fix=shown(right)
        )
