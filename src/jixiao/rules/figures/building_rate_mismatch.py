"""楼堂馆所控制率与规模、投资不符。

规模控制率 is 实际规模 ÷ 批复规模, 投资概算控制率 is 实际投资 ÷ 预算投资; both are worked out again.
"""

from collections.abc import Iterator

from jixiao.model.amount import ratio, written
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.figures._sums import tables
from jixiao.rules.registry import finding, rule

_RATES = (
    ("building_area_rate", "building_area_actual", "building_area_approved"),
    ("building_cost_rate", "building_cost_actual", "building_cost_budget"),
)


@rule(
    "FG108",
    title="楼堂馆所控制率与规模、投资不符",
    title_en="A building's control rate differs from its figures",
    message="控制率应为{expected}（{done}÷{budget}），写成了{found}",
    message_en="The control rate is {expected} ({done} / {budget}), stated as {found}",
    cite="arithmetic",
)
def building_rate_mismatch(report: Report) -> Iterator[Outcome]:
    for table in tables(report):
        for row in table.rows:
            facts = {f.concept: f for f in row.columns if f is not None}
            for rate_name, actual_name, approved_name in _RATES:
                if not {rate_name, actual_name, approved_name} <= set(facts):
                    continue
                rate, actual, approved = facts[rate_name], facts[actual_name], facts[approved_name]
                exact = ratio(actual.amount, approved.amount)
                if exact is None or rate.amount.agrees(exact):
                    continue
                right = written(actual.amount.value / approved.amount.value * 100, rate.amount.decimals) + "%"
                yield finding(
                    rate.place, actual.place, approved.place, expected=right, found=rate.amount.text,
                    done=actual.amount.text, budget=approved.amount.text,
                )  # fmt: skip
