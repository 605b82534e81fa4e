"""完成率与大小关系不符。

「完成年初预算100%，决算数大于预算数」: the sentence was copied from another item, or the rate was. A rate above 100 % goes with
大于, below with 小于. A rate printed as 100 % may hide a small difference, so that is a warning; a rate on the other side of
100 % is an error. Where both amounts are given they are compared by their own rules.
"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.relation import Change, Completion
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_WORDS = {1: "大于", -1: "小于", 0: "等于"}
_REACH = 40  # characters from the rate to the words that speak of the same two figures (our choice)


@rule(
    "FG316",
    title="完成率与大小关系不符",
    title_en="Completion rate against the words of the same sentence",
    message="完成率为{rate}，决算数应{expected}预算数，写成了“{found}”",
    message_en="At {rate} the result should be “{expected}” the budget, not “{found}”",
    cite="arithmetic",
)
def completion_against_words(report: Report) -> Iterator[Outcome]:
    compared = [c for c in report.relations.changes if c.compared and c.against == "budget" and c.direction]
    for done in report.relations.completions:
        change = next((c for c in compared if _same(done, c)), None)
        if change is None or (done.actual is not None and done.base is not None) or done.rate.amount.value == 0:
            continue
        low, high = done.rate.amount.wide_span
        actual = (done.rate.amount.value > 100) - (done.rate.amount.value < 100)  # noqa: PLR2004 - all of the budget
        if actual == change.direction:
            continue
        yield finding(
            change.place, done.rate.place, expected=_WORDS[actual], found=change.word, rate=done.rate.amount.text,
            severity="warning" if low <= 100 <= high else "",  # noqa: PLR2004 - all of the budget
        )  # fmt: skip


def _same(done: Completion, change: Change) -> bool:
    one, other = done.rate.place, change.place
    return one.order[:3] == other.order[:3] and 0 <= other.start - one.end <= _REACH
