"""项目自评表合计大于部门项目支出。

The projects of a department cannot have spent more than its project spending. Transfer payments that pass through the department
are outside it, so this is a question for an explanation.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.amount import in_finest
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import amount_field
from jixiao.rules.registry import finding, rule


@rule(
    "FG408",
    title="项目自评表合计大于部门项目支出",
    title_en="Project sheets exceed the department's project spending",
    message="项目自评表执行数合计{found}，大于部门项目支出{whole}，应说明口径",
    message_en="The project sheets add up to {found}, more than the project spending of {whole}",
    cite="practice#thresholds",
    severity="warning",
)
def projects_above_total(report: Report) -> Iterator[Outcome]:
    spent = [
        f
        for sheet in report.projects
        if sheet.complete and sheet.fund and (f := amount_field(sheet.fund, "executed")) and f.amount
    ]
    wholes = [
        fact for fact in report.all_facts("project_expenditure")
        if fact.place.row is not None and fact.context.stage == "final" and fact.context.year == report.year and not fact.context.scope
    ]  # fmt: skip
    amounts = [f.amount for f in spent if f.amount]
    if not wholes or not amounts or any(not a.is_money for a in amounts):
        return
    whole = max(wholes, key=lambda fact: fact.amount.value)
    total = sum((a.value for a in amounts), Decimal(0))
    if total > whole.amount.span.high + sum((a.step for a in amounts), Decimal(0)):
        yield finding(
            spent[0].place, whole.place, *(f.place for f in spent[1:]), found=in_finest(total, [amounts[0], *amounts]),
            whole=in_finest(whole.amount.value, [whole.amount, *amounts]),
        )  # fmt: skip
