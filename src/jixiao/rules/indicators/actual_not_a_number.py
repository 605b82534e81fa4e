"""定量指标的完成值不是数。

A target of 100 % is answered by a percentage, not by 「完成」: from the word nobody can tell whether it was 100 % or 96 %.
"""

import re
from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import indicators, squeezed, title
from jixiao.rules.registry import finding, rule

# A short word and no figure at all; a sentence may well hold the number somewhere.
_WORD = re.compile(
    r"(?:已|已经|全部|全面|按时|按期|按要求|及时|均|均已|基本|部分|未|顺利|圆满|较好)*"
    r"(?:完成|达成|达标|合格|达到|实现|优|良好|良|较好|满意|是|正常|有效提升|提升|提高|及时|到位)"
    r"(?:目标|指标|年度目标|年度指标|任务|预期目标|预期指标)?"
)


@rule(
    "IX105",
    title="定量指标的完成值不是数",
    title_en="A number is needed as the actual value",
    message="“{item}”指标值为{target}，完成值“{found}”应填写数值",
    message_en="{item} has the target {target}: the actual value {found} must be a number",
    cite="product#number",
    severity="warning",
)
def actual_not_a_number(report: Report) -> Iterator[Outcome]:
    for row in indicators(report):
        low = row.goal.low
        if low is None or row.actual.amount is not None or not low.dimension:
            continue
        if pattern("date_unit").search(low.unit):
            continue
        if _WORD.fullmatch(squeezed(row.actual.text)):
            yield finding(
                row.actual.place,
                row.target.place,
                found=row.actual.text.strip(),
                item=title(row),
                target=row.target.text.strip(),
            )
