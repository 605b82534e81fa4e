"""预算为零却有完成率。

A rate of completion needs a budget. Where the initial budget is zero and a rate is printed, the base was named
wrongly: usually the adjusted budget (全年预算数) was meant. 0 % and 100 % of nothing for an item that was not budgeted and
not spent are harmless.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG309",
    title="预算为零却有完成率",
    title_en="A completion rate of a zero budget",
    message="预算数为0，不能计算完成率，写成了{found}；基数可能应为全年预算数",
    message_en="The budget is 0: no rate of completion, stated as {found}",
    cite="arithmetic",
)
def completion_of_nothing(report: Report) -> Iterator[Outcome]:
    for done in report.relations.completions:
        if done.base is None or done.base.amount.value != 0 or done.rate.amount.value == 0:
            continue
        if done.actual is not None and done.actual.amount.value == 0:
            continue
        yield finding(done.rate.place, done.base.place, expected="—", found=done.rate.amount.text)
