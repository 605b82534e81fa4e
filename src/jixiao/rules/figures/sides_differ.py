"""收支总表两边的总计不等。

In a two-sided table of income and spending the last totals of both sides are the same by construction (收支总计, with what was carried
in and out). A table that stops at 本年收入合计 and 本年支出合计 need not balance.
"""

from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import BaseTable, Report
from jixiao.rules.registry import finding, rule

_TOTALS = frozenset({"总计", "收入总计", "支出总计", "收支总计"})


@rule(
    "FG116",
    title="收支总表两边的总计不等",
    title_en="The two sides of the table do not balance",
    message="收入总计{income}与支出总计{found}不等",
    message_en="Total income {income} and total expenditure {found} differ",
    cite="arithmetic",
)
def sides_differ(report: Report) -> Iterator[Outcome]:
    for income in report.ledgers:
        if income.side != "income":
            continue
        for spending in report.ledgers:
            if spending.side == "expenditure" and spending.table is income.table:
                yield from _compare(_totals(income), _totals(spending))


def _compare(left: list[Fact | None], right: list[Fact | None]) -> Iterator[Outcome]:
    if len(left) != len(right):
        return
    for one, other in zip(left, right, strict=True):
        if (
            one is None
            or other is None
            or one.context.stage != other.context.stage
            or one.amount.span.meets(other.amount.span)
        ):
            continue
        yield finding(other.place, one.place, found=other.amount.text, income=one.amount.text, severity="error")


def _totals(table: BaseTable) -> list[Fact | None]:
    """The figures of the last 总计 row."""
    for row in reversed(table.rows):
        if "".join(row.label.text.split()) in _TOTALS:
            return list(row.columns)
    return []
