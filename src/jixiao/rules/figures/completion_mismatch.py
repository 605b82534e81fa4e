"""完成率与金额不符。

Execution and completion rates in the text are recomputed from the budget that the words name; where they name none,
any budget of the same item that fits is accepted.
"""

from collections.abc import Iterator

from jixiao.model.amount import off_by_unit, sharp_spans
from jixiao.model.finding import Outcome
from jixiao.model.report import Report
from jixiao.rules.registry import finding, rule


@rule(
    "FG308",
    title="完成率与金额不符",
    title_en="Stated completion rate differs from the amounts",
    message="{actual}÷{base}应为{expected}，写成了{found}",
    message_en="{actual} ÷ {base} is {expected}, stated as {found}",
    cite="arithmetic",
)
def completion_mismatch(report: Report) -> Iterator[Outcome]:
    for done in report.relations.completions:
        if done.actual is None or done.base is None or done.actual.amount.dimension != done.base.amount.dimension:
            continue
        actual, base = sharp_spans(done.actual.amount, done.base.amount)
        exact = actual.over(base)
        stated = done.rate.amount
        if exact is None or stated.agrees(exact) or off_by_unit(exact, stated):
            continue
        right = stated.written(done.actual.amount.value / done.base.amount.value * 100)
        yield finding(
            done.rate.place, done.actual.place, done.base.place,
            expected=right, found=stated.text, fix=right, actual=done.actual.amount.text, base=done.base.amount.text,
        )  # fmt: skip
