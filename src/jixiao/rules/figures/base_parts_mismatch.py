"""表中分项之和与合计不符。

In a table of figures a row and the rows that make it up (三公经费 and its three kinds, 项目支出 and its numbered items,
基本支出 and 人员经费 with 公用经费) are typed one by one. Each column must add up. A part left blank counts as nothing, but
then it is a warning only. 其中 rows need not be complete; but where they make the whole in every other column of the
table and fall short in one, that column is a warning, too.
"""

from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import BaseRow, BaseTable, Report
from jixiao.rules.figures._sums import added, below, column, differs, groups, tables
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
        whole = list(groups(table))
        for row, parts in whole:
            for total, filled in _columns(row, parts):
                if differs(total.amount, [f.amount for f in filled]):
                    yield _found(row, total, filled, "" if len(filled) == len(parts) else "warning")
        for row in table.rows:
            if row.depth == 0 and not any(row is known for known, _ in whole):
                yield from _listed(table, row)


def _listed(table: BaseTable, row: BaseRow) -> Iterator[Outcome]:
    """其中 rows that fall short in one column only."""
    if below(table, row, 1):
        return
    columns = list(_columns(row, below(table, row, 2)))
    short = [(total, filled) for total, filled in columns if differs(total.amount, [f.amount for f in filled])]
    if len(short) == 1 and len(columns) > 2:  # noqa: PLR2004 - two columns that close are a habit, one is chance
        total, filled = short[0]
        if sum(f.amount.value for f in filled) < total.amount.value:
            yield _found(row, total, filled, "warning")


def _columns(row: BaseRow, parts: list[BaseRow]) -> Iterator[tuple[Fact, list[Fact]]]:
    """Each column's total with the parts that are filled in."""
    for at in range(len(row.columns)):
        total = column(row, at)
        filled = [f for part in parts if (f := column(part, at)) is not None]
        if total is not None and filled:
            yield total, filled


def _found(row: BaseRow, total: Fact, filled: list[Fact], severity: str) -> Outcome:
    return finding(
        total.place, *(f.place for f in filled), expected=added(total.amount, [f.amount for f in filled]), found=total.amount.text,
        severity=severity, label=row.label.text.strip("：").split("、")[-1],
    )  # fmt: skip
