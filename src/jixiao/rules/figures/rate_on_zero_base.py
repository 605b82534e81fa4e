"""基数为零不能计算幅度。

Against a base of zero there is no rate of change; the usual way is to print a dash and explain. 0 % beside nothing at
all is clumsy but harmless.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG304",
    title="基数为零不能计算幅度",
    title_en="No rate on a zero base",
    message="基数为0，不能计算增减幅度，写成了{found}，应写“—”并说明",
    message_en="The base is 0: no rate can be computed, stated as {found}",
    cite="arithmetic",
)
def rate_on_zero_base(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        base, rate = change.base, change.rate
        if base is not None and rate is not None and base.amount.value == 0 and rate.amount.value != 0:
            yield finding(rate.place, base.place, expected="—", found=rate.amount.text)
