"""评价等级与得分不符。

90 and more is 优, 80 to 90 良, 60 to 80 中, below that 差. A report that prints its own scale is not measured by ours.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.law import Law
from jixiao.model.finding import NotChecked, Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._scale import own_scale

_STATED = re.compile(
    r"(?:得分|评分|总分|分数|自评分|综合分|得)[为是：]?\s{0,2}(?P<score>\d{1,3}(?:\.\d{1,2})?)\s?分?[^。\f\d]{0,16}?"
    r"(?:等级|等次|级别|评级|结果|结论|评定|评价)(?:结果|等级|等次|结论)?(?:[为是：]|确定为|评定为|属于|达到)?\s?[“”\"「『]?(?P<grade>[优良中差])[秀好等]?(?![\w%])"
)
_MOST = Decimal(100)  # a score on the scale of a hundred


@rule(
    "SC155",
    title="评价等级与得分不符",
    title_en="Grade does not fit the score",
    message="{score}分的等级为“{expected}”，写成了“{found}”",
    message_en="A score of {score} is {expected}, stated as {found}",
    cite="cn.caiyu-2020-10#grades",
    severity="warning",
)
def grade_differs(report: Report, law: Law) -> Iterator[Outcome]:
    stated = list(report.document.find(_STATED))
    if stated and own_scale(report.document.plain, law):
        yield NotChecked("报告自列了等级划分标准，未按通用标准核对", "the report states its own scale of grades")
        return
    for match, words, offset in stated:
        score = Decimal(match["score"])
        right = law.grade(score)
        if score <= _MOST and right != match["grade"]:
            place = words.place(match.start("grade") - offset, match.end("grade") - offset)
            other = words.place(match.start("score") - offset, match.end("score") - offset)
            yield finding(place, other, expected=right, found=match["grade"], score=match["score"])
