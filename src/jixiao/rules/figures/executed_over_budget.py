"""执行数大于预算数。

What is spent may not exceed the adjusted budget (预算法: no spending without a budget). Usually the budget column was not brought up
to date. In 基础数据表 the budget column is the initial one: more spent than that is only worth a question.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import amount_field
from jixiao.rules.figures._sums import minus, staged, tables
from jixiao.rules.registry import finding, rule

_CONTROLLED = frozenset({"three_public"})  # has a rule of its own


@rule(
    "FG109",
    title="执行数大于预算数",
    title_en="More was spent than budgeted",
    message="{label}：执行{found}大于预算{budget}，超出{over}，应予说明",
    message_en="{label}: {found} spent against a budget of {budget}, {over} more, unexplained",
    cite="practice#thresholds",
    severity="warning",
)
def executed_over_budget(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        for line in sheet.funds:
            done, budget = amount_field(line, "executed"), amount_field(line, "adjusted")
            if (
                done is None
                or budget is None
                or done.amount is None
                or budget.amount is None
                or not budget.amount.value
            ):
                continue
            if done.amount.span.low > budget.amount.span.high:
                yield finding(
                    done.place, budget.place, found=done.text, budget=budget.text, label=line.label.text,
                    over=minus(done.amount, budget.amount),
                )  # fmt: skip
    for table in tables(report):
        for row in table.rows:
            spent, planned = (
                staged(row, "final", report.year),
                staged(row, "budget", report.year) or staged(row, "initial", report.year),
            )
            if (
                spent is None
                or planned is None
                or not planned.amount.is_money
                or row.concept in _CONTROLLED
                or planned.amount.value <= 0
            ):
                continue
            if spent.amount.span.low > planned.amount.span.high and row.depth == 0:
                yield finding(
                    spent.place, planned.place, severity="info", found=spent.amount.text, budget=planned.amount.text,
                    label=row.label.text.strip("："), over=minus(spent.amount, planned.amount),
                )  # fmt: skip
