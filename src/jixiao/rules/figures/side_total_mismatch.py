"""收支总表一边的各项之和与合计不符。

On one side of 收入支出决算总表 the numbered items (一、二、三 …) add up to 本年收入合计 or 本年支出合计. Sub-items (其中) and what
is carried over do not belong to it.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import BaseTable, Report
from jixiao.rules.figures._sums import added, column, differs
from jixiao.rules.registry import finding, rule

_CHINESE = "一二三四五六七八九十"
_TOTAL = {"income": "total_income", "expenditure": "total_expenditure"}


@rule(
    "FG118",
    title="收支总表一边的各项之和与合计不符",
    title_en="The items of one side do not add up to its total",
    message="{label}：各项之和为{expected}，写成了{found}",
    message_en="{label}: the items add up to {expected}, stated as {found}",
    cite="arithmetic",
)
def side_total_mismatch(report: Report) -> Iterator[Outcome]:
    for table in report.ledgers:
        if table.side not in _TOTAL:
            continue
        at = next((i for i, row in enumerate(table.rows) if row.concept == _TOTAL[table.side]), None)
        if at is not None:
            yield from _check(table, at)


def _check(table: BaseTable, at: int) -> Iterator[Outcome]:
    total = table.rows[at]
    items = [row for row in table.rows[:at] if row.label.text[:1] in _CHINESE and "、" in row.label.text[:4]]
    for i in range(len(total.columns)):
        whole = column(total, i)
        parts = [f for row in items if (f := column(row, i)) is not None]
        amounts = [p.amount for p in parts]
        if whole is not None and len(parts) > 1 and whole.amount.is_money and differs(whole.amount, amounts):
            yield finding(
                whole.place,
                *(p.place for p in parts),
                expected=added(whole.amount, amounts),
                found=whole.amount.text,
                label=total.label.text,
            )
