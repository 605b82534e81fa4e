"""实际完成情况照抄预期目标。

The column 实际完成情况 is to say what was done. A copy of the goal, word for word, says nothing. Where only the
figures differ, the figures are the result, and nothing is said.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from jixiao.model.appraisal import Goal
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.words import squeezed
from jixiao.rules.registry import finding, rule

_SHORTEST = 8  # characters; 「完成」 beside 「完成」 is another matter
_CLOSE = 0.95
_LONGEST = 1500
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = re.compile(r"[^\w\u4e00-\u9fff]")


def _copied(goal: Goal) -> bool:
    one, other = (_SIGNS.sub("", squeezed(field.text)) for field in (goal.expected, goal.achieved))
    if min(len(one), len(other)) < _SHORTEST or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    if one == other:
        return True
    if max(len(one), len(other)) > _LONGEST or abs(len(one) - len(other)) > len(one) * (1 - _CLOSE):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # A word such as 已 or 完成 that was put in makes a statement of it.
    added = "".join(other[b1:b2] for tag, _, _, b1, b2 in matcher.get_opcodes() if tag != "equal")
    return matcher.ratio() >= _CLOSE and not re.search(r"已|完成|实现|达|了|均|未", added)


@rule(
    "TX110",
    title="实际完成情况照抄预期目标",
    title_en="The actual result is a copy of the goal",
    message="“实际完成情况”与“预期目标”文字相同，应写实际做成了什么",
    message_en="the actual result repeats the goal word for word: say what was done",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
)
def goal_copied(report: Report) -> Iterator[Outcome]:
    for sheet in report.appraisals:
        for goal in sheet.goals:
            if _copied(goal):
                yield finding(goal.achieved.place, goal.expected.place)
