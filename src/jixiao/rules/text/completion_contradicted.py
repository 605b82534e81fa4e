"""“全部完成”与指标不符。

The text says that every target was met; the sheet below it shows one that was not.
"""

import re
from collections.abc import Iterator

from jixiao.model.document import Paragraph
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule

_ALL = re.compile(
    r"(?:各项|全部|所有)(?:年度)?(?:绩效|工作|重点)?(?:目标|指标|任务)[^，。；\n\f]{0,8}?(?:完成|实现|达成|达到|达标)(?!率)|(?:目标|指标"
    r"|任务)[^，。；\n\f]{0,4}?(?:全部|均已?|全面)(?:圆满|如期|按时)?(?:完成|实现|达成|达标)"
    r"|(?<!是否)(?:不存在|没有|无)(?:任何|明显)?偏差"
)
_NOT = re.compile(r"未|没有全部|不能|尚|确保|力争|基本|大部分|将|要")


@rule(
    "TX117",
    title="“全部完成”与指标不符",
    title_en="All targets met, says the text, and the sheet says otherwise",
    message="文中说“{found}”，自评表中“{name}”未完成（{target}，实际{actual}）",
    message_en="the text says “{found}”, the sheet shows “{name}” unmet ({target}, actual {actual})",
    cite="cn.caiyu-2020-10#content",
    severity="warning",
)
def completion_contradicted(report: Report, scores: Scores) -> Iterator[Outcome]:
    sheet = scores.department
    unmet = (
        next((i for i, points in sheet.indicators if points.met is False and points.ratio is not None), None)
        if sheet
        else None
    )
    if unmet is None:
        return
    for match, words, offset in report.document.find(_ALL):
        start, end = match.start() - offset, match.end() - offset
        if not isinstance(words, Paragraph) or _NOT.search(words.plain, max(0, start - 8), end):
            continue
        yield finding(
            words.place(start, end), unmet.place, found=match.group(),
            name=unmet.name.text, target=unmet.target.text, actual=unmet.actual.text,
        )  # fmt: skip
        return
