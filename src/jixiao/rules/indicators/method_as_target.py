"""指标值是方法或指标名，不是目标值。

「定性」 says how a thing is judged, 「及时率」 repeats the name of the measure; neither says what was to be reached.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule


@rule(
    "IX101",
    title="指标值不是目标值",
    title_en="The target is a method, not a value",
    message="“{item}”的指标值“{found}”是方法或指标名，应写要达到的值",
    message_en="The target {found} of {item} is a method or a name: state the value to be reached",
    cite="cn.caiyu-2021-101#elements",
    severity="warning",
)
def method_as_target(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        text = squeezed(row.target.text)
        if not text or row.goal.low is not None or _shifted(row):
            continue
        if pattern("method").search(text) or (len(text) > 1 and text == squeezed(row.name.text)):
            yield finding(row.target.place, row.name.place, found=row.target.text.strip(), item=title(row))


def _shifted(row: Indicator) -> bool:
    """Whether the name stands where the target should: a row that slipped by a column in reading."""
    return row.name.place == row.target.place or squeezed(row.name.text).endswith("指标")
