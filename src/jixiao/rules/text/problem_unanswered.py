"""问题没有对应的措施。

A problem whose subject comes up in none of the measures. Judged by shared pairs of characters, words that any
report is full of left out; so only a hint, and only for lists.
"""

import re
from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.items import items
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_LEAST = 2
_SUBJECT = 2  # pairs of characters that a problem must have of its own to be judged


def _pairs(text: str) -> set[str]:
    left = pattern("common_words", "problems").sub(" ", text)
    return {run[i : i + 2] for run in _RUN.findall(left) for i in range(len(run) - 1)}


@rule(
    "TX114",
    title="问题没有对应的措施",
    title_en="A problem that no measure answers",
    message="第{number}个问题在改进措施中没有对应的内容，请核对",
    message_en="no measure seems to answer problem {number}",
    cite="practice#wording",
    local={"430600": "hn.yueyang-rules#rubric_advice"},
    severity="info",
)
def problem_unanswered(report: Report) -> Iterator[Outcome]:
    problems, measures = items(report, "problems"), items(report, "measures")
    if len(problems) < _LEAST or len(measures) < _LEAST:
        return
    answered = set().union(*(_pairs(item.text) for item in measures))
    all_answered = "".join(item.text for item in measures)
    for number, item in enumerate(problems, 1):
        if pattern("general_patterns", "problems").search(
            item.text
        ):  # a general phrase has no subject that a measure could take up
            continue
        pairs = _pairs(item.text.split("。")[0])
        if len(pairs) >= _SUBJECT and not pairs & answered and not any(pair in all_answered for pair in pairs):
            yield finding(item.place, number=number)
