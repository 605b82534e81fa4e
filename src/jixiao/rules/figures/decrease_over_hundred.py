"""降幅超过100%。

What is paid or received cannot fall by more than all of it. Only raised where the amounts are not given, otherwise
the rate is recomputed.
"""

from collections.abc import Iterator

from jixiao.model.amount import in_percent
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG312",
    title="降幅超过100%",
    title_en="A decrease of more than 100 %",
    message="降幅{found}超过100%，不可能",
    message_en="A decrease of {found} is impossible",
    cite="arithmetic",
)
def decrease_over_hundred(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        rate = change.rate
        known = change.base is not None or (change.current is not None and change.difference is not None)
        if rate is None or known or change.rate_direction != -1:
            continue
        if in_percent(rate.amount).value > 100:  # noqa: PLR2004 - all of it
            yield finding(rate.place, expected="≤100%", found=rate.amount.text)
