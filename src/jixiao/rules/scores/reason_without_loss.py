"""没有失分却填了失分原因。

A note that explains a shortfall beside full points: one of the two is left over from another row or another year. Only notes
that really speak of a shortfall count, and only where the figures show none.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import reason, rows, shown


@rule(
    "SC135",
    title="没有失分却填了失分原因",
    title_en="A reason for a loss though nothing was lost",
    message="得满分{found}，原因却写“{note}”，请核对",
    message_en="Full {found} points, yet the note says {note}: check",
    cite="practice#thresholds",
    severity="info",
)
def reason_without_loss(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if row.note is None or points.stated is None or points.stated != points.weight or not points.weight:
            continue
        if points.met is False or not pattern("shortfall").search(reason(row)):
            continue
        yield finding(row.note.place, found=shown(points.stated), note=row.note.text.strip()[:16])
