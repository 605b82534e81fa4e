"""总体目标或实际完成情况没有填。

A filled 自评表 whose goal has only one side: what was to be done without what was done, or the other way round. Judged only on a
sheet that was read as a whole; a PDF may have lost the cell.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "TX131",
    title="总体目标或实际完成情况没有填",
    title_en="A goal or what became of it is empty",
    message="年度总体目标的“{expected}”没有填，另一栏已填",
    message_en="the {side} of the overall goal is empty although the other side is filled in",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
)
def goal_empty(report: Report) -> Iterator[Outcome]:
    if report.blank_form or report.document.scanned:  # a faint line of a scan may be lost
        return
    for sheet in report.appraisals:
        first = next(iter(sheet.goals), None)
        if first is None or not sheet.complete:
            continue
        if first.expected.place.row is None or first.expected.place.block != first.achieved.place.block:
            continue
        if first.expected and not any(goal.achieved for goal in sheet.goals):
            yield finding(first.achieved.place, first.expected.place, expected="实际完成情况", side="result")
        elif first.achieved and not any(goal.expected for goal in sheet.goals):
            yield finding(first.expected.place, first.achieved.place, expected="预期目标", side="plan")
