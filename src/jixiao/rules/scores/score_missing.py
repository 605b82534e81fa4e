"""没有填得分。

A result and a weight without points, in a table that has a column for them. A column that is empty throughout is named once.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule


@rule(
    "SC157",
    title="没有填得分",
    title_en="Points not filled in",
    message="“{item}”有完成值和分值，没有填得分",
    message_en="{item} has a result and a weight but no points",
    cite="cn.caiyu-2020-10#form",
    severity="warning",
    variants={
        "column": ("{count}项指标都没有填得分", "None of the {count} indicators has its points"),
        "total": ("各项都有得分，总分没有填", "Every row has its points, the total is empty"),
    },
)
def score_missing(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        rows = [row for row, _ in sheet.indicators if row.actual and row.weight and row.score is not None]
        if not sheet.appraisal.complete or not rows:
            continue
        empty = [row for row in rows if not row.score]
        if len(empty) == len(rows) > 1:
            yield finding(
                *(row.score.place for row in empty if row.score is not None), variant="column", count=len(empty)
            )
        elif len(empty) * 2 < len(rows):
            for row in empty:
                if row.score is not None:
                    yield finding(row.score.place, row.name.place, item=row.name.text.strip()[:14])
        total = sheet.appraisal.total_score
        if not empty and total is not None and not total:
            yield finding(total.place, variant="total")
