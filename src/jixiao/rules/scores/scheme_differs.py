"""一级指标权重与规定方案不同。

The ministry's scheme is 10/50/30/10 (预算执行率/产出/效益/满意度) and may be adjusted in special cases, so a difference is only
mentioned; where the form of the report has a scheme of its own it is to be explained.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.model.score import Scores, SheetScore
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_FULL_WEIGHTS, counts_execution, full_weights, shown

_NAMES = {"execution": "预算执行率", "cost": "成本", "output": "产出", "benefit": "效益", "satisfaction": "满意度"}


@rule(
    "SC103",
    title="一级指标权重与规定方案不同",
    title_en="Weights of the classes differ from the scheme",
    message="权重为{found}，方案为{expected}；确需调整的应说明",
    message_en="Weights are {found}, the scheme has {expected}; explain the adjustment",
    cite="cn.caiyu-2020-10#13",
    severity="info",
)
def scheme_differs(report: Report, scores: Scores, law: Law) -> Iterator[Outcome]:
    if not any(full_weights(sheet, law) for sheet in scores.sheets):
        yield NO_FULL_WEIGHTS
        return
    schemes = [{kind: Decimal(value) for kind, value in row.items()} for row in law.table("schemes")]
    for sheet in scores.sheets:
        sums = _sums(sheet, law)
        if not full_weights(sheet, law) or "" in sums or not schemes:
            continue
        if any(all(sums.get(kind, 0) == value for kind, value in scheme.items()) for scheme in schemes):
            continue
        first = {kind: value for kind, value in schemes[0].items() if kind != "execution" or kind in sums}
        if all(sums.get(kind) == value for kind, value in first.items()):
            continue  # the execution rate stands in another table
        place = sheet.appraisal.total_weight.place if sheet.appraisal.total_weight else sheet.appraisal.place
        # A place's own scheme is to be kept; the national one may be adjusted.
        known = "warning" if report.form.pack == law.pack and not law.pack.startswith("CN-") else ""
        yield finding(place, expected=_words(first), found=_words(sums), severity=known)


def _sums(sheet: SheetScore, law: Law) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    if sheet.execution is not None and counts_execution(sheet, law):
        sums["execution"] = sheet.execution.weight
    for row, points in sheet.indicators:
        sums[row.kind1] += points.weight
    return sums


def _words(sums: dict[str, Decimal]) -> str:
    return "、".join(f"{name}{shown(sums[kind])}" for kind, name in _NAMES.items() if sums.get(kind))
