"""指标过多。

Core indicators, 精简实用: a table of more rows than anyone can check shows nothing.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX123",
    title="指标过多",
    title_en="Too many indicators",
    message="自评表有{found}项指标，超过{expected}项，建议突出核心指标",
    message_en="The table has {found} indicators, more than {expected}: keep to the core",
    cite="practice#thresholds",
    severity="info",
)
def too_many_indicators(report: Report, law: Law) -> Iterator[Outcome]:
    most = law.number("indicators.many")
    for appraisal in whole(report):
        if len(appraisal.indicators) > most:
            yield finding(appraisal.place, expected=str(most), found=str(len(appraisal.indicators)))
