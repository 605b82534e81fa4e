"""全部指标满分。

Every single indicator of a whole table scored full. It may be so, and reviewers ask about it first.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_FULL_WEIGHTS, full_weights


@rule(
    "SC133",
    title="全部指标满分",
    title_en="Every indicator scored full",
    message="{count}项指标全部得满分，请核对得分依据和指标值是否偏低",
    message_en="All {count} indicators scored full: check the evidence and whether targets are too low",
    cite="practice#thresholds",
    severity="info",
)
def all_full_scores(scores: Scores, law: Law) -> Iterator[Outcome]:
    if not any(full_weights(sheet, law) for sheet in scores.sheets):
        yield NO_FULL_WEIGHTS
        return
    for sheet in scores.sheets:
        if not full_weights(sheet, law) or len(sheet.indicators) < law.number("copies.least"):
            continue
        if all(points.stated == points.weight for _, points in sheet.indicators):
            total = sheet.appraisal.total_score
            yield finding(total.place if total else sheet.appraisal.place, count=len(sheet.indicators))
