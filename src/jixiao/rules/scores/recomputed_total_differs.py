"""总分与按规则重算的结果不同。

The addition may be right and the total still wrong, because a score in it is: a met upper limit that was docked, an
unmet target with full points, an execution rate that was not scored by its amounts. The bureau's rubric often repeats that total.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.score import Points, Scores, SheetScore
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_FULL_WEIGHTS, agrees, counted, docked, full_weights, shown


@rule(
    "SC112",
    title="总分与重算结果不同",
    title_en="The total differs from the recomputed one",
    message="“{item}”得分有误，总分应为{expected}，写成了{found}",
    message_en="The score of {item} is wrong: the total is {expected}, stated as {found}",
    cite="product#total",
    severity="warning",
)
def recomputed_total_differs(report: Report, scores: Scores, law: Law) -> Iterator[Outcome]:
    if not any(full_weights(sheet, law) for sheet in scores.sheets):
        yield NO_FULL_WEIGHTS
        return
    for sheet in scores.sheets:
        total = sheet.appraisal.total_score
        if total is None or total.amount is None or sheet.computed is None or not full_weights(sheet, law):
            continue
        item = _wrong(sheet, law)
        if not item or total.amount.agrees(sheet.computed):
            continue
        right = shown(sheet.computed)
        yield finding(total.place, expected=right, found=total.text, item=item)
        rubric = report.rubric.total_score if report.rubric is not None else None
        same = rubric is not None and rubric.amount is not None and rubric.amount.number == total.amount.number
        if rubric is not None and same and sheet is scores.department:
            yield finding(rubric.place, total.place, expected=right, found=rubric.text, item=item)


def _wrong(sheet: SheetScore, law: Law) -> str:
    """The first row whose score contradicts its own figures."""
    for row, points in sheet.indicators:
        if _contradicts(points):
            return row.name.text[:14] or row.target.text[:14]
    parts = counted(sheet, law)
    money = sheet.execution
    line = sheet.appraisal.fund
    if money is None or line is None or money not in parts or money.points is None or money.stated is None:
        return ""
    in_proportion = money.ratio is not None and agrees(line.score, money.ratio * money.weight / 100)
    return "" if in_proportion or agrees(line.score, money.points) else "预算执行率"


def _contradicts(points: Points) -> bool:
    met_limit = points.met is True and points.way < 0 and docked(points)
    return met_limit or (points.met is False and points.points is not None and points.stated == points.weight)
