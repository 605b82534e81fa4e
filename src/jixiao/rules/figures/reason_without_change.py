"""没有增减却说明增减原因。

A sentence copied from another item: the change is zero, or the two are level, and still a reason for an increase or a
decrease follows. For a level figure only reasons that speak of a change count; 严格控制 or 厉行节约 may well explain why
nothing grew.
"""

import re
from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_NOTHING = re.compile(
    r"无变化|没有变化|未发生|没有发生|未变|不变|持平|一致|均为|均无|没有增减|无增减|未安排|没有安排|未增|未减|没有增加|没有减少|^无|(?:单位|部门|本年|年度|均|也|我[局校院中]心?)无|没有|相同|稳定"
)
_CHANGED = re.compile(r"(?<![无未不])(?:压减|减少|增加|下降|增长|压缩|核减|新增|调增|上涨|缩减)")


@rule(
    "FG305",
    title="没有增减却说明增减原因",
    title_en="A reason for a change of zero",
    message="增减为0（持平），却写了增减原因“{found}”",
    message_en="No change, yet a reason for one is given: “{found}”",
    cite="practice",
    severity="warning",
)
def reason_without_change(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        if not change.reason or change.reason_place is None or _NOTHING.search(change.reason):
            continue
        figures = [f.amount.value for f in (change.difference, change.rate) if f is not None]
        zero = bool(figures) and not any(figures)
        level = change.direction == 0 and not change.compared and _CHANGED.search(change.reason) is not None
        if zero or level:
            yield finding(change.reason_place, change.place, found=change.reason)
