"""失分没有说明原因。

A score below the weight needs 偏差原因分析及改进措施. Asked only where the table has that column.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import docked, note, reason, rows, shown


@rule(
    "SC134",
    title="失分没有说明原因",
    title_en="Points lost without a reason",
    message="分值{weight}只得{found}，没有填偏差原因和改进措施",
    message_en="{found} of {weight} points without a reason and a measure",
    cite="product#reason",
    severity="warning",
    variants={
        "none": (
            "分值{weight}只得{found}，原因却写“{note}”",
            "{found} of {weight} points, yet the reason says {note}",
        ),
    },
)
def loss_without_reason(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if not docked(points) or row.note is None or reason(row) or row.score is None:
            continue
        if points.met is True and points.points is not None and row.goal.low is not None:
            continue  # met and docked: SC123 and SC124 say what is wrong
        if points.met is False and row.goal.low is not None and pattern("no_deviation").search(note(row)):
            continue  # 无偏差 beside a shortfall: SC137
        variant = "none" if note(row) else ""
        yield finding(
            row.score.place, row.note.place, found=shown(points.stated or points.low), weight=shown(points.weight),
            variant=variant, note=row.note.text.strip()[:12],
        )  # fmt: skip
