"""大幅超额完成没有说明原因。

A result far beyond its target usually means that the target was set too low. From the pack's threshold on (130 %) it must be explained;
「无偏差」 is no explanation. Targets of ≤ are left alone: staying below them is no deviation.
"""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.law import Law, pattern
from jixiao.model.appraisal import Indicator
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import note, percent, reason, rows


@rule(
    "SC136",
    title="大幅超额完成没有说明原因",
    title_en="Far beyond the target without a reason",
    message="完成{actual}为指标值{target}的{found}，达到{limit}应说明原因，却写“{note}”",
    message_en="{actual} is {found} of the target {target}; from {limit} on explain, the note says {note}",
    cite="product#over",
    severity="warning",
    variants={
        "empty": (
            "完成{actual}为指标值{target}的{found}，达到{limit}应说明原因，没有填",
            "{actual} is {found} of the target {target}; from {limit} on explain, nothing is filled in",
        ),
    },
)
def deviation_unexplained(scores: Scores, law: Law) -> Iterator[Outcome]:
    limit = law.number("over.explain")
    for row, points in rows(scores):
        if points.met is not True or points.way < 0 or points.ratio is None or points.ratio < limit or reason(row):
            continue
        denied = bool(pattern("no_deviation").search(note(row)))
        one_more = _difference(row) <= law.number("over.small")
        places = [row.target.place, *([row.note.place] if row.note else [])]
        # Without a column for it, or where 2 were done instead of 1, it is a question.
        yield finding(
            row.actual.place, *places, found=percent(points.ratio), limit=percent(limit),
            severity="" if (denied or row.note is not None) and not one_more else "info", variant="" if note(row) else "empty",
            actual=row.actual.text.strip(), target=row.target.text.strip(), note=note(row)[:8],
        )  # fmt: skip


def _difference(row: Indicator) -> Decimal:
    """How many more were done, in the base unit; without end for rates and where the units differ."""
    low, actual = row.goal.low, row.actual.amount
    if low is None or actual is None or low.is_percent or low.dimension != actual.dimension:
        return Decimal("Infinity")
    return actual.value - low.value
