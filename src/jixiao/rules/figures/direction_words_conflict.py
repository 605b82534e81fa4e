"""增减额与增减幅度方向相反。

The amount of a change and its rate are printed with two direction words, one of which was left from last year.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_WORDS = {1: "增长", -1: "下降"}


@rule(
    "FG311",
    title="增减额与增减幅度方向相反",
    title_en="Amount and rate of a change point opposite ways",
    message="同一项变动，金额写“{word}”，幅度写“{found}”，方向相反",
    message_en="One change, two directions: the amount says “{word}”, the rate says “{found}”",
    cite="arithmetic",
)
def direction_words_conflict(report: Report) -> Iterator[Outcome]:
    for change in report.relations.changes:
        if change.difference is None or change.rate is None or not change.direction or not change.rate_direction:
            continue
        if change.direction != change.rate_direction and change.difference.amount.value and change.rate.amount.value:
            yield finding(
                change.rate.place, change.place,
                expected=_WORDS[change.direction], found=_WORDS[change.rate_direction], word=change.word,
            )  # fmt: skip
