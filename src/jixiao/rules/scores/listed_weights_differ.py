"""文中所列权重相加不是满分。

A paragraph that lists the weight of every class of a scheme must come to the full mark.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import ZERO, shown
from jixiao.rules.scores._sentences import listed, whole


@rule(
    "SC104",
    title="文中所列权重相加不是满分",
    title_en="The weights listed in the text do not make the full mark",
    message="所列各类指标分值相加为{found}，不是{expected}",
    message_en="The weights listed add up to {found}, not {expected}",
    cite="arithmetic",
)
def listed_weights_differ(report: Report, law: Law) -> Iterator[Outcome]:
    full = law.number("weight.total")
    for one in listed(report.document):
        total = sum(one.weights.values(), ZERO)
        scored = any(stated == total for stated, _ in one.totals)  # 得分95分，其中投入20分…: points that were given
        if whole(one.weights) and total != full and not scored:
            yield finding(one.place, expected=shown(full), found=shown(total))
