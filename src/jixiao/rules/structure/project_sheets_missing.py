"""缺项目支出绩效自评表。

The department's sheet states project spending and no project has a sheet. Every project under the budget is to
be evaluated.
"""

from collections.abc import Iterator

from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "ST114",
    title="缺项目支出绩效自评表",
    title_en="No project has a sheet",
    message="项目支出{found}，文件中没有项目支出绩效自评表",
    message_en="project spending of {found}, and no project sheet in the file",
    cite="cn.caiyu-2020-10#coverage",
    severity="info",
)
def project_sheets_missing(report: Report) -> Iterator[Outcome]:
    if report.form.kind != "department" or report.projects or report.blank_form:
        return
    if report.department is None:
        yield NotChecked("文件中没有自评表，可能另附", "no sheets in this file: perhaps they are apart")
        return
    for line in report.department.funds:
        spent = line.executed or line.sole
        if line.fund == "project" and spent and spent.amount and spent.amount.value > 0:
            yield finding(spent.place, report.department.place, found=spent.text)
            return
