"""文中所列得分相加与总分不符。

A paragraph that lists the score of every class and the total: the total is their sum.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import ZERO, shown
from jixiao.rules.scores._sentences import listed, whole


@rule(
    "SC113",
    title="文中所列得分相加与总分不符",
    title_en="The scores listed in the text do not make the total",
    message="各类指标得分相加为{expected}，总分写成了{found}",
    message_en="The scores listed add up to {expected}, the total is stated as {found}",
    cite="arithmetic",
)
def listed_scores_differ(report: Report, law: Law) -> Iterator[Outcome]:
    for one in listed(report.document):
        right = sum(one.scores.values(), ZERO)
        # The full mark may stand beside the total; two other totals belong to two things.
        stated = dict(one.totals)
        if len(stated) > 1:
            stated.pop(law.number("weight.total"), None)
        if whole(one.scores) and len(stated) == 1 and right not in stated:
            ((total, place),) = stated.items()
            yield finding(place, one.place, expected=shown(right), found=shown(total), fix=shown(right))
