"""没有细化到三级指标。"""

from collections.abc import Iterator

from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.indicators._rows import NO_WHOLE_SHEET, squeezed, whole
from jixiao.rules.registry import finding, rule


@rule(
    "IX117",
    title="没有细化到三级指标",
    title_en="No third-level indicator",
    message="“{level}”填了指标值{found}，没有写三级指标名称",
    message_en="{level} has a target {found} but no third-level indicator",
    cite="cn.caiyu-2020-10#form",
    local={"430600": "hn.yueyang-rules#rubric_weights"},
    severity="warning",
)
def third_level_missing(report: Report) -> Iterator[Outcome]:
    if not any(appraisal.indicators for appraisal in whole(report)):
        yield NO_WHOLE_SHEET
        return
    for appraisal in whole(report):
        named = sum(1 for row in appraisal.indicators if row.name)
        for row in appraisal.indicators:
            if (
                not row.name
                and row.target
                and row.actual
                and row.level2 is not None
                and named * 2 > len(appraisal.indicators)
            ):
                yield finding(
                    row.target.place,
                    row.level2.place,
                    found=row.target.text.strip()[:12],
                    level=squeezed(row.level2.text)[:12],
                )
