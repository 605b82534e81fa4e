"""没有预算却有支出。

A line with spending and a budget of 0 has no rate and no score that could be right. In 基础数据表 an item without a budget may be
money added during the year: a question only.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import amount_field
from jixiao.rules.figures._sums import staged
from jixiao.rules.registry import finding, rule


@rule(
    "FG114",
    title="没有预算却有支出",
    title_en="Spending without a budget",
    message="{label}：预算为{budget}，执行{found}，预算数可能漏填",
    message_en="{label}: {found} spent, the budget is {budget}; it may have been left out",
    cite="product#yellow",
    severity="warning",
)
def spending_without_budget(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        line = sheet.fund
        done, budget = (amount_field(line, "executed"), amount_field(line, "adjusted")) if line else (None, None)
        if line is None or done is None or done.amount is None or done.amount.value <= 0:
            continue
        if budget is not None and budget.amount is not None and budget.amount.value == 0:
            yield finding(done.place, budget.place, found=done.text, budget=budget.text, label=line.label.text)
    for table in report.base_tables:
        for row in table.rows:
            spent, planned = staged(row, "final", report.year), staged(row, "budget", report.year)
            others = any(
                f is not None for other in table.rows for f in other.columns if f and f.context.stage == "budget"
            )
            if spent is None or not spent.amount.is_money or spent.amount.value <= 0 or not others:
                continue
            if planned is None or planned.amount.value == 0:
                yield finding(
                    spent.place, severity="info", found=spent.amount.text, budget=planned.amount.text if planned else "空",
                    label=row.label.text.strip("："),
                )  # fmt: skip
