"""分值合计不是满分。

The weights of a whole table make 100; the execution rate's 10 may stand in the money row, or nowhere in this table, so that
the indicators make 90. A part of a table proves nothing and is left alone.
"""

from collections.abc import Iterator

from jixiao.law import Law
from jixiao.model.finding import Outcome
from jixiao.model.score import Scores
from jixiao.rules.registry import finding, rule
from jixiao.rules.scores._rows import NO_WHOLE_SHEET, full_weights, shown, weight_sum


@rule(
    "SC101",
    title="分值合计不是满分",
    title_en="Weights do not make the full mark",
    message="各项指标分值相加为{found}，加上预算执行率也不是{expected}",
    message_en="The weights add up to {found}; with the execution rate they still do not make {expected}",
    cite="product#weights",
)
def weights_not_full(scores: Scores, law: Law) -> Iterator[Outcome]:
    if not any(sheet.appraisal.complete for sheet in scores.sheets):
        yield NO_WHOLE_SHEET
        return
    full = law.number("weight.total")
    for sheet in scores.sheets:
        whole = sheet.appraisal.complete and len(sheet.indicators) >= law.number("indicators.few")
        if not whole or any(not p.weight for _, p in sheet.indicators) or full_weights(sheet, law):
            continue
        found = weight_sum(sheet)
        printed = sheet.appraisal.total_weight
        if found == full - law.number("weight.execution") or (
            printed and printed.amount and printed.amount.number == found != full
        ):
            continue
        place = printed.place if printed else sheet.appraisal.place
        weights = [row.weight.place for row, _ in sheet.indicators if row.weight]
        # Without a printed total nothing contradicts the sum: a row may have been lost in reading.
        yield finding(place, *weights, expected=shown(full), found=shown(found), severity="" if printed else "warning")
