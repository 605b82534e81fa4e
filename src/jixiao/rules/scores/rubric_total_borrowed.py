"""评分表只有总分。

The bureau's own rubric is scored item by item. A total without item scores cannot be derived, least of all when it repeats the total
of the department's 自评表, which measures something else.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_RUBRIC


@rule(
    "SC151",
    title="评分表只有总分",
    title_en="The rubric has only a total",
    message="考核评分表只有总分{found}，各项没有得分，总分无从得出",
    message_en="The rubric has only its total {found}: no item is scored",
    cite="hn.yueyang-rules#rubric",
    severity="warning",
    variants={
        "borrowed": (
            "评分表各项没有得分，总分{found}与自评表总分相同，应按评分标准逐项计分",
            "No item is scored and the total {found} is that of the self-evaluation: score each item",
        ),
    },
)
def rubric_total_borrowed(report: Report, scores: Scores) -> Iterator[Outcome]:
    rubric = report.rubric
    if rubric is None:
        yield NO_RUBRIC
        return
    if rubric.total_score is None or rubric.total_score.amount is None or not rubric.rows:
        return
    if any(row.score for row in rubric.rows):
        return
    most = rubric.total_most
    if most is not None and most.place == rubric.total_score.place:
        return  # the sum of the most points, not a score
    total = rubric.total_score.amount.number
    sheet = scores.department
    same = sheet is not None and sheet.stated == total and sheet.appraisal.total_score is not None
    more = [sheet.appraisal.total_score.place] if sheet and same and sheet.appraisal.total_score else []
    yield finding(rubric.total_score.place, *more, found=rubric.total_score.text, variant="borrowed" if same else "")
