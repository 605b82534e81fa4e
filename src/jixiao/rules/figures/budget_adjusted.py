"""预算调整幅度大而没有说明。

年初预算 and 全年预算 may differ, but a large adjustment wants a reason (预算调整率 of the common framework). A paragraph that speaks
of 调整, 追加 or 调减 is taken for one.
"""

import re
from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.amount import written
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._funds import amount_field
from jixiao.rules.figures._sums import narrative
from jixiao.rules.registry import finding, rule

_EXPLAINED = re.compile(
    r"(?:预算|资金|经费)[^。]{0,30}(?:调整|追加|调增|调减|核减|压减|收回|减少)|(?:调整|追加|调增|调减|核减|压减)[^。]{0,30}(?:预算|资金|经费)"
)


@rule(
    "FG110",
    title="预算调整幅度大而没有说明",
    title_en="A large budget adjustment without a reason",
    message="全年预算{found}比年初{initial}变动{rate}，请说明原因",
    message_en="The budget went from {initial} to {found} ({rate}); please give the reason",
    cite="cn.caiyu-2013-53#adjustment",
    severity="info",
)
def budget_adjusted(report: Report, law: Law) -> Iterator[Outcome]:
    limit = law.number("adjustment.explain")
    explained = any(_EXPLAINED.search(text) for text in narrative(report))
    for sheet in report.appraisals:
        line = sheet.fund
        before, after = (amount_field(line, "initial"), amount_field(line, "adjusted")) if line else (None, None)
        if before is None or after is None or before.amount is None or after.amount is None or before.amount.value <= 0:
            continue
        rate = (after.amount.value - before.amount.value) / before.amount.value * 100
        if (
            abs(rate) > limit
            and not explained
            and not any(i.note and i.note.text and "调" in i.note.text for i in sheet.indicators)
        ):
            sign = "+" if rate > 0 else ""
            yield finding(
                after.place, before.place, found=after.text, initial=before.text, rate=f"{sign}{written(rate, 2)}%"
            )
