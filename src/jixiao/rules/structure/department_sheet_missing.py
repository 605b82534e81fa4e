"""缺部门整体支出绩效自评表。

The file holds the projects' sheets and not the department's own.
"""

from collections.abc import Iterator

from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "ST113",
    title="缺部门整体支出绩效自评表",
    title_en="The department's own sheet is missing",
    message="有{count}张项目支出绩效自评表，没有部门整体支出绩效自评表",
    message_en="{count} project sheets, and none of the department as a whole",
    cite="cn.caiyu-2020-10#form",
    local={"430600": "hn.yueyang-rules#form"},
    severity="warning",
)
def department_sheet_missing(report: Report) -> Iterator[Outcome]:
    if report.form.kind != "department" or report.department:
        return
    if not report.projects:
        yield NotChecked("文件中没有自评表，可能另附", "no sheets in this file: perhaps they are apart")
    elif sum(bool(s.text.strip()) for s in report.sections):
        yield finding(report.projects[0].place, count=len(report.projects))
