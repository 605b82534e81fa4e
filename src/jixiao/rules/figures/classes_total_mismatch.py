"""各类之和与合计行不符。

In a table with one row a class, the rows of the first level (科目编码 of three digits: 201, 208 …) add up to the 合计 row in every
column. Tables without codes are left alone, since then the levels cannot be told apart.
"""

import re
from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import BaseRow, BaseTable, Report
from jixiao.rules.figures._sums import added, differs
from jixiao.rules.registry import finding, rule

_CODE = re.compile(r"[1-9]\d{2}")


@rule(
    "FG117",
    title="各类之和与合计行不符",
    title_en="The classes do not add up to the total row",
    message="{column}：各类之和为{expected}，合计行为{found}",
    message_en="{column}: the classes add up to {expected}, the total row says {found}",
    cite="arithmetic",
)
def classes_total_mismatch(report: Report) -> Iterator[Outcome]:
    for table in report.ledgers:
        total = next((row for row in table.rows if "".join(row.label.text.split()) in ("合计", "总计")), None)
        classes = [row for row in table.rows if _is_class(table, row)]
        if total is None or len(classes) < 2:  # noqa: PLR2004
            continue
        for at, whole in enumerate(total.columns):
            parts: list[Fact] = [f for row in classes if at < len(row.columns) and (f := row.columns[at]) is not None]
            amounts = [p.amount for p in parts]
            if whole is not None and len(parts) == len(classes) and differs(whole.amount, amounts):
                yield finding(
                    whole.place, *(p.place for p in parts), expected=added(whole.amount, amounts),
                    found=whole.amount.text, column=whole.label,
                )  # fmt: skip


def _is_class(table: BaseTable, row: BaseRow) -> bool:
    """Whether the row begins with a code of the first level."""
    fact = next((f for f in row.columns if f is not None), None)
    cell = table.table.at(fact.place.row, 1) if fact is not None and fact.place.row else None
    return cell is not None and bool(_CODE.fullmatch("".join(cell.plain.split())))
