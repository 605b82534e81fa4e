"""总分与各项得分之和不符。

The total at the foot of the table is the sum of the scores above it, the execution rate's included where it counts. Checked only
where every weight and score of a whole table was read.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_FULL_WEIGHTS, ZERO, counted, full_weights, shown


@rule(
    "SC111",
    title="总分与各项得分之和不符",
    title_en="The total is not the sum of the scores",
    message="各项得分相加为{expected}，总分写成了{found}",
    message_en="The scores add up to {expected}, the total is stated as {found}",
    cite="arithmetic",
)
def score_sum_differs(scores: Scores, law: Law) -> Iterator[Outcome]:
    if not any(full_weights(sheet, law) for sheet in scores.sheets):
        yield NO_FULL_WEIGHTS
        return
    for sheet in scores.sheets:
        total = sheet.appraisal.total_score
        if total is None or total.amount is None or not full_weights(sheet, law):
            continue
        stated = [part.stated for part in counted(sheet, law)]
        if any(one is None for one in stated):
            continue
        right = sum((one for one in stated if one is not None), ZERO)
        if total.amount.agrees(right):
            continue
        places = [row.score.place for row, _ in sheet.indicators if row.score]
        yield finding(total.place, *places, expected=shown(right), found=total.text, fix=shown(right))
