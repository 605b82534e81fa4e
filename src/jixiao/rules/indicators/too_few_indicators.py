"""指标过少。"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX124",
    title="指标过少",
    title_en="Too few indicators",
    message="自评表只有{found}项指标，难以全面反映产出和效益",
    message_en="The table has only {found} indicators: too few to show output and benefit",
    cite="practice#thresholds",
    severity="info",
)
def too_few_indicators(report: Report, law: Law) -> Iterator[Outcome]:
    for appraisal in whole(report):
        if appraisal.total_score is not None and 0 < len(appraisal.indicators) < law.number("indicators.few"):
            yield finding(appraisal.place, found=str(len(appraisal.indicators)))
