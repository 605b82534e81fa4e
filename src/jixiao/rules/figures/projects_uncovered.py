"""项目支出没有全部自评。

单位自评 covers all project spending under budget management. What the sheets of the projects add up to is held against the
department's project spending; a small rest may be another scope and is a question only. Without any project sheet this rule has
nothing to say: that a table is missing is another matter.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.law import Law
from jixiao.model.amount import in_finest, written
from jixiao.model.fact import Fact
from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import amount_field
from jixiao.rules.registry import finding, rule


@rule(
    "FG404",
    title="项目支出没有全部自评",
    title_en="Project spending without a self-evaluation sheet",
    message="项目支出{found}，各项目自评表共{covered}，{rest}（{share}）没有自评表",
    message_en="Project spending {found}, sheets cover {covered}; {rest} ({share}) has no sheet",
    cite="cn.caiyu-2020-10#coverage",
    severity="warning",
)
def projects_uncovered(report: Report, law: Law) -> Iterator[Outcome]:
    spent = [
        f
        for sheet in report.projects
        if sheet.complete and sheet.fund and (f := amount_field(sheet.fund, "executed")) and f.amount
    ]
    whole = _whole(report)
    unread = any(sheet.fund is None or not amount_field(sheet.fund, "executed") for sheet in report.projects)
    if unread or whole is None or not spent or whole.amount.value <= 0:
        yield NotChecked(
            "没有部门项目支出总额或项目自评表的执行数", "no total of project spending, or no project sheet with figures"
        )
        return
    amounts = [f.amount for f in spent if f.amount]
    covered = sum((a.value for a in amounts), Decimal(0))
    rest = whole.amount.value - covered
    if rest <= whole.amount.step * (len(amounts) + 1):
        return
    share = rest / whole.amount.value * 100
    like = [whole.amount, *amounts]
    # A figure of the text may have another scope, and 决算公开 annexes only some of the sheets.
    whole_department = report.form.kind == "department" or report.department is not None
    large = share > law.number("coverage.small") and whole.place.row is not None and whole_department
    yield finding(
        whole.place, *(f.place for f in spent), severity="" if large else "info", found=in_finest(whole.amount.value, like),
        covered=in_finest(covered, [amounts[0], *amounts]), rest=in_finest(rest, like), share=f"{written(share, 1)}%",
    )  # fmt: skip


def _whole(report: Report) -> Fact | None:
    """The department's project spending of the year, all funds: the first table that says it, or else the text.

    Where the text says several figures, or more than all that was spent, one of them is wrong: others say so.
    """
    found = _final(report, "project_expenditure")
    table = next((fact for fact in found if fact.place.row is not None), None)
    if table is not None or not found:
        return table
    all_spent = [fact.amount.value for fact in _final(report, "total_expenditure")]
    least, most = min(f.amount.value for f in found), max(f.amount.value for f in found)
    return None if most > least + found[0].amount.step or any(most > whole for whole in all_spent) else found[0]


def _final(report: Report, concept: str) -> list[Fact]:
    wanted = ("final", report.year, "", "")
    return [
        fact for fact in report.all_facts(concept)
        if fact.amount.is_money
        and (fact.context.stage, fact.context.year, fact.context.fund, fact.context.scope) == wanted
    ]  # fmt: skip
