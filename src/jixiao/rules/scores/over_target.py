"""超额完成，接近须说明的幅度。

Between the two thresholds of the pack (120 % and 130 %) provincial systems mark the score red so that it is looked at.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import percent, reason, rows


@rule(
    "SC139",
    title="超额完成较多",
    title_en="Well beyond the target",
    message="完成{actual}为指标值{target}的{found}，达到{expected}，请核对指标值是否偏低",
    message_en="{actual} is {found} of {target}, at least {expected}: is the target too low?",
    cite="product#over",
    severity="info",
)
def over_target(scores: Scores, law: Law) -> Iterator[Outcome]:
    low, high = law.number("over.flag"), law.number("over.explain")
    for row, points in rows(scores):
        if (
            points.met is True
            and points.way >= 0
            and points.ratio is not None
            and low <= points.ratio < high
            and not reason(row)
        ):
            yield finding(
                row.actual.place, row.target.place, expected=percent(low), found=percent(points.ratio),
                actual=row.actual.text.strip(), target=row.target.text.strip(),
            )  # fmt: skip
