"""没有填得分。

A result and a weight without points, in a table that has a column for them. A column that is empty throughout is named once.
"""

from collections.abc import Iterator

from jixiao.model.appraisal import FundLine
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
        "execution": ("预算执行率{item}，没有填得分", "The execution rate is {item}, its points are empty"),
        "total": ("各项都有得分，总分没有填", "Every row has its points, the total is empty"),
    },
)
def score_missing(scores: Scores) -> Iterator[Outcome]:
    for sheet in scores.sheets:
        yield from _execution(sheet.appraisal.fund)
        rows = [row for row, _ in sheet.indicators if row.actual and row.weight and row.score is not None]
        if not sheet.appraisal.complete or not rows:
            continue
        empty = [(row.score.place, row) for row in rows if row.score is not None and not row.score]
        if len(empty) == len(rows) > 1:
            yield finding(*(place for place, _ in empty), variant="column", count=len(empty))
        elif len(empty) * 2 < len(rows):
            for place, row in empty:
                yield finding(place, row.name.place, item=row.name.text.strip()[:14])
        total = sheet.appraisal.total_score
        if not empty and total is not None and not total:
            yield finding(total.place, variant="total")


def _execution(line: FundLine | None) -> Iterator[Outcome]:
    """The money row has a rate and a weight but no points."""
    weighted = line is not None and line.weight is not None and line.weight.amount is not None
    if line is not None and weighted and line.rate and line.score is not None and not line.score:
        yield finding(line.score.place, line.rate.place, variant="execution", item=line.rate.text.strip())
