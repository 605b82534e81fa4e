"""同一指标在两张表中不一致。

The same indicator in the department's table and in a project's, or in two projects', with another target or another result. It may
be two surveys or two scopes, so it is a question.
"""

from collections.abc import Iterator

from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import squeezed, title
from jixiao.rules.registry import finding, rule


@rule(
    "IX110",
    title="同一指标在两张表中不一致",
    title_en="One indicator differs between two tables",
    message="“{item}”一处为{found}，另一处为{expected}，请核对口径",
    message_en="{item} is {found} here and {expected} elsewhere: check the scope",
    cite="arithmetic",
    severity="info",
)
def same_indicator_differs(report: Report) -> Iterator[Outcome]:
    first: dict[str, tuple[int, Indicator]] = {}
    for number, appraisal in enumerate(report.appraisals):
        for row in appraisal.indicators:
            name = squeezed(row.name.text)
            if len(name) < 4 or row.goal.low is None or row.actual.amount is None:  # noqa: PLR2004 - 成本, 数量 are no names
                continue
            table, other = first.setdefault(name, (number, row))
            if table != number and row.kind1 != "cost" and not row.goal.low.is_money and not _same(row, other):
                yield finding(
                    row.actual.place, other.actual.place, expected=_pair(other), found=_pair(row), item=title(row)
                )


def _same(one: Indicator, other: Indicator) -> bool:
    return _values(one) == _values(other)


def _values(row: Indicator) -> tuple[object, object]:
    low, actual = row.goal.low, row.actual.amount
    return (low.value if low else None), (actual.value if actual else None)


def _pair(row: Indicator) -> str:
    return f"{squeezed(row.target.text)}→{squeezed(row.actual.text)}"
