"""同一指标在两张表中不一致。

The same indicator in the department's table and in a project's, or in two projects', with another result, or a rate with
another target. It may be two surveys or two scopes, so it is a question, asked once for each name.
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
    seen: dict[str, list[tuple[int, Indicator]]] = {}
    asked: set[str] = set()
    for number, appraisal in enumerate(report.appraisals):
        for row in appraisal.indicators:
            name = squeezed(row.name.text)
            if not _comparable(row, name) or name in asked:
                continue
            before = seen.setdefault(name, [])
            other = next((r for table, r in before if table != number and _differ(row, r)), None)
            before.append((number, row))
            if other is not None:
                asked.add(name)
                yield finding(
                    row.actual.place, other.actual.place, expected=_pair(other), found=_pair(row), item=title(row)
                )


def _comparable(row: Indicator, name: str) -> bool:
    """A name that says something (not 成本, 数量) with numbers."""
    known = row.goal.low is not None and row.actual.amount is not None
    return known and len(name) > 3 and row.kind1 != "cost"  # noqa: PLR2004


def _differ(row: Indicator, other: Indicator) -> bool:
    """Counts and money differ from project to project by nature: there only another result for one target counts."""
    (low, actual), (low2, actual2) = _values(row), _values(other)
    rate = all(r.goal.low is not None and r.goal.low.is_percent for r in (row, other))
    return (low, actual) != (low2, actual2) if rate else (low == low2 and actual != actual2)


def _values(row: Indicator) -> tuple[object, object]:
    low, actual = row.goal.low, row.actual.amount
    return (low.value if low else None), (actual.value if actual else None)


def _pair(row: Indicator) -> str:
    return f"{squeezed(row.target.text)}→{squeezed(row.actual.text)}"
