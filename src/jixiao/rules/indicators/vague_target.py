"""指标值没有可衡量的标准。

「提升」, 「良好」 without a base or a level cannot be checked. They are common and allowed for benefits, so all of a table are named once.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import squeezed
from jixiao.rules.registry import finding, rule


@rule(
    "IX102",
    title="指标值没有可衡量的标准",
    title_en="Targets without a standard",
    message="{count}项指标值如“{found}”没有基数或标准，难以衡量",
    message_en="{count} targets such as {found} have no base or standard to measure by",
    cite="practice#measurable",
    severity="info",
)
def vague_target(report: Report) -> Iterator[Outcome]:
    for appraisal in report.appraisals:
        vague = [row for row in appraisal.indicators if pattern("vague").search(squeezed(row.target.text))]
        if vague:
            places = [row.target.place for row in vague]
            yield finding(*places, found=vague[0].target.text.strip(), count=len(vague))
