"""缺少规定的一级指标。

The scheme asks for 产出, 效益 and 满意度 (2021: satisfaction as needed). Only a whole table, of which every row's class was
recognised, can lack one.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import NO_WHOLE_SHEET, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX118",
    title="缺少规定的一级指标",
    title_en="A class of indicators is missing",
    message="自评表没有设置{expected}",
    message_en="The table has no {expected}",
    cite="cn.caiyu-2020-10#13",
    severity="warning",
)
def class_missing(report: Report, law: Law) -> Iterator[Outcome]:
    if not any(appraisal.indicators for appraisal in whole(report)):
        yield NO_WHOLE_SHEET
        return
    for appraisal in whole(report):
        kinds = {row.kind1 for row in appraisal.indicators} | {row.kind2 for row in appraisal.indicators}
        if any(not row.kind1 for row in appraisal.indicators) or len(appraisal.indicators) < law.number(
            "indicators.few"
        ):
            continue
        missing = {str(row["kind"]): str(row["name"]) for row in law.table("classes") if row["kind"] not in kinds}
        if missing:
            # Satisfaction is set as needed under the newer scheme.
            only = set(missing) == {"satisfaction"}
            yield finding(appraisal.place, expected="、".join(missing.values()), severity="info" if only else "")
