"""指标得分明显高于预算执行（红色预警）。

Provincial systems warn where the indicators' share of their points exceeds the execution rate's by more than a set part: much was
achieved, it is said, with little of the money. It is to be explained.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import (
    NO_FULL_WEIGHTS,
    ZERO,
    counts_execution,
    empty_total,
    full_weights,
    percent,
    weight_sum,
)


@rule(
    "SC131",
    title="指标得分明显高于预算执行",
    title_en="Indicator scores far above the execution rate",
    message="指标得分率{indicators}，预算执行得分率{found}，相差超过{limit}，应予说明",
    message_en="Indicators score {indicators}, execution {found}: more than {limit} apart, explain",
    cite="product#red",
    severity="warning",
)
def scores_far_above_execution(scores: Scores, law: Law) -> Iterator[Outcome]:
    if not any(full_weights(sheet, law) for sheet in scores.sheets):
        yield NO_FULL_WEIGHTS
        return
    limit = law.number("red.gap")
    for sheet in scores.sheets:
        line, money = sheet.appraisal.fund, sheet.execution
        if (
            line is None
            or line.score is None
            or money is None
            or money.stated is None
            or not money.weight
            or empty_total(line)
        ):
            continue
        stated = [points.stated for _, points in sheet.indicators]
        if not full_weights(sheet, law) or not counts_execution(sheet, law) or any(one is None for one in stated):
            continue
        indicators = sum((one for one in stated if one is not None), ZERO) / weight_sum(sheet) * 100
        execution = money.stated / money.weight * 100
        if indicators > 0 and (indicators - execution) / indicators * 100 > limit:
            yield finding(
                line.score.place, found=percent(execution), indicators=percent(indicators), limit=percent(limit)
            )
