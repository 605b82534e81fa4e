"""评分表得分超过满分。"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_RUBRIC, shown


@rule(
    "SC152",
    title="评分表得分超过满分",
    title_en="Rubric points above the most possible",
    message="“{item}”最多{expected}分，写成了{found}",
    message_en="{item} has at most {expected} points, stated as {found}",
    cite="arithmetic",
)
def rubric_above_most(report: Report) -> Iterator[Outcome]:
    if report.rubric is None:
        yield NO_RUBRIC
        return
    for row in report.rubric.rows:
        most, score = row.most and row.most.amount, row.score and row.score.amount
        if most and score and row.score and row.most and score.number > most.number:
            item = "".join(row.item.split())[:12]
            yield finding(row.score.place, row.most.place, expected=shown(most.number), found=row.score.text, item=item)
