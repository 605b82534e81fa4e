"""没有完成值却有得分。

Points need a result. A row with a score and an empty 实际完成值 cannot have earned it.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule


@rule(
    "SC156",
    title="没有完成值却有得分",
    title_en="Points without a result",
    message="“{item}”没有填实际完成值，却得{found}分",
    message_en="{item} has no actual value, yet scores {found}",
    cite="cn.caiyu-2020-10#form",
    severity="warning",
)
def score_without_result(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        filled = sum(1 for row, _ in sheet.indicators if row.actual)
        # A column that is empty throughout was not found rather than not filled in.
        if not sheet.appraisal.complete or filled * 2 < len(sheet.indicators):
            continue
        for row, points in sheet.indicators:
            if row.target and not row.actual and points.stated and row.score is not None:
                yield finding(row.score.place, row.actual.place, found=row.score.text, item=row.name.text[:14])
