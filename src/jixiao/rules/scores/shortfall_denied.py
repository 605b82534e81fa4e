"""没有完成却写“无偏差”。

The actual value misses the target and the note says that nothing deviates.
"""

from collections.abc import Iterator

from jixiao.law import pattern
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import note, percent, rows


@rule(
    "SC137",
    title="没有完成却写无偏差",
    title_en="A missed target beside “no deviation”",
    message="指标值{target}，完成{actual}，为指标值的{found}，却写“{note}”",
    message_en="Target {target}, actual {actual} ({found}), yet the note says {note}",
    cite="arithmetic",
)
def shortfall_denied(scores: Scores) -> Iterator[Outcome]:
    for row, points in rows(scores):
        if points.met is not False or row.goal.low is None or row.note is None:
            continue
        if pattern("no_deviation").search(note(row)):
            # Without a printed sign the direction is our reading of the name.
            yield finding(
                row.note.place, row.actual.place, row.target.place, severity="" if row.goal.sign else "warning",
                found=percent(points.ratio) if points.ratio is not None else row.actual.text.strip(),
                target=row.target.text.strip(), actual=row.actual.text.strip(), note=note(row)[:8],
            )  # fmt: skip
