"""占比超过100%。

A share above 100 % is wrong whatever the amounts are. Raised only where the amounts are not at hand, otherwise the
share is recomputed.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG204",
    title="占比超过100%",
    title_en="Share above 100 %",
    message="占比{found}超过100%，部分不可能大于总体",
    message_en="A share of {found}: a part cannot exceed its whole",
    cite="arithmetic",
)
def share_over_hundred(report: Report) -> Iterator[Outcome]:
    for share in report.relations.shares:
        if share.stated.amount.value > 100 and (share.part is None or share.whole is None):  # noqa: PLR2004 - a whole is 100 %
            yield finding(share.stated.place, expected="≤100%", found=share.stated.amount.text)
