"""预算资金大量未执行（黄色预警）。

More than a fifth of the adjusted budget unspent is to be explained.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import percent


@rule(
    "SC132",
    title="预算资金大量未执行",
    title_en="Much of the budget was not spent",
    message="执行率{found}，未执行部分超过{limit}，应说明原因",
    message_en="The execution rate is {found}: more than {limit} unspent, explain",
    cite="product#yellow",
    severity="warning",
)
def money_unspent(scores: Scores, law: Law) -> Iterator[Outcome]:
    limit = law.number("yellow.unspent")
    for sheet in scores.sheets:
        line, money = sheet.appraisal.fund, sheet.execution
        if line is None or money is None or money.ratio is None or not 0 <= money.ratio < 100 - limit:
            continue
        if line.adjusted is None or line.executed is None or not line.adjusted.amount or not line.executed.amount:
            continue
        place = line.rate.place if line.rate else line.executed.place
        yield finding(place, line.adjusted.place, line.executed.place, found=percent(money.ratio), limit=percent(limit))
