"""三公经费超预算或比上年增加。

三公经费 above its budget must be explained; above last year's it is worth a sentence even where the budget was kept, since the text
usually speaks of the saving only.
"""

import re
from collections.abc import Iterator

from jixiao.model.amount import written
from jixiao.model.fact import Fact
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import narrative, staged, tables
from jixiao.rules.registry import finding, rule

_EXPLAINED = re.compile(
    r"三公[^。]{0,80}(?:比上年|较上年|同比|较去年|比去年|较20\d\d年|比20\d\d年)[^。]{0,40}(?:增|上升|减|下降|持平)"
)


@rule(
    "FG113",
    title="三公经费超预算或比上年增加",
    title_en="Three-public expenses above the budget or last year",
    message="三公经费决算{found}超过预算{base}，增幅{rate}，应说明原因",
    message_en="three-public expenses {found} exceed the budget {base} by {rate}, unexplained",
    variants={
        "year": (
            "三公经费决算{found}比上年{base}增加{rate}，文字中未说明",
            "three-public expenses {found} are {rate} above last year's {base}, not mentioned",
        )
    },
    cite="cn.caiyu-2013-53#three_public",
    severity="warning",
)
def three_public_up(report: Report) -> Iterator[Outcome]:
    told = any(_EXPLAINED.search(text) for text in narrative(report))
    for table in tables(report):
        for row in table.rows:
            if row.concept != "three_public" or report.year is None:
                continue
            spent = staged(row, "final", report.year)
            planned = staged(row, "budget", report.year) or staged(row, "adjusted", report.year)
            before = staged(row, "final", report.year - 1)
            if spent is None:
                continue
            if planned is not None and spent.amount.span.low > planned.amount.span.high:
                yield finding(
                    spent.place,
                    planned.place,
                    found=spent.amount.text,
                    base=planned.amount.text,
                    rate=_rate(spent, planned),
                )
            elif (
                before is not None
                and before.amount.value > 0
                and spent.amount.span.low > before.amount.span.high
                and not told
            ):
                yield finding(
                    spent.place, before.place, severity="info", variant="year", found=spent.amount.text, base=before.amount.text,
                    rate=_rate(spent, before),
                )  # fmt: skip


def _rate(now: Fact, then: Fact) -> str:
    if not then.amount.value:
        return "（基数为零）"
    return f"{written((now.amount.value - then.amount.value) / then.amount.value * 100, 1)}%"
