"""把花钱当产出。

「工程资金金额≥43万元」 counts the money put in, not what was made of it. Spending belongs to the execution rate or, as an upper limit, to cost.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

_LIMITS = ("<=", "<")


@rule(
    "IX113",
    title="把花钱当产出",
    title_en="Spending used as an output",
    message="“{item}”（{found}）是投入的资金，不是产出，应改为所完成的工作量",
    message_en="{item} ({found}) is money spent, not an output: state the work that was done",
    cite="practice#measurable",
    severity="warning",
)
def spending_as_output(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        low = row.goal.low
        if low is None or not low.is_money or row.goal.sign in _LIMITS:
            continue
        # By its class where the table says so; a cost is rightly measured in money, and so is an economic benefit.
        output = row.kind2 == "quantity" or (not row.kind2 and row.kind1 in ("", "output"))
        name = squeezed(row.name.text)
        if output and pattern("spending").search(name) and not pattern("earned").search(name):
            yield finding(row.target.place, row.name.place, found=row.target.text.strip(), item=title(row))
