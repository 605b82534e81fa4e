"""指标方向写反。

A cost is to be at most, a satisfaction at least. The sign the other way round turns every result on its head.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

_UP, _DOWN = (">=", ">"), ("<=", "<")


@rule(
    "IX111",
    title="指标方向写反",
    title_en="Direction of the target reversed",
    message="“{item}”的方向写成了{found}，应为{expected}",
    message_en="{item} is stated as {found}, it should be {expected}",
    cite="practice#measurable",
    severity="warning",
)
def direction_wrong(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        way = _way(row)
        if (way > 0 and row.goal.sign in _DOWN) or (way < 0 and row.goal.sign in _UP):
            right = "≥" if way > 0 else "≤"
            yield finding(
                row.target.place, row.name.place, expected=right, found=row.target.text.strip(), item=title(row)
            )


def _way(row: Indicator) -> int:
    """+1 and -1 only where the name leaves no doubt."""
    name = squeezed(row.name.text)
    if pattern("change_word").search(name):
        return 0
    if pattern("sure_reverse").search(name):
        return -1
    return 1 if pattern("sure_forward").search(name) else 0
