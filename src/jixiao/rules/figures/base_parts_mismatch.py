"""表中分项之和与合计不符。

In a table of figures a row and the rows that make it up (三公经费 and its three kinds, 项目支出 and its numbered items,
基本支出 and 人员经费 with 公用经费) are typed one by one. Each column must add up. A part left blank counts as nothing, but
then it is a warning only; 其中 rows that need not be complete are judged by another rule.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import added, column, differs, groups, tables
from jixiao.rules.registry import finding, rule


@rule(
    "FG101",
    title="表中分项之和与合计不符",
    title_en="Rows of a table do not add up",
    message="{label}分项之和为{expected}，合计写成了{found}",
    message_en="The rows under {label} add up to {expected}, the total says {found}",
    cite="arithmetic",
)
def base_parts_mismatch(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        for row, parts in groups(table):
            for at in range(len(row.columns)):
                total = column(row, at)
                filled = [f for part in parts if (f := column(part, at)) is not None]
                if total is None or not filled or not differs(total.amount, [f.amount for f in filled]):
                    continue
                yield finding(
                    total.place, *(f.place for f in filled),
                    expected=added(total.amount, [f.amount for f in filled]), found=total.amount.text,
                    severity="" if len(filled) == len(parts) else "warning", label=row.label.text.strip("：").split("、")[-1],
                )  # fmt: skip
