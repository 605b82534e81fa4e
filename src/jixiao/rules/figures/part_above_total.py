"""其中项之和大于合计。

其中 rows need not make the whole, but together they may not be more than it: 公用经费 16.8, 其中办公经费 20.
"""

from collections.abc import Iterator

from jixiao.model.amount import sharp_total, unit_slip
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import added, below, column, groups, tables
from jixiao.rules.registry import finding, rule


@rule(
    "FG505",
    title="其中项之和大于合计",
    title_en="Sub-items exceed their total",
    message="{label}：其中各项之和{expected}，大于合计{found}",
    message_en="{label}: its sub-items add up to {expected}, more than the total {found}",
    cite="arithmetic",
)
def part_above_total(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        complete = [row for row, _ in groups(table)]
        for row in table.rows:
            items = below(table, row, 2) if row.depth < 2 and not any(row is known for known in complete) else []  # noqa: PLR2004
            if below(table, row, 1):  # what follows further down belongs to its numbered items
                continue
            for at in range(len(row.columns)):
                total = column(row, at)
                parts = [f for item in items if (f := column(item, at)) is not None]
                amounts = [p.amount for p in parts]
                sums = sharp_total(amounts)
                if total is None or not parts or sums.low <= total.amount.span.high or unit_slip(sums, total.amount):
                    continue
                yield finding(
                    total.place, *(p.place for p in parts), expected=added(total.amount, amounts), found=total.amount.text,
                    label=row.label.text.strip("："),
                )  # fmt: skip
