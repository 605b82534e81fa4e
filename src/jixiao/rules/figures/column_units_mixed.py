"""同一列中单位不一。

A column headed 万元 in which one cell prints its own 元 or 亿元 is read wrongly by everybody who adds it up.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import tables
from jixiao.rules.registry import finding, rule


@rule(
    "FG507",
    title="同一列中单位不一",
    title_en="Two units in one column",
    message="本列单位为{expected}，此格写的是{found}",
    message_en="The column is in {expected}, this cell says {found}",
    cite="practice#wording",
    severity="info",
)
def column_units_mixed(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        for at in range(max((len(row.columns) for row in table.rows), default=0)):
            facts = [
                f
                for row in table.rows
                if at < len(row.columns) and (f := row.columns[at]) is not None and f.amount.is_money
            ]
            units = [f.amount.unit for f in facts]
            if len(set(units)) < 2:  # noqa: PLR2004
                continue
            usual = max(units, key=units.count)
            if units.count(usual) * 2 <= len(units):
                continue
            for fact in facts:
                if fact.amount.unit != usual:
                    yield finding(fact.place, expected=usual, found=fact.amount.text)
